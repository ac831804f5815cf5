"""Who does it: the source of a verb or participle."""

from __future__ import annotations

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.arguments import Arguments, agrees, without_agreement
from kg.relations.discourse import Discourse
from kg.relations.journeys import companions, is_of_a_thing
from kg.relations.nationality import Nationality, nationalities
from kg.relations.triggers import Trigger, resumes
from kg.relations.units import Sentence

SPEECH_GROUPS = frozenset({"say", "warn", "ask", "blame", "back"})
_BY_NOUNS = frozenset(noun for _, noun in grammar.BY_WORDS)
_DAMMA = "\u064f"
#: What somebody who says "we" does as a government: "سنواصل دعم أوكرانيا".
_ACTS_OF_STATES = frozenset({"force", "aid"})


def verb_sources(
    sentence: Sentence,
    trigger: Trigger,
    arguments: Arguments,
    discourse: Discourse,
    speaker: Reference | None,
    nationality: Nationality = lambda unit: None,
) -> list[Reference]:
    """Return who a verb or participle is said of.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    arguments : Arguments
        May be changed: a lone mention after "and he met" is the object.
    discourse : Discourse
    speaker : Reference or None
        Whose speech holds the trigger.
    nationality : callable
        Reads an adjective (المسؤول *الأوروبي*) as a mention of its state, or gives None.

    Returns
    -------
    list of Reference
        Empty where nobody is named or meant.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.clauses import verbal
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "استقبل الرئيس المصري وزير الدفاع العراقي."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> trigger = find_triggers(sentence, lexicon)[0]
    >>> arguments = verbal(sentence, trigger, [], lexicon.cues)
    >>> sources = verb_sources(sentence, trigger, arguments, Discourse(), None)
    >>> [text.slice(r.first, r.last) for r in sources]
    ['الرئيس المصري']
    """
    analysis = trigger.analysis
    if arguments.both:
        return discourse.sides(arguments.both, meet=meets(trigger))
    if arguments.subjects:
        if _subject_is_object(sentence, trigger, arguments, discourse):
            arguments.objects, arguments.subjects = arguments.subjects, []
            return list(discourse.sentence_subjects or discourse.subjects)
        # "أدانت الجامعة الاقتحامات من قبل المتطرفين": an object has its own doers.
        doers = _by_whom(sentence, trigger, arguments)
        if doers or _passive(sentence, trigger, arguments):
            arguments.objects, arguments.subjects = arguments.subjects, []
            return doers
        return [*arguments.subjects, *companions(sentence, trigger, arguments)]
    if analysis.number == "d" and discourse.pair and analysis.pos != "part":
        return list(discourse.pair)
    if _impersonal(trigger, arguments):
        return []
    if analysis.person == "1":
        return discourse.we(speaker, own=own_act(trigger)) if speaker else []
    if arguments.same:
        return [without_agreement(r) for r in discourse.speakers or discourse.subjects]
    if arguments.again:
        return discourse.named_again(analysis)
    if arguments.honorific:
        states = nationalities(sentence, trigger.unit + 1, nationality)
        return discourse.last_person({r.actor for r in states})
    if arguments.voice:
        return [without_agreement(r) for r in discourse.authors or discourse.speakers or discourse.subjects]
    if _doer_unknown(sentence, trigger, arguments):
        return []
    if _is_asked_of(sentence, trigger, arguments):
        return []
    lent = _lends(sentence, trigger)
    if arguments.stranger and not lent and not resumes(sentence, trigger) and not _marked(trigger, arguments):
        return []
    done = analysis.passive or (analysis.pos == "past" and _DAMMA in sentence.token(trigger.unit).text[:3])
    if arguments.outsider or done:
        return []  # somebody unknown does it, or it is done: "عندما عُرض على اللجنة"
    if not arguments.fronted and not resumes(sentence, trigger) and _people_before(sentence, trigger):
        return []
    if arguments.fronted and arguments.stranger:
        return []  # a relative clause about something that is no actor
    if arguments.fronted and speaker is not None and not arguments.subjects:
        return [speaker] if agrees(analysis, [speaker], before=False) else []
    if is_of_a_thing(sentence, trigger):
        return []
    speech = trigger.entry is not None and trigger.entry.relation.group in SPEECH_GROUPS
    if arguments.stranger and speech and arguments.content is not None:
        return []  # somebody unknown says that; without أنّ the noun is what is affirmed or condemned
    if speech and _goes_on_inside(trigger, speaker):
        speech = False  # "قال المتحدث إن الوزير زار القاهرة *وشكر* مضيفيه"
    return discourse.dropped_subject(analysis, speech=speech)


