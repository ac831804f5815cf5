"""How alike two Arabic names are, by the mistakes and habits with which the press writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.graph.letters import difference, skeleton
from kg.text.normalise import fold_phrase

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

Likeness = Literal["full", "typo", "part", "surname", ""]
"""How two names of persons agree: written alike in all parts; but for one letter; one lacks middle or end
parts; one is the last part or parts alone; or not at all."""

_SECOND_HALVES = frozenset("الله الدين الاسلام".split())
_LINEAGE = frozenset("بن ابن بنت ال".split())
_FATHER = frozenset("ابو ابي ابا".split())
_MANY_OF_ONE_STATE = frozenset(
    "شركه نادي جامعه جمعيه قناه صحيفه مجموعه وكاله موسسه منظمه حزب فريق بنك محكمه مركز هييه لجنه".split()
)


@lru_cache(maxsize=200_000)
def name_words(name: str) -> tuple[str, ...]:
    """Folded words of a name, those that belong together joined (عبد الله, أبو بكر, نصر الله).

    Parameters
    ----------
    name : str
        As written.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> name_words("عبد الله بن حسن نصر الله")
    ('عبدالله', 'بن', 'حسن', 'نصرالله')
    """
    words: list[str] = []
    for word in fold_phrase(name.replace("ئو", "ؤو")).split():
        word = "بن" if word == "ابن" else word
        before = words[-1] if words else ""
        if before in ("عبد", "ابو") or (word in _SECOND_HALVES and before not in ("", "بن")):
            words[-1] = before + word
        elif word in _FATHER:
            words.append("ابو")
        else:
            words.append(word)
    return tuple(words)


@lru_cache(maxsize=200_000)
def bare_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a name without بن and آل.

    Parameters
    ----------
    words : tuple of str
        As of :func:`name_words`.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> bare_words(("محمد", "بن", "سلمان"))
    ('محمد', 'سلمان')
    """
    return tuple(word for word in words if word not in _LINEAGE)


def _lines(words: tuple[str, ...]) -> tuple[bool, bool]:
    """Tell whether a name has بن and whether it has آل."""
    return "بن" in words, "ال" in words


