"""The places around a trigger where Arabic clauses put their parties, and what agrees with what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from kg.actors.references import Reference
from kg.lexicon.morphology import Analysis
from kg.relations import grammar
from kg.relations.units import Sentence, Unit

_DASHES = frozenset({"-", "–", "—", "/"})


@dataclass
class Arguments:
    """What stands around a trigger.

    Parameters
    ----------
    subjects : list of Reference
        Bare mention in the subject's place (for a verbal noun: its genitive), with those joined to it.
    objects : list of Reference
        Bare mention in the object's place.
    oblique : dict of str to list of Reference
        Mentions after each preposition.
    nested : dict of str to list of Reference
        Mentions after a preposition that belongs to a noun and not to the trigger (دعم بلاده *للبنان*).
    pronouns : dict of str to str
        Pronouns after each preposition; ``object`` and ``genitive`` for attached ones.
    inside : list of Reference
        Mentions inside what is spoken of (the statement *of the Union*).
    first_inside : list of Reference
        The first of those, with the mentions joined to it.
    content : int or None
        Unit where reported speech begins.
    end : int
        Unit where the clause ends.
    both : str
        Word for "the two sides" where that is the subject, or an empty string.
    both_objects : bool
        The object is.
    stranger : bool
        The subject is a noun that names no actor.
    outsider : bool
        That noun stands where only a subject can (وندد المؤتمر بـ), or before the verb.
    carried : bool
        A relative clause goes on with the noun and names who does it (لقاءات يعقدها فلان).
    relative : bool
        A relative clause about what it acts on (القانون الذي صادق عليه البرلمان): its subject follows.
    suffered : bool
        A relative clause says who suffers it (الهجوم الذي تعرضت له المدينة).
    bare_noun : bool
        A noun that names no actor stands in the object's place.
    fronted : bool
        The subject stands before the verb.
    voice : bool
        The subject is a text that speaks for its author (وأضاف البيان).
    same : bool
        The subject is the source that spoke last (وأضاف المصدر).
    again : bool
        The subject is somebody named before in other words (وأضافت الجمعية ذاتها).
    honorific : bool
        The subject is the title or role of whoever spoke last (وأكد سموه، وأكد المسؤول).
    """

    subjects: list[Reference] = field(default_factory=list)
    objects: list[Reference] = field(default_factory=list)
    oblique: dict[str, list[Reference]] = field(default_factory=dict)
    nested: dict[str, list[Reference]] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)
    inside: list[Reference] = field(default_factory=list)
    first_inside: list[Reference] = field(default_factory=list)
    content: int | None = None
    end: int = 0
    both: str = ""
    both_objects: bool = False
    stranger: bool = False
    outsider: bool = False
    carried: bool = False
    suffered: bool = False
    relative: bool = False
    bare_noun: bool = False
    fronted: bool = False
    voice: bool = False
    same: bool = False
    again: bool = False
    honorific: bool = False


def agrees(analysis: Analysis, references: Collection[Reference], *, before: bool) -> bool:
    """Tell whether a verb form can have mentions as its subject.

    A verb before its subject is singular and agrees in gender; after it, also in number.

    Parameters
    ----------
    analysis : Analysis
        Of the verb.
    references : collection of Reference
        One mention, or several joined by "and".
    before : bool
        The verb stands before the subject.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "غادر الوزير المصري ووصلت وزيرة الصحة العراقية."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> word = lexicon.morphology.analyses("زار")[0]
    >>> [(text.slice(r.first, r.last), agrees(word, [r], before=True)) for r in references]
    [('الوزير المصري', True), ('وزيرة الصحة العراقية', False)]
    """
    if any(r.type == "place" for r in references):
        return False
    first = next(iter(references))
    clash = bool(analysis.gender and first.gender and analysis.gender != first.gender)
    several = len(references) > 1 or first.number in ("d", "p")
    if before:
        return not clash and analysis.number not in ("d", "p")  # "تركوا *الأسرى*" has no subject
    if clash and not several:
        return False
    if len(references) > 1:
        return analysis.number != "s"
    if analysis.number == "d":
        return first.number in ("d", "")
    if analysis.number == "s" and analysis.gender == "m" and (first.type, first.number) == ("group", "p"):
        return False  # "الصحفيون قالوا", "القوات قالت"
    return analysis.number in ("", "s") or first.number in ("p", "")


def without_agreement(reference: Reference) -> Reference:
    """Let a verb of any gender and number go with a mention: "شنت *طائرات* التحالف" agrees with the planes.

    Parameters
    ----------
    reference : Reference

    Returns
    -------
    Reference

    Examples
    --------
    >>> planes = Reference(1, 2, 4, 9, "", "x-1", "group", "description", "f", "p", inner=False)
    >>> free = without_agreement(planes)
    >>> (planes.gender, planes.number), (free.gender, free.number)
    (('f', 'p'), ('', ''))
    """
    return replace(reference, gender="", number="")


def coordinated(sentence: Sentence, i: int) -> tuple[list[Reference], int]:
    """Return the mention at unit ``i``, those joined to it by و, and the unit after them.

    Parameters
    ----------
    sentence : Sentence
    i : int
        A unit of kind ``ref``.

    Returns
    -------
    list of Reference, int

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "التقى الوزير العراقي والسفير المصري أمس."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> found, behind = coordinated(sentence, 1)
    >>> [text.document.text[r.start : r.end] for r in found], behind
    (['الوزير العراقي', 'السفير المصري'], 3)
    """
    units = sentence.units
    found = [ref for ref in (units[i].ref,) if ref is not None]
    j = i + 1
    while j < len(units):
        unit = units[j]
        between = j == i + 1 and i > 0 and units[i - 1].norm == "بين"  # always has a second member
        if unit.ref is not None and unit.ref.particles == "و" and (between or not _verb_after(units, j)):
            if not _alike(found[0], unit.ref):
                break  # "المسؤولون في أوروبا *وآسيا*": the place belongs inside the phrase before
            found.append(unit.ref)
            j += 1
        elif unit.norm == "و" and _quoted_member(units, j + 1, found[0]):
            found += [ref for ref in (units[j + 1].ref,) if ref is not None]  # "حماس و"إسرائيل""
            j += 2
        elif (more := _also(units, j)) and _of_one_kind(found[0], units[j + more].ref or found[0]):
            found += [ref for ref in (units[j + more].ref,) if ref is not None]
            j += more + 1
        elif (unit.norm in _DASHES and j + 1 < len(units) and _joined(found[-1], units[j + 1].ref)) or (
            unit.kind == "comma" and j + 1 < len(units) and _continues_list(units, j + 1)
        ):
            found += [ref for ref in (units[j + 1].ref,) if ref is not None]
            j += 2
        else:
            break
    return found, j


def _quoted_member(units: tuple[Unit, ...], j: int, first: Reference) -> bool:
    """Tell whether the mention at ``j``, behind a و that stands apart from it, is joined to a list."""
    other = units[j].ref if j < len(units) else None
    return other is not None and not other.particles and _alike(first, other) and not _verb_after(units, j)


def _also(units: tuple[Unit, ...], j: int) -> int:
    """Return how many units join a further mention to a list: "وكل", "وكذلك", "بالإضافة إلى"."""
    rest = grammar.ALSO.get(units[j].norm)
    if rest is None:
        return 0
    k = j + 1 + len(rest)
    joins = k < len(units) and units[k].ref is not None and not _verb_after(units, k)
    return k - j if joins and tuple(u.norm for u in units[j + 1 : k]) == rest else 0


def _joined(a: Reference, b: Reference | None) -> bool:
    """Tell whether a dash joins two parties: "مباحثات الوزير - السفير"."""
    return b is not None and not b.particles and a.type == b.type in ("person", "state")


def _alike(a: Reference, b: Reference) -> bool:
    """Tell whether two mentions can take one role: a place stands beside states and places only."""
    kinds = {a.type, b.type}
    return "place" not in kinds or kinds <= {"place", "state"} or "organization" in kinds


def _of_one_kind(a: Reference, b: Reference) -> bool:
    """Tell whether "and likewise" joins two mentions: "في شمال سوريا *وكذلك حزب العمال*" it does not."""
    return (a.type == "place") == (b.type == "place") and _alike(a, b)


def _verb_after(units: tuple[Unit, ...], j: int) -> bool:
    """Tell whether a verb that begins a new clause follows unit ``j``: "والسعودية تؤكد"."""
    if j + 1 >= len(units):
        return False
    unit = units[j + 1]
    if unit.kind == "preposition":
        return False
    return any(a.is_verb and not a.conjunction and a.number != "d" for a in unit.analyses)


def _continues_list(units: tuple[Unit, ...], j: int) -> bool:
    """Tell whether the mention at ``j``, after a comma, is one of a list that ends with "and"."""
    reference = units[j].ref
    if reference is None or reference.particles not in ("", "و"):
        return False
    if reference.particles == "و":
        return not _verb_after(units, j)
    for unit in units[j + 1 : j + 6]:
        if unit.ref is not None:
            return unit.ref.particles == "و"
        if unit.kind not in ("comma", "ref"):
            return False
    return False