def _goes_on_inside(trigger: Trigger, speaker: Reference | None) -> bool:
    """Tell whether a verb that is no saying goes on with what somebody told of another."""
    entry = trigger.entry
    told = entry is not None and entry.relation.group != "say"
    return told and speaker is not None and trigger.analysis.pos == "past"


def own_act(trigger: Trigger) -> bool:
    """Tell whether "we" do it in person (we said, we met), not as a state or body (we impose sanctions).

    Parameters
    ----------
    trigger : Trigger

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "التقينا الوزير العراقي ثم قصفنا مواقع في لبنان."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> [(sentence.token(t.unit).text, own_act(t)) for t in find_triggers(sentence, lexicon)]
    [('التقينا', True), ('قصفنا', False)]
    """
    return trigger.entry is None or trigger.entry.relation.group not in _ACTS_OF_STATES


def _doer_unknown(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether an unknown noun behind a verb can only be who does it: "شن *سلاح الجو* غارات"."""
    nouns = sentence.units[trigger.unit + 1 : trigger.unit + 3]
    if not nouns or nouns[0].kind != "word" or nouns[0].preposition or nouns[0].analyses:
        return False
    if nouns[0].norm in grammar.SOME_OF_THEM:
        return True
    if not arguments.stranger or nouns[0].norm in grammar.THE_LATTER or nouns[0].norm.startswith(("ب", "لل")):
        return False
    if not any(u.kind == "word" and u.norm.startswith("ال") for u in nouns):
        return False  # "شن *أكثر* من غارة": not the doer, but how much is done
    if trigger.complement is not None:
        return trigger.complement > trigger.unit + 1
    return bool(trigger.analysis.pronoun)


def _is_asked_of(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether it is only told what was asked of somebody: "حين *طُلب منهم* أن يغادروا"."""
    following = sentence.units[trigger.unit + 1 : trigger.unit + 2]
    asked = trigger.entry is not None and trigger.entry.relation.id == "called-on"
    of_him = bool(following) and following[0].norm in grammar.OF_HIM
    return asked and of_him and not (arguments.fronted or resumes(sentence, trigger))


def _lends(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether the noun after a light verb is what its subject does: "تجري خلالها *محادثات*"."""
    if trigger.cue is None or not trigger.cue.light or not trigger.unit:
        return False
    before = sentence.units[trigger.unit - 1]
    return before.kind != "word" or not before.norm.endswith(("ه", "ها", "هم"))


def meets(trigger: Trigger) -> bool:
    """Tell whether a trigger may be of a meeting, so that "the two" are persons.

    Parameters
    ----------
    trigger : Trigger

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "زار الوزير العراقي مصر، وأكد أهمية التعاون."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> [(sentence.token(t.unit).text, meets(t)) for t in find_triggers(sentence, lexicon)]
    [('زار', True), ('وأكد', False), ('التعاون', False)]
    """
    return trigger.entry is None or trigger.entry.relation.group == "meet"


def _impersonal(trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether a verb without subject means nobody: "يذكر أنّ", "يشار إلى أنّ"."""
    analysis = trigger.analysis
    if analysis.pos != "pres" or analysis.particle or analysis.gender == "f" or arguments.fronted:
        return False
    near = arguments.content is not None and arguments.content - trigger.unit <= 3
    return near and not arguments.pronouns and not arguments.oblique


def _marked(trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether the other party is there, so that an unknown noun is no subject: "بحث معه الأزمة"."""
    if trigger.entry is None or trigger.entry.relation.id == "visited":
        return False  # "تغادر *البعثة* إلى فرنسا": she goes
    present = {*arguments.oblique, *arguments.pronouns, *(["object"] if arguments.objects else [])}
    return bool(present & trigger.entry.targets)


def _passive(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether the one mention after a verb is acted on: "اعتُقل فلان", "عُيّن فلان وزيراً"."""
    entry = trigger.entry
    if entry is None or "source" in entry.needs or "object" not in entry.targets:
        return False
    if arguments.fronted:
        return _fell(sentence, trigger, arguments)
    if trigger.analysis.passive or (
        trigger.analysis.pos == "past" and _DAMMA in sentence.token(trigger.unit).text[:-1]
    ):
        return True
    if entry.relation.id == "appointed" and _becomes(sentence, trigger, arguments):
        return True
    inside = arguments.inside and not _beyond_preposition(sentence, trigger, arguments.inside[0])
    alone = not (arguments.objects or inside or arguments.both_objects or arguments.bare_noun)
    return alone and "object" not in arguments.pronouns and trigger.complement is None


def _beyond_preposition(sentence: Sentence, trigger: Trigger, mention: Reference) -> bool:
    """Tell whether a mention belongs to where or how it happened: "قتل جندي *في اشتباك بين* ... "."""
    between = (u for u in sentence.units[trigger.unit + 1 :] if u.first < mention.first)
    return any(u.kind == "preposition" and u.norm in grammar.INSIDE for u in between)


def _becomes(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether an office follows the one mention, and nobody else: "انتخب *فلان الفلاني رئيساً*"."""
    i = trigger.unit + 1 + len(arguments.subjects)
    if arguments.objects or len(arguments.subjects) != 1 or i >= len(sentence.units):
        return False
    subject, office = arguments.subjects[0], sentence.units[i]
    whole = subject.kind == "name" and subject.last - subject.first > 1
    return subject.type == "person" and whole and office.norm in grammar.OFFICES


def _people_before(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether unknown people stand before their verb: "*مجهولون* يختطفون رجال دين"."""
    before = sentence.units[trigger.unit - 1] if trigger.unit else None
    if (
        before is None
        or before.kind != "word"
        or before.analyses
        or trigger.analysis.number not in ("p", "d")
    ):
        return False
    return before.norm.endswith(("ون", "ين", "ان")) and not before.preposition


def _by_whom(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> list[Reference]:
    """Return who does what a passive verb tells: "اغتيل فلان *على يد* مسلحين"."""
    doers = arguments.oblique.get(grammar.BY, [])
    if arguments.bare_noun or not doers:
        return []
    if trigger.entry is not None and trigger.entry.relation.group in SPEECH_GROUPS:
        between = (u for u in sentence.units[trigger.unit + 1 :] if u.first < doers[0].first)
        if any(u.kind == "word" and u.norm not in _BY_NOUNS for u in between):
            return []  # "علّق على اغتيال فلان *على يد* مسلحين": what is spoken of has its own doers
    return doers


def _fell(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether people named before a verb are acted on, as nobody follows it: "أنّ فلاناً *اعتُقل* في"."""
    if trigger.analysis.pos != "past" or arguments.objects or arguments.bare_noun or arguments.pronouns:
        return False
    i = trigger.unit + 1
    ends = i >= len(sentence.units) or sentence.units[i].kind not in (
        "word",
        "ref",
        "quote",
        "complementizer",
    )
    return ends and all(r.type in ("person", "group") for r in arguments.subjects)


def _subject_is_object(
    sentence: Sentence, trigger: Trigger, arguments: Arguments, discourse: Discourse
) -> bool:
    """Tell whether the one mention after a verb is its object: "زار بيروت والتقى رئيس الحكومة"."""
    entry = trigger.entry
    if entry is None or "object" not in entry.targets or arguments.fronted or arguments.objects:
        return False
    if arguments.pronouns.get("object"):
        return False
    if arguments.bare_noun and "aim" in entry.targets and entry.relation.group in ("blame", "back"):
        return False  # "وأيدت *الوزارة* القرار": the thing is the object
    before = sentence.units[trigger.unit - 1] if trigger.unit else None
    subordinate = before is not None and (before.kind == "complementizer" or before.norm == grammar.WHERE)
    depends = subordinate and entry.needs >= {"source", "target"}
    if not resumes(sentence, trigger) and not depends:
        return False
    if _goal_marked(sentence, trigger, arguments):
        return False
    going = entry.relation.id == "visited" and all(r.type in ("place", "state") for r in arguments.subjects)
    doers = discourse.sentence_subjects or (discourse.subjects if going else [])
    following = sentence.units[trigger.unit + 1 : trigger.unit + 2]
    if not doers and entry.relation.group == "ask" and following and following[0].kind == "comma":
        doers = discourse.speakers  # "ودعا، خلال اللقاء، *الحكومة* إلى"
    if not doers or {r.actor for r in arguments.subjects} & {r.actor for r in doers}:
        return False
    if not agrees(trigger.analysis, doers, before=False):
        return False
    aimed = "target" in entry.needs or entry.relation.group == "ask"
    return aimed or all(r.type != "person" for r in arguments.subjects)


def _goal_marked(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether a preposition marks where somebody comes: "وصل الوفد *إلى* قناعة"."""
    entry = trigger.entry
    marks = entry.targets & grammar.TOWARDS if entry is not None and entry.relation.id == "visited" else ()
    units = sentence.units[trigger.unit + 1 : arguments.end]
    return any(u.kind == "preposition" and u.norm in marks for u in units)