@dataclass(frozen=True, slots=True)
class Speller:
    """Compares names, knowing which words are Arabic names, nationalities or common words.

    Parameters
    ----------
    arabic : frozenset of str
        Arabic given names, folded: two different ones are never one name (سلمان, سليمان).
    given : frozenset of str
        All given names.
    common : frozenset of str
        Words that titles and bodies are made of, and other ordinary ones.
    demonyms : mapping of str to str
        Nationalities and their states.
    honorifics : frozenset of str
        Titles that stand before a name, with the article, and words of honour.
    """

    arabic: frozenset[str]
    given: frozenset[str]
    common: frozenset[str]
    demonyms: Mapping[str, str]
    honorifics: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Speller:
        """Take the words from a lexicon.

        Examples
        --------
        >>> from kg import lexicon
        >>> Speller.of(lexicon.load()).persons("أنتوني بلينكن", "أنطوني بلنكن")
        'full'
        """
        titles = lexicon.titles
        common = titles.words["OrdinaryWords"].union(*(set(trie) for trie in titles.tries.values()))
        return cls(
            _arabic_given(lexicon.directory / "names.ttl") | titles.words["AmbiguousNames"],
            titles.words["GivenNames"],
            frozenset(word.removeprefix("ال") for word in common),
            {word: form.state for word, form in lexicon.actors.demonyms.items()},
            frozenset(titles.tries["Honorific"]).union(
                word for word in titles.tries["TitleHead"] if word.startswith("ال")
            ),
        )

    def unadorned(self, name: str) -> str:
        """Name of a person without the nationality or honorific that stands before it.

        Examples
        --------
        >>> from kg import lexicon
        >>> speller = Speller.of(lexicon.load())
        >>> speller.unadorned("السويسري كريستيان غروس"), speller.unadorned("الشيخ أحمد")
        ('كريستيان غروس', 'الشيخ أحمد')
        """
        words = name.split()
        while len(words) > 2:
            first, given = (fold_phrase(word) for word in words[:2])
            # With the article: تركي and سوداني are names too.
            national = first.startswith("ال") and first in self.demonyms
            if national or (first in self.honorifics and given in self.given):
                del words[0]
            else:
                break
        return " ".join(words)

    def persons(self, left: str, right: str) -> Likeness:
        """Tell how the names of two persons agree.

        Parameters
        ----------
        left, right : str
            As written.

        Returns
        -------
        {'full', 'typo', 'part', 'surname', ''}
            ``full`` alone is reason to take two actors for one; the others are where the context agrees.

        Examples
        --------
        >>> from kg import lexicon
        >>> speller = Speller.of(lexicon.load())
        >>> speller.persons("جيلان موراتوف", "غيلان موراتوف")
        'full'
        >>> speller.persons("سلمان موراتوف", "سليمان موراتوف")
        ''
        """
        one, other = name_words(left), name_words(right)
        (short, _), (long, whole) = sorted(
            ((bare_words(words), words) for words in (one, other)), key=lambda pair: (len(pair[0]), pair)
        )
        if not short or one[0] == "بن" or other[0] == "بن":
            return ""
        if len(short) == 1:
            return "surname" if self._last(short[0], whole) else ""
        if len(short) == len(long):
            return self._aligned(short, long, lineage=_lines(one) == _lines(other) or len(short) > 2)
        if len(short) + 1 == len(long) and self._split(short, long):
            return "full"
        return "part" if self._within(short, long) else ""

    def is_usual(self, name: str) -> bool:
        """Tell whether a name is one that many bear: an Arabic given name and one other word.

        Examples
        --------
        >>> from kg import lexicon
        >>> speller = Speller.of(lexicon.load())
        >>> speller.is_usual("عبدالله الزهراني"), speller.is_usual("بيتر ماورر")
        (True, False)
        """
        words = bare_words(name_words(name))
        return len(words) == 2 and self._is_arabic(words[0])

    def _aligned(self, short: tuple[str, ...], long: tuple[str, ...], *, lineage: bool) -> Likeness:
        arabic = self._is_arabic(short[0]) or self._is_arabic(long[0])
        pairs = list(zip(short, long, strict=True))
        if all(self._word(a, b, arabic=arabic and i > 0) for i, (a, b) in enumerate(pairs)):
            return "full" if lineage else "part"
        unlike = [(a, b) for i, (a, b) in enumerate(pairs) if not self._word(a, b, arabic=arabic and i > 0)]
        return "typo" if len(unlike) == 1 and self._typo(*unlike[0]) else ""

    def _last(self, alone: str, name: tuple[str, ...]) -> bool:
        """Tell whether a word alone is the surname that a name ends in, and no given name or father's."""
        if len(alone) < 3 or alone in self.arabic:
            return False
        return name[-2:-1] != ("بن",) and self._word(alone, name[-1], arabic=len(name) == 1)

    def _split(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        """Tell whether the longer name is the shorter with one word written as two."""
        for i in range(len(short)):
            joined = (*long[:i], long[i] + long[i + 1], *long[i + 2 :])
            if all(a == b or (difference(a, b).cost <= 0.35) for a, b in zip(short, joined, strict=True)):
                return not any(self._clash(a, b) for a, b in zip(short, joined, strict=True))
        return False

    def _within(self, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
        """Tell whether the shorter name leaves out middle or end parts of the longer, or its first."""
        return any(
            all(self._word(a, b, arabic=True) for a, b in zip(short, parts, strict=True))
            for parts in (long[: len(short)], long[-len(short) :], (*long[: len(short) - 1], long[-1]))
        )

    def _is_arabic(self, word: str) -> bool:
        return word in self.arabic or word.startswith(("ال", "عبدال", "ابو"))

    def _clash(self, one: str, other: str) -> bool:
        """Tell whether both are Arabic names of their own."""
        return one != other and _bare(one) in self.arabic and _bare(other) in self.arabic

    def _word(self, one: str, other: str, *, arabic: bool) -> bool:
        """Tell whether two words of names are spellings of one."""
        if one == other:
            return True
        if self._clash(one, other):
            return False
        by = difference(one, other)
        if by.slips:
            # An article more or less: محمد حسن is not محمد الحسن.
            bare = _bare(one)
            return bare == _bare(other) and bare not in self.arabic and (not arabic or len(bare) > 3)
        if self._is_arabic(one) or self._is_arabic(other):
            return by.vowels == by.foreign == 0 and by.careless == 1
        letters = min(len(one), len(other))
        if one in self.given and other in self.given and len(skeleton(one)) < 3 and by.vowels:
            return False
        if by.vowels and (letters < (6 if arabic else 4) or (arabic and by.foreign)):
            return False
        if by.foreign == 1 and not by.vowels and letters < 4 and arabic:
            return False
        return by.cost <= 0.17 * max(len(one), len(other))

    def _typo(self, one: str, other: str) -> bool:
        """Tell whether two words may be one with a letter mistaken, where all else agrees."""
        if self._clash(one, other) or (one in self.given and other in self.given and one[0] != other[0]):
            return False
        by = difference(one, other)
        return min(len(one), len(other)) >= 4 and by.slips <= 1 and by.cost <= 0.3 * min(len(one), len(other))

    def bodies(self, left: str, right: str) -> Likeness:
        """Tell whether two names of organizations are one: ``full``, or empty.

        Parameters
        ----------
        left, right : str
            As written.

        Returns
        -------
        {'full', ''}

        Examples
        --------
        >>> from kg import lexicon
        >>> speller = Speller.of(lexicon.load())
        >>> speller.bodies("شركة غوغل", "شركة جوجل"), speller.bodies("وزارة الدفاع", "وزارة الخارجية")
        ('full', '')
        """
        one, other = (tuple(fold_phrase(name.replace("ئو", "ؤو")).split()) for name in (left, right))
        if len(one) != len(other) or len(one) < 2 or _bare(one[0]) != _bare(other[0]):
            return ""
        if fold_phrase(left) == fold_phrase(right) or self._any_of_state(one):
            # One name under two ids stands for the bodies of two states or parties.
            return ""
        if one != other and tuple(map(_bare, one)) == tuple(map(_bare, other)) and not self.is_own(left):
            return ""
        if all(self._body_word(a, b) for a, b in zip(one, other, strict=True)):
            return "full"
        return "full" if self._turned(one, other) else ""

    def _any_of_state(self, words: tuple[str, ...]) -> bool:
        """Tell whether a name may be any company or club of a state (الشركة الأميركية)."""
        return len(words) == 2 and _bare(words[0]) in _MANY_OF_ONE_STATE and words[1] in self.demonyms

    def is_own(self, name: str) -> bool:
        """Tell whether the name of a body says which is meant, whatever the state: more than common words.

        Parameters
        ----------
        name : str

        Returns
        -------
        bool

        Examples
        --------
        >>> from kg import lexicon
        >>> speller = Speller.of(lexicon.load())
        >>> speller.is_own("وزارة الداخلية"), speller.is_own("وزارة الداخلية السعودية")
        (False, True)
        """
        words = [_bare(word) for word in fold_phrase(name).split()]
        return any(word not in self.common or word in self.demonyms for word in words)

    def _body_word(self, one: str, other: str) -> bool:
        if _bare(one) == _bare(other):
            return True
        state = self.demonyms.get(one)
        if state or other in self.demonyms:
            return state == self.demonyms.get(other) and _ending(one) == _ending(other)
        if {_bare(one), _bare(other)} & self.arabic or "ال" in (one[:2], other[:2]):
            return False
        by, letters = difference(one, other), min(len(one), len(other))
        if by.slips or (letters < 5 and (by.vowels or by.foreign < 2)):
            return False
        if by.vowels and letters < 6 and {one, other} <= self.common:
            return False
        return by.cost <= 0.14 * max(len(one), len(other))

    def _turned(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Tell whether one is the construct of the other (المنظمة العربية للتنمية, منظمة التنمية العربية)."""
        with_for = [any(word.startswith("لل") for word in words) for words in (one, other)]
        return (
            len(one) > 2
            and with_for[0] != with_for[1]
            and _bare(one[0]) == _bare(other[0])
            and sorted(map(_bare, one)) == sorted(map(_bare, other))
        )


def body_key(name: str) -> str:
    """Key that all spellings of the name of a body share.

    Examples
    --------
    >>> body_key("شركة غوغل") == body_key("شركة جوجل")
    True
    """
    words = fold_phrase(name.replace("ئو", "ؤو")).split()
    return " ".join(sorted(skeleton(_bare(word)) for word in words))


def _bare(word: str) -> str:
    """Word without article; the article behind ل counts."""
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _ending(word: str) -> str:
    return next((end for end in ("يه", "يون", "يين", "ي") if word.endswith(end)), "")


@lru_cache(maxsize=8)
def _arabic_given(path: Path) -> frozenset[str]:
    from kg.lexicon.turtle import Facts

    facts = Facts(path)
    foreign = {s for s in facts.of_type("GivenNames") if s.endswith("foreign")}
    lists = (facts.text(s, "words") for s in facts.of_type("GivenNames") if s not in foreign)
    return frozenset(word for words in lists for word in words.split())
