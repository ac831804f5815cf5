"""A trigger with its parties decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.actors.references import Reference
from kg.relations.arguments import Arguments
from kg.relations.triggers import Trigger

#: Parties counted on each side: a list of a thousand names would else make a claim of each two of them.
_MOST_PARTIES = 20
#: Parties of one meeting counted as having met each other: of more the text only says that they attended.
_MOST_GATHERED = 5

Pair = tuple[Reference | None, Reference | None]


@dataclass
class Frame:
    """A trigger, what stands around it, and who acts on whom.

    Parameters
    ----------
    trigger : Trigger
    arguments : Arguments
    sources, targets : list of Reference
    """

    trigger: Trigger
    arguments: Arguments
    sources: list[Reference]
    targets: list[Reference]

    def pairs(self) -> list[Pair]:
        """Each source with each target; the members of a symmetric relation among themselves.

        Returns
        -------
        list of (Reference or None, Reference or None)
            Empty where a party that the relation needs is missing. Of a longer list of parties the first
            twenty count.
        """
        entry = self.trigger.entry
        if entry is None:
            return []
        sources, targets = self.sources[:_MOST_PARTIES], self.targets[:_MOST_PARTIES]
        if "object" in entry.requires:
            sent = [r for r in self.arguments.objects if r.type in ("person", "group")]
            return _distinct(list(product(sent, targets)))
        if "subject" in entry.requires:
            return [(None, s) for s in sources if s.type in ("person", "group")]
        if entry.relation.symmetric and not targets:
            gathering = entry.relation.group == "meet" and len(sources) > _MOST_GATHERED
            if gathering or (self.arguments.carried and not _two_persons(sources)):
                return []
            return _distinct(list(combinations(sources, 2)))
        found = _distinct(list(product(sources, targets)))
        invited = entry.relation.group != "ask" or self.trigger.analysis.pos != "noun"
        alone = "target" not in entry.needs | entry.requires and invited and self._names_source()
        if not found and sources and not targets and alone:
            return [(s, None) for s in sources]
        nobody = "source" not in entry.needs or self.arguments.suffered or self._undone() or self._befell()
        if not found and targets and not sources and nobody:
            return [(None, t) for t in targets]
        return found

    def _undone(self) -> bool:
        """Tell whether a release is told without who releases: "أُفرج *عن فلان*", "طالب *بالإفراج* عنه"."""
        entry, arguments = self.trigger.entry, self.arguments
        if entry is None or entry.relation.id != "released":
            return False
        if not self.trigger.analysis.is_verb:
            return all(r.type == "person" for r in self.targets)
        return not (arguments.subjects or arguments.stranger or arguments.pronouns)

    def _befell(self) -> bool:
        """Tell whether an attack on somebody is told by a noun, whoever made it: "*الاعتداء* على السفارة"."""
        entry = self.trigger.entry
        if entry is None or entry.relation.id != "attacked" or self.trigger.analysis.pos != "noun":
            return False
        return bool(self.arguments.oblique.get("علي")) and self.trigger.analysis.definite

    def _names_source(self) -> bool:
        """Tell whether a verbal noun has its doer with it: one only lent says little without a target."""
        if self.trigger.analysis.pos != "noun":
            return True
        told = {r.actor for r in self.sources}
        near = [self.arguments.subjects, *self.arguments.oblique.values()]
        return "genitive" in self.arguments.pronouns or any(r.actor in told for refs in near for r in refs)


def _two_persons(references: Sequence[Reference]) -> bool:
    """Tell whether two meet each other: "المباحثات التي أجراها *الرئيس ونظيره*"."""
    return len(references) == 2 and all(r.type == "person" for r in references)


def _distinct(pairs: Sequence[tuple[Reference, Reference]]) -> list[Pair]:
    seen: set[tuple[str, str]] = set()
    found: list[Pair] = []
    for a, b in pairs:
        if a.actor != b.actor and (a.actor, b.actor) not in seen:
            seen.add((a.actor, b.actor))
            found.append((a, b))
    return found
