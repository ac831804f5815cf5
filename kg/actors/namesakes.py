"""Names met in an article, kept so that the likes of one are found without going through all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.actors.cast import Member

_Name = tuple[str, ...]


class Namesakes:
    """Members by their names."""

    def __init__(self) -> None:
        self._members: dict[str, tuple[int, Member]] = {}
        self._found: defaultdict[tuple[str, _Name], dict[str, None]] = defaultdict(dict)

    def add(self, member: Member, name: _Name) -> None:
        """Note a name of a member.

        Parameters
        ----------
        member : Member
        name : tuple of str
            Folded words.
        """
        self._members.setdefault(member.id, (len(self._members), member))
        for key in {("whole", name), *_ends(name), *_outer(name)}:
            self._found[key][member.id] = None

    def of(self, name: _Name) -> list[Member]:
        """List the members of which a name begins or ends another, or has its first and last word.

        Parameters
        ----------
        name : tuple of str

        Returns
        -------
        list of Member
            In the order in which they were first added.
        """
        keys = {("start", name), ("end", name), *_outer(name)}
        keys |= {("whole", part) for _, part in _ends(name)}
        ids = {id_ for key in keys if key in self._found for id_ in self._found[key]}
        return [member for _, member in sorted((self._members[i] for i in ids), key=lambda pair: pair[0])]


def _ends(name: _Name) -> Iterator[tuple[str, _Name]]:
    for i in range(len(name)):
        yield "end", name[i:]
        yield "start", name[: i + 1]


def _outer(name: _Name) -> Iterator[tuple[str, _Name]]:
    if len(name) > 1:
        yield "outer", (name[0], name[-1])
