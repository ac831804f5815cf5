"""Who is blamed for an act of force: whoever did it, never whoever suffered it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.relations.frames import Frame

#: How far behind the parties of the blame the act may stand: "ندد *بشدة بحملة* الاعتقالات".
_REACH = 4
#: Who does it is blamed for it.
_BLAMES = frozenset({"condemned", "criticized", "rejected"})


def blame_doers(frames: Sequence[Frame]) -> None:
    """Let blame fall on the doer of the act it is for, or on nobody where the text names only the victim.

    Parameters
    ----------
    frames : sequence of Frame
        Of one sentence, in order; their targets may be changed.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "أدانت فرنسا الهجوم على العراق."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('condemned', 'france', None), ('attacked', None, 'iraq')]
    """
    for blame, act in pairwise(frames):
        entry, done = blame.trigger.entry, act.trigger.entry
        if entry is None or entry.relation.id not in _BLAMES:
            continue
        if done is None or done.relation.group != "force" or act.trigger.analysis.pos != "noun":
            continue
        victims = {r.actor for r in act.targets}
        near = act.trigger.unit - blame.trigger.unit <= _REACH + len(blame.arguments.subjects)
        if near and blame.targets and all(r.actor in victims for r in blame.targets):
            own = {r.actor for r in blame.sources}
            refused = entry.relation.id == "rejected"  # "رفض توقيف فلان" is to do it oneself
            blame.targets = [] if refused else [r for r in act.sources if r.actor not in own]
