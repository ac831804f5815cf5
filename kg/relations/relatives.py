"""Relative clauses: whom or what they belong to."""

from __future__ import annotations

from kg.relations import grammar
from kg.relations.arguments import Arguments, agrees
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence


def antecedent(sentence: Sentence, i: int, trigger: Trigger, found: Arguments) -> None:
    """Take the mention that a relative clause belongs to: "*الوزير* الذي زار", "*القوات* التي تدعمها إيران".

    Parameters
    ----------
    sentence : Sentence
    i : int
        Unit before the relative pronoun.
    trigger : Trigger
        Its verb.
    found : Arguments
        Changed: the mention is the subject or the object of the verb.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "غادر ماكرون الذي زار مصر."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('visited', 'emmanuel-macron', 'egypt')]
    """
    units = sentence.units
    named = i >= 0 and units[i].ref is not None
    if not named and i > 0 and units[i].kind == "comma":
        who = units[i - 1].ref
        named = who is not None and who.type == "person"  # nobody agrees "on" a person
    pronoun = trigger.analysis.pronoun and not (named and _does_it(sentence, i, trigger))
    if pronoun or (not named and _resumed(sentence, trigger)):
        _object_before(sentence, i, trigger, found)
        return
    found.fronted = found.stranger = True
    for unit in reversed(units[max(0, i - 4) : i + 1]):
        if unit.ref is not None:
            if agrees(trigger.analysis, [unit.ref], before=False):
                found.subjects, found.stranger = [unit.ref], False
            return
        if unit.kind not in ("comma", "word", "date", "adverb"):
            return
        if unit.norm.isdigit():
            continue  # "قرار *مجلس الأمن* 2216 الذي يطلب"
        qualifies = unit.norm.startswith("ال") or unit.norm in grammar.SUBJECT_PRONOUNS
        if unit.kind == "word" and (unit.analyses or not qualifies):
            return  # "صحة الأنباء التي": the thing has the clause, not whoever stands before it


def _does_it(sentence: Sentence, i: int, trigger: Trigger) -> bool:
    """Tell whether somebody does to another what a relative clause tells: "نجيب ميقاتي الذي *شكره* على"."""
    who = sentence.units[i].ref or sentence.units[i - 1].ref
    following = sentence.units[trigger.unit + 1] if trigger.unit + 1 < len(sentence.units) else None
    if who is None or who.type != "person" or not agrees(trigger.analysis, [who], before=False):
        return False
    return (
        following is None
        or following.kind in ("preposition", "comma", "complementizer")
        or (following.kind == "word" and bool(following.preposition))
    )


def _resumed(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a pronoun takes up what a relative clause belongs to: "القانون الذي صادق *عليه*"."""
    following = sentence.units[trigger.unit + 1] if trigger.unit + 1 < len(sentence.units) else None
    pronoun = grammar.PREPOSITION_PRONOUNS.get(following.norm) if following is not None else None
    return pronoun is not None and pronoun[0] != "مع"


def _object_before(sentence: Sentence, i: int, trigger: Trigger, found: Arguments) -> None:
    """Take the mention that a relative clause acts on: "*الميليشيات* التي تدعمها إيران"."""
    found.relative = True
    found.pronouns.pop("object", None)
    before = sentence.units[i].ref if i >= 0 else None
    if before is not None and trigger.analysis.pronoun:
        found.objects.append(before)
