"""Who holds what a verbal noun tells of: its source, and whom a light verb makes its target."""

from __future__ import annotations

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.arguments import Arguments
from kg.relations.bearers import holder_before, willing, with_backing
from kg.relations.discourse import Discourse
from kg.relations.frames import Frame
from kg.relations.governing import one_side, takes
from kg.relations.lending import expressed, inherited
from kg.relations.meetings import known_meeting
from kg.relations.nationality import Nationality, nationalities
from kg.relations.sources import SPEECH_GROUPS, meets
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence

#: Relations whose complement are the troops of whoever acts.
_TROOPS = frozenset({"deployed", "withdrew"})
#: Before what something comes to, or what is told of: "أدت الغارة *إلى* مقتل", "أعلن *عن* اعتقال".
_COMES_TO = frozenset({"الي", "عن", "في"})
#: Relations that happen to people.
_OF_PEOPLE = frozenset({"appointed", "dismissed", "arrested", "released"})
#: Relations whose verbal noun marks who goes with ل.
_LEAVING = frozenset({"withdrew", "resigned"})
#: What is asked for as an act of whoever is asked.
_DEMANDED = frozenset({"force", "aid"})


def noun_sources(
    sentence: Sentence,
    trigger: Trigger,
    arguments: Arguments,
    discourse: Discourse,
    governor: Frame | None,
    nationality: Nationality,
) -> list[Reference]:
    """Return who a verbal noun is said of.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    arguments : Arguments
        May be changed: a genitive that is acted on becomes the object.
    discourse : Discourse
    governor : Frame or None
        The verb before it.
    nationality : callable
        Reads an adjective (العدوان *الإسرائيلي*) as a mention of its state, or gives None.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.clauses import nominal
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "بعد لقاء الرئيس المصري مع وزير الدفاع العراقي."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> trigger = find_triggers(sentence, lexicon)[0]
    >>> arguments = nominal(sentence, trigger, [], lexicon.cues)
    >>> sources = noun_sources(sentence, trigger, arguments, Discourse(), None, lambda unit: None)
    >>> [text.slice(r.first, r.last) for r in sources]
    ['الرئيس المصري']
    """
    if _judged(trigger, governor) or _thing_travels(sentence, trigger, arguments):
        return []
    if arguments.both:
        return discourse.sides(arguments.both, meet=meets(trigger))
    if arguments.pronouns.get("بين") in ("هما", "هم", "ها"):
        them = _between_them(trigger, governor, discourse)
        if them:
            return them
    backers = with_backing(sentence, trigger, arguments, governor, nationality)
    if backers:
        return backers
    _part_from_stops(trigger, arguments)
    if arguments.subjects:
        conveners = _convener(sentence, trigger, governor)
        if conveners:
            return [*conveners, *arguments.subjects]
        partner = _partner(trigger, arguments, governor)
        if partner:
            arguments.objects, arguments.subjects = arguments.subjects, []
            return partner
        doers = _genitive_is_aim(sentence, trigger, arguments, governor, discourse)
        if doers:
            arguments.objects, arguments.subjects = arguments.subjects, []
            return doers
        sufferer = _genitive_is_object(sentence, trigger, arguments)
        if not sufferer or _goal_follows(sentence, trigger, arguments):
            return arguments.subjects
        arguments.objects = arguments.subjects
        arguments.subjects = []
    if arguments.oblique.get(grammar.BY) and not trigger.adverbial:  # "استنكاراً لاغتياله *على يد* مسلحين"
        hosted = trigger.entry is not None and trigger.entry.relation.id == "hosted"
        guest = arguments.pronouns.pop("genitive", "") if hosted else ""
        arguments.objects = arguments.objects or (_possessor(guest, discourse) if guest else [])
        return arguments.oblique[grammar.BY]
    pronoun = arguments.pronouns.get("genitive")
    if pronoun and _awaits(sentence, trigger) and arguments.objects:
        hosts, arguments.objects = arguments.objects, _possessor(pronoun, discourse)
        return hosts
    if pronoun:
        entry = trigger.entry
        goal = entry is not None and any(arguments.oblique.get(m) for m in {*entry.targets, "ل"})
        spoken = entry is not None and entry.relation.group in SPEECH_GROUPS  # "استنكاره" is his own
        acted_on = spoken or arguments.objects or goal or _noun_follows(sentence, trigger)
        if governor is not None and _for_them(trigger, governor):
            arguments.objects = discourse.antecedent(pronoun, governor.sources)
            return governor.sources
        purpose = trigger.analysis.particle == "ل" and not _noun_follows(sentence, trigger)
        if entry is not None and entry.relation.id == "approved" and purpose:
            return []  # "يطرح المشروع على القادة *لإقراره*"
        if entry is not None and entry.genitive_object and not acted_on:
            arguments.objects = discourse.antecedent(pronoun, [], people=entry.relation.id in _OF_PEOPLE)
            return []
        told = governor.arguments.oblique.get("عن", []) if governor is not None and spoken else []
        told = told or _asked(sentence, trigger, governor, pronoun, discourse)
        if pronoun == "نا" and discourse.speakers and entry is not None:  # "التزاماتنا": the speaker's
            own = entry.relation.group in ("meet", "say") and entry.relation.id != "promised"
            return discourse.we(discourse.speakers[0], own=own)
        return told or _possessor(pronoun, discourse)  # "نقلت الوكالة عن *الوزير* قوله"
    entry = trigger.entry
    movers = [r for r in arguments.oblique.get("ل", []) if r.type != "place"]
    if entry is not None and entry.relation.id in _LEAVING and movers:
        return movers  # "انسحاب كامل للقوات"
    if entry is not None and entry.relation.symmetric and movers and arguments.oblique.get("مع"):
        return movers  # "اجتماع للرئيس مع الوزراء"
    visitors = [r for r in movers if r.type == "person"]
    if entry is not None and entry.relation.id == "visited" and visitors:
        return visitors  # "زيارة للوزير"
    given = takes(governor) and bool(arguments.oblique.get("من") or _is_briefing(trigger))
    if trigger.entry is not None and trigger.entry.relation.group == "say" and not given:
        # "للكشف عن", "الإعلان عن": nobody speaks, but "انتقد الحكومة *في تصريح*"
        return _in_words(sentence, trigger, governor) if arguments.oblique.get("ل") else []
    agents = arguments.oblique.get("من", [])
    if (
        agents
        and trigger.entry is not None
        and not trigger.entry.genitive_object  # "مقتل أفراد *من* الشرطة"
        and trigger.entry.relation.id != "visited"  # "السفر *من* لبنان إلى مصر"
        and (
            "من" not in trigger.entry.targets
            or (trigger.analysis.particle and trigger.entry.relation.id not in _LEAVING)
            or trigger.entry.relation.group == "ask"  # "بناءً على طلب *من* الرئيس"
        )
    ):
        return agents
    states = nationalities(sentence, trigger.unit, nationality)
    if not states and entry is not None and entry.relation.id in _TROOPS and trigger.complement is not None:
        states = nationalities(sentence, trigger.complement, nationality)  # "نشر قوات *مصرية* في"
    if states and not _of_the_object(sentence, trigger, states[0]):
        return states
    if entry is not None and entry.relation.symmetric and len(arguments.oblique.get("بين", ())) == 1:
        return []  # "اتفاق بين إيران ومجموعة": the other party is one that nobody knows
    holder = holder_before(sentence, trigger) or willing(sentence, trigger)
    if holder is not None:
        return [holder]
    persons = discourse.pair is not None and all(r.type in ("person", "group") for r in discourse.pair)
    if discourse.pair and persons and known_meeting(trigger, arguments):
        return list(discourse.pair)
    if governor is None:
        works = entry is not None and entry.relation.id == "cooperated-with"
        return one_side(trigger, arguments, discourse) if works else []  # else who says it need not be there
    before = sentence.units[trigger.unit - 1] if trigger.unit else None
    governed = bool(trigger.analysis.particle) or (before is not None and before.kind == "preposition")
    lent = inherited(trigger, governor, discourse, governed=governed)
    if lent and expressed(trigger, governor):
        arguments.pronouns.setdefault("genitive", "ه")  # "عبر عن *الإدانة*" is "عن إدانته"
    if lent and _comes_to(sentence, trigger, governor):
        return []
    if lent and _with_counterpart(sentence, trigger, arguments) and all(r.type == "state" for r in lent):
        lent = [r for r in discourse.speakers if r.type == "person"] or lent
    # "الزيارة ستشهد لقاءات مع الوزراء", but not "القرار صدر دون تشاور مع الوزراء"
    near = sentence.units[max(governor.trigger.unit - 3, 0) : trigger.unit]
    own = bool(governor.sources) or any(u.norm in grammar.TRIPS for u in near)
    return lent or (one_side(trigger, arguments, discourse) if own else [])


