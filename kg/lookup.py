"""Looking a name up in the list of known actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.text.normalise import fold_phrase

if TYPE_CHECKING:
    from kg.lexicon.actors import ActorLexicon, Entry


def look_up(authority: ActorLexicon, name: str) -> list[Entry]:
    """Find the known actors that a name may mean.

    Parameters
    ----------
    authority : ActorLexicon
    name : str
        Arabic in any spelling, English, or an id.

    Returns
    -------
    list of Entry
        Those of exactly that name, title or seat; where there are none, those whose names hold all its words.

    Examples
    --------
    >>> from kg.lexicon.actors import ActorLexicon
    >>> look_up(ActorLexicon(), "بلينكن")
    []
    >>> from kg.lexicon import load
    >>> [entry.actor.id for entry in look_up(load().actors, "سامح شكري")]
    ['sameh-shoukry']
    """
    if name in authority.entries:
        return [authority.entries[name]]
    words = tuple(fold_phrase(name).split())
    if not words:
        return []
    longest = authority.names.longest(words, 0)
    filed = {n.actor for n in longest[1]} if longest is not None and longest[0] == len(words) else set()
    wanted = " ".join(words)
    spelt = {entry.actor.id: [fold_phrase(n) for n in _names(entry)] for entry in authority.entries.values()}
    exact = [e for i, e in authority.entries.items() if i in filed or wanted in spelt[i]]
    if exact:
        return exact
    return [e for i, e in authority.entries.items() if any(set(words) <= set(s.split()) for s in spelt[i])]


def describe(entry: Entry, authority: ActorLexicon) -> str:
    """Write what the list knows of an actor, in a few lines.

    Parameters
    ----------
    entry : Entry
    authority : ActorLexicon
        For the offices held.

    Returns
    -------
    str

    Examples
    --------
    >>> from kg.lexicon import load
    >>> listed = load().actors
    >>> print(describe(listed.entries["sameh-shoukry"], listed))
    sameh-shoukry  person  سامح شكري  Sameh Shoukry
        foreign-minister of egypt, 2014-06-17 to 2024-07-03
    """
    actor = entry.actor
    head = [actor.id, actor.type, actor.name_ar, actor.name_en, actor.wikidata]
    lines = ["  ".join(part for part in head if part)]
    if actor.aliases:
        lines.append(f"    also: {'، '.join(actor.aliases)}")
    for label, value in (("kind", entry.kind), ("within", entry.within), ("stands for", entry.capital_of)):
        if value:
            lines.append(f"    {label}: {value}")
    for term in authority.held.get(actor.id, ()):
        lines.append(f"    {term.post} of {term.body}, {term.since or '?'} to {term.until or '?'}")
    return "\n".join(lines)


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.actor.name_ar, entry.actor.name_en, *entry.actor.aliases)
