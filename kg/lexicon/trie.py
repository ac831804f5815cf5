"""A dictionary of phrases, read word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
# A key that no word equals.
_END = None


class Trie(Generic[T]):
    """Phrases of folded words and what each stands for.

    Examples
    --------
    >>> trie = Trie[str]()
    >>> trie.add(("مجلس", "الامن"), "council")
    >>> trie.longest(("عقد", "مجلس", "الامن"), 1)
    (3, ['council'])
    """

    def __init__(self) -> None:
        self._root: dict[str | None, Any] = {}

    def __contains__(self, word: object) -> bool:
        """Tell whether a phrase begins with this word."""
        return word in self._root

    def __iter__(self) -> Iterator[str]:
        return (word for word in self._root if word is not None)

    def add(self, words: Sequence[str], value: T) -> None:
        """File a value under a phrase; a phrase may have several, in the order added.

        Parameters
        ----------
        words : sequence of str
            Folded, at least one.
        value : object

        Examples
        --------
        >>> trie = Trie[str]()
        >>> trie.add(("مجلس",), "council")
        >>> "مجلس" in trie
        True
        """
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        values = node.setdefault(_END, [])
        if value not in values:
            values.append(value)

    def longest(self, words: Sequence[str], at: int, first: str | None = None) -> tuple[int, list[T]] | None:
        """Find the longest phrase that begins at a word.

        Parameters
        ----------
        words : sequence of str
            The folded words of a text.
        at : int
            Where to begin.
        first : str, optional
            Read the first word as this: the noun without its particles.

        Returns
        -------
        tuple of (int, list) or None
            Index behind the phrase, and its values.

        Examples
        --------
        >>> trie = Trie[str]()
        >>> trie.add(("مجلس",), "council")
        >>> trie.longest(("بمجلس", "النواب"), 0), trie.longest(("بمجلس", "النواب"), 0, first="مجلس")
        (None, (1, ['council']))
        """
        node = self._root.get(words[at] if first is None else first)
        if node is None:
            return None
        found = (at + 1, node[_END]) if _END in node else None
        for i in range(at + 1, len(words)):
            node = node.get(words[i])
            if node is None:
                break
            if _END in node:
                found = (i + 1, node[_END])
        return found
