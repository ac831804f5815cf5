"""Who bears or wills what a verbal noun tells, named before it."""

from __future__ import annotations

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.arguments import Arguments, coordinated
from kg.relations.frames import Frame
from kg.relations.nationality import Nationality, nationalities
from kg.relations.nouns import is_noun
from kg.relations.sources import SPEECH_GROUPS
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence

#: How far before a verbal noun the one whose act it is may stand.
_HOLDER_REACH = 4


def willing(sentence: Sentence, trigger: Trigger) -> Reference | None:
    """Return who is willing or bound to do it: "أن *المملكة* حريصة على دعم", "حرص *مصر* على دعم".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A verbal noun.

    Returns
    -------
    Reference or None

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "مصر حريصة على دعم السودان."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('supported', 'egypt', 'sudan')]
    """
    units, i = sentence.units, trigger.unit - 1
    if i > 2 and units[i].norm == "علي" and units[i - 1].norm in grammar.WORKS:
        i -= 2  # "أن *المملكة* كانت ولا تزال تعمل على دعم"
        while i > 1 and (units[i].norm in grammar.AUXILIARIES or units[i].norm in grammar.STILL):
            i -= 1
        holder = units[i].ref
        return holder if holder is not None and holder.type != "place" else None
    if i < 2 or (units[i].norm != "علي" and trigger.analysis.particle not in ("ب", "ل")):
        return None
    while i > 2 and trigger.unit - i <= _HOLDER_REACH and is_noun(units[i].norm, grammar.EFFORTS):
        i -= 1  # "حريصة على *بذل الجهود المخلصة* لدعم"
    i -= units[i].norm == "علي"
    before, head = units[i], units[i - 1]
    if before.ref is not None and (is_noun(head.norm, grammar.WILL) or head.norm in grammar.WORKS):
        holder = before.ref
    elif head.ref is not None and is_noun(before.norm, grammar.WILLING):
        holder = head.ref
    else:
        return None
    return None if holder.type == "place" else holder


def holder_before(sentence: Sentence, trigger: Trigger) -> Reference | None:
    """Return whose act it is where the noun hangs on one of theirs.

    "قرار *الحكومة* بقطع العلاقات", "استمرار *الجيش* في قصف", "استعداد *روسيا* لمواصلة تقديم الدعم",
    "دعوة إلى *الرئيس* لزيارة".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A verbal noun.

    Returns
    -------
    Reference or None

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "استعداد روسيا لتقديم المساعدة للجزائر كبير."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('aided', 'russia', 'algeria')]
    """
    units = sentence.units
    i = trigger.unit - 1
    linked = trigger.analysis.particle in ("ب", "ل")
    forceful = trigger.entry is not None and trigger.entry.relation.group == "force"
    if linked and forceful and trigger.analysis.definite:
        return None  # "تنديد السعودية *بالهجمات*" is no attack of hers
    while i > 0 and trigger.unit - i <= _HOLDER_REACH and units[i].ref is None:
        unit = units[i]
        if unit.norm in grammar.ABOUT:
            return None
        if unit.norm in ("في", "علي") or unit.norm.startswith(("ل", "ب")):
            linked = True
        elif unit.kind == "punct":
            pass  # على "تواصل مستمر" مع
        elif unit.kind != "word" or any(a.is_verb for a in unit.analyses):
            return None
        i -= 1
    if i < 1 or not linked or units[i].ref is None:
        return None
    holder, head = units[i].ref, units[i - 1]
    if holder is None or holder.type == "place":
        return None
    if trigger.analysis.particle == "ل" and (
        head.norm == "الي" or grammar.preposition(holder.particles) == "ل"
    ):
        return holder
    behind = [u for u in units[i + 1 : trigger.unit] if u.kind != "punct"]
    if head.kind == "complementizer" and not holder.particles and len(behind) == 1:
        return holder  # "إن المسؤولين على *تواصل* مع نظرائهم"
    if holder.particles or head.kind != "word" or any(a.is_verb for a in head.analyses):
        return None
    return holder


#: How far before an attack the verb that tells who suffers it may stand.
_SUFFERER_REACH = 9


def sufferer(sentence: Sentence, trigger: Trigger) -> Reference | None:
    """Return who suffers an attack that a noun tells: "تعرضت *كييف* لهجوم", "تشهد *الصومال* هجمات".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A noun for an attack.

    Returns
    -------
    Reference or None

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "تعرضت كييف لهجوم روسي عنيف."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('attacked', 'russia', 'ukraine')]
    """
    units = sentence.units
    for i in range(trigger.unit - 1, max(trigger.unit - _SUFFERER_REACH, -1), -1):
        if units[i].kind in ("complementizer", "comma", "colon"):
            return None
        if units[i].norm.lstrip("و") in grammar.STRICKEN:
            behind = units[i + 1].ref if i + 1 < len(units) else None
            before = units[i - 1].ref if i else None
            return behind if behind is not None and not behind.particles else before
    return None


#: How far before their backing those who are backed may stand.
_BACKED_REACH = 12
#: Kinds of units that a subject may follow.
_BEGINS = frozenset({"complementizer", "comma", "punct", "date", "adverb"})


def _backed(sentence: Sentence, trigger: Trigger) -> list[Reference]:
    """Return who does something with the backing of another: "شنت *المعارضة* هجوماً بدعم من تركيا"."""
    units = sentence.units
    for i in range(trigger.unit - 1, max(trigger.unit - _BACKED_REACH, -1), -1):
        unit, before = units[i], units[i - 1] if i else None
        if unit.kind in ("complementizer", "colon"):
            break
        if unit.ref is None or unit.ref.type == "place" or unit.ref.particles:
            continue
        begins = before is None or before.kind in _BEGINS
        if begins or (before is not None and before.kind == "word" and not _has_article(before.norm)):
            return coordinated(sentence, i)[0]
    return []


def _has_article(norm: str) -> bool:
    return norm.startswith(("ال", "وال"))


def with_backing(
    sentence: Sentence,
    trigger: Trigger,
    arguments: Arguments,
    governor: Frame | None,
    nationality: Nationality,
) -> list[Reference]:
    """Return with whose backing something is done: "شنت هجوماً *بدعم من تركيا*", "بدعم *تركي*".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        A verbal noun.
    arguments : Arguments
        Changed: who is backed becomes the object.
    governor : Frame or None
        The verb before it.
    nationality : callable
        Reads an adjective as a mention of its state, or gives None.

    Returns
    -------
    list of Reference
        Empty where it is no such noun.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "أحرز الجيش الصومالي تقدماً بدعم من تركيا."), load())
    >>> [(c.relation, c.source_id, c.trigger) for c in read.claims]
    [('supported', 'turkey', 'بدعم')]
    """
    entry, analysis = trigger.entry, trigger.analysis
    if entry is None or entry.relation.id != "supported" or analysis.particle != "ب" or analysis.definite:
        return []
    backers = arguments.oblique.get("من", [])
    told = governor.trigger.entry if governor is not None else None
    welcomed = told is not None and told.relation.group in SPEECH_GROUPS  # "رحب *بدعم* تركي"
    if not (backers or welcomed or arguments.subjects):
        backers = nationalities(sentence, trigger.unit, nationality)
    if backers:
        arguments.objects, arguments.subjects = _backed(sentence, trigger), []
    return backers