def _is_briefing(trigger: Trigger) -> bool:
    return trigger.entry is not None and trigger.entry.relation.id == "briefed"


def _awaits(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a pronoun is the guest whom others received: "وكان *في استقباله* الوزير"."""
    before = [u.norm for u in sentence.units[max(trigger.unit - 2, 0) : trigger.unit]]
    hosted = trigger.entry is not None and trigger.entry.relation.id == "hosted"
    return hosted and before[-1:] == ["في"] and before[0].lstrip("و") in ("كان", "كانت", "يكون")


def _thing_travels(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether it is a thing that arrives somewhere: "وصول *المساعدات* إلى اليمن"."""
    if trigger.entry is None or trigger.entry.relation.id != "visited" or not arguments.oblique.get("الي"):
        return False
    analysis, i = trigger.analysis, trigger.unit + 1
    if analysis.definite or analysis.pronoun or i >= len(sentence.units):
        return False
    return sentence.units[i].kind == "word" and sentence.units[i].norm.startswith("ال")


def _of_the_object(sentence: Sentence, trigger: Trigger, state: Reference) -> bool:
    """Tell whether an adjective goes with what is acted on, not with the act: "استهداف *سفينة إسرائيلية*"."""
    if trigger.entry is None or not trigger.entry.genitive_object or trigger.analysis.definite:
        return False
    act = sentence.units[trigger.unit].norm
    adjective = sentence.text.tokens[state.first].norm
    return adjective.endswith("ه") and not act.endswith(("ه", "ات"))


def _for_them(trigger: Trigger, governor: Frame) -> bool:
    """Tell whether a pronoun is whom a verb is done for, and its subject does both: "اتصل به *لشكره*"."""
    entry = trigger.entry
    if entry is None or entry.relation.group != "back" or not entry.genitive_object:
        return False
    return trigger.analysis.particle == "ل" and bool(governor.sources)


def _in_words(sentence: Sentence, trigger: Trigger, governor: Frame | None) -> list[Reference]:
    """Return who says or does it in a statement to somebody: "انتقد الوزير الحكومة في *تصريح* للصحيفة"."""
    told = governor.trigger.entry if governor is not None else None
    if governor is None or (told is not None and told.relation.group == "say") or not trigger.unit:
        return []
    said = trigger.entry is not None and trigger.entry.relation.id == "stated"
    return governor.sources if said and sentence.units[trigger.unit - 1].norm in grammar.INSIDE else []


def _judged(trigger: Trigger, governor: Frame | None) -> bool:
    """Tell whether words are only what another act is about: "استنكر الأردن *تصريحات* الوزير"."""
    if trigger.entry is None or trigger.entry.relation.id != "stated" or governor is None:
        return False
    told = governor.trigger.entry
    near = trigger.unit - governor.trigger.unit <= len(governor.arguments.subjects) + 1
    return told is not None and told.relation.group in ("blame", "back", "warn") and near


def _between_them(trigger: Trigger, governor: Frame | None, discourse: Discourse) -> list[Reference]:
    """Return the two that a pronoun joins: "اتفق مع نظيره خلال المحادثات التي جمعت *بينهما*"."""
    if trigger.entry is None or not trigger.entry.relation.symmetric:
        return []
    told = [*governor.sources, *governor.targets] if governor is not None else []
    return told if len(told) > 1 else list(discourse.pair or ())


def _part_from_stops(trigger: Trigger, arguments: Arguments) -> None:
    """Part a traveller from the states behind him: "تشمل جولة *الوزير* السعودية والإمارات"."""
    if trigger.entry is None or trigger.entry.relation.id != "visited" or arguments.objects:
        return
    travellers = [r for r in arguments.subjects if r.type in ("person", "group")]
    stops = [r for r in arguments.subjects if r.type in ("state", "place")]
    if stops and (not travellers or arguments.subjects[0] in travellers) and len(arguments.subjects) > 1:
        arguments.subjects, arguments.objects = travellers, stops


def _with_counterpart(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether somebody's counterpart is met, so that a person meets him: "لقاء مع *نظيره*"."""
    if trigger.entry is None or trigger.entry.relation.group != "meet":
        return False
    tokens = sentence.text.tokens
    return any(tokens[r.first].norm.startswith("نظير") for r in arguments.oblique.get("مع", ()))


def _convener(sentence: Sentence, trigger: Trigger, governor: Frame | None) -> list[Reference]:
    """Return who holds a meeting that takes others in: "عقد *الرئيس* اجتماعاً ضم الوزراء"."""
    entry = trigger.entry
    if governor is None or entry is None or entry.relation.id != "met-with":
        return []
    verbs = sentence.units[trigger.unit + 1 : trigger.unit + 4]
    takes_in = any(a.is_verb and u.norm in grammar.TAKES_IN for u in verbs for a in u.analyses)
    light = governor.trigger.cue is not None and governor.trigger.cue.light
    return governor.sources if takes_in and light else []


def _partner(trigger: Trigger, arguments: Arguments, governor: Frame | None) -> list[Reference]:
    """Return who meets the one that a noun names: "ينوي بايدن لقاء شي", "دعا بايدن نتنياهو إلى لقاء عباس"."""
    entry = trigger.entry
    if entry is None or governor is None or not entry.relation.symmetric or "object" not in entry.targets:
        return []
    if len(arguments.subjects) > 1 or any(arguments.oblique.get(mark) for mark in (*entry.targets, "بين")):
        return []
    told = governor.trigger.entry
    if told is not None and told.relation.group == "ask" and governor.targets:
        return governor.targets
    return governor.sources if not trigger.analysis.definite else []


def _genitive_is_aim(
    sentence: Sentence, trigger: Trigger, arguments: Arguments, governor: Frame | None, discourse: Discourse
) -> list[Reference]:
    """Return who acts on the genitive of a noun: "ستواصل باريس *دعم الجيش*", "حرص مصر على *دعم السودان*"."""
    entry = trigger.entry
    for_it = entry is not None and entry.relation.group == "ask" and trigger.analysis.particle == "ل"
    if entry is None or not (for_it or entry.relation.group in ("back", "aid", "force")):
        return []  # "تظاهرات *لمطالبة* الحكومة": she is asked
    if "object" not in entry.targets or arguments.objects or arguments.oblique.get("ل"):
        return []
    if for_it and arguments.carried:
        return []  # "تلبية للدعوة *التي وجهها* الوزير": he gave it
    if _comes_to(sentence, trigger, governor):
        return []
    given = {r.actor for r in arguments.subjects}
    holder = willing(sentence, trigger)
    if holder is not None and holder.actor not in given:
        return [holder]
    if governor is None:
        return []
    doers = inherited(trigger, governor, discourse, governed=bool(trigger.analysis.particle))
    return [] if given & {r.actor for r in doers} else doers


def _comes_to(sentence: Sentence, trigger: Trigger, governor: Frame | None) -> bool:
    """Tell whether an act on people is only what something led to, or is told of: "أسفرت *عن مقتل* فلان"."""
    entry = trigger.entry
    if entry is None or entry.relation.id not in _OF_PEOPLE | {"killed"} or not trigger.unit:
        return False
    asked = governor.trigger.entry if governor is not None else None
    if asked is not None and asked.relation.group == "ask":
        return False  # "دعا السلطات *إلى توقيف* فلان": they do it
    return sentence.units[trigger.unit - 1].norm in _COMES_TO


def _genitive_is_object(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether the genitive of a verbal noun is what is acted on: زيارة موسكو، اعتقال فلان."""
    entry = trigger.entry
    if entry is None or ("object" not in entry.targets and not entry.genitive_object):
        return False
    if arguments.carried and sentence.units[trigger.unit + 1].ref is None:
        return False  # "القتل الذي ترتكبه *القوات*": who does it
    marked = [
        r for mark in {*entry.targets, "ل"} if mark != "object" for r in arguments.oblique.get(mark, [])
    ]
    if entry.relation.id in _OF_PEOPLE | {"killed"}:
        marked = [r for r in marked if r.type in ("person", "group")]  # "انتخاب فلان رئيساً *للصومال*"
    if marked:
        return False
    if entry.relation.id == "visited":
        return all(r.type in ("place", "state") for r in arguments.subjects)
    if arguments.objects:
        return False
    return entry.genitive_object


def _goal_follows(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether a noun behind the genitive is what is acted on: "إدانة الجامعة *للهجوم*"."""
    entry = trigger.entry
    i = trigger.unit + 1 + len(arguments.subjects)
    if entry is None or i >= len(sentence.units):
        return False
    unit = sentence.units[i]
    marks = {m for m in (*entry.targets, "ل") if len(m) == 1}
    return unit.kind == "word" and len(unit.norm) > 3 and unit.norm[0] in marks


def _noun_follows(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a bare noun follows, so that a pronoun is who acts on it: "استقباله *وفداً* من التجار"."""
    i = trigger.unit + 1
    if i >= len(sentence.units):
        return False
    unit = sentence.units[i]
    return unit.kind == "word" and not unit.preposition and unit.norm.endswith("ا")


def _asked(
    sentence: Sentence, trigger: Trigger, governor: Frame | None, pronoun: str, discourse: Discourse
) -> list[Reference]:
    """Return of whom it is asked to stop or do what is theirs: "دعا أنقرة إلى وقف *غاراتها* على"."""
    asked = governor.trigger.entry if governor is not None else None
    if governor is None or asked is None or asked.relation.group != "ask":
        return []
    own = trigger.entry is not None and trigger.entry.relation.group in _DEMANDED
    before = sentence.units[trigger.unit - 1].norm if trigger.unit else ""
    if not own or before in grammar.ON_OCCASION:
        return []
    fitting = [r for r in governor.targets if discourse.fits(r, pronoun)]
    return fitting if fitting == governor.targets else []


def _possessor(pronoun: str, discourse: Discourse) -> list[Reference]:
    subjects = discourse.sentence_subjects
    if subjects and pronoun == "هما" and len(subjects) == 2:
        return list(subjects)
    named = [discourse.gendered(s) for s in subjects[:1]]
    fitting = [s for s in named if not s.gender or (s.gender == "f") == (pronoun == "ها")]
    return fitting if fitting and pronoun in ("ه", "ها") else discourse.antecedent(pronoun, [])
