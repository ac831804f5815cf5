"""What a trigger takes from another in its sentence: whose act it is, and whether it is an act of its own."""

from __future__ import annotations

from collections.abc import Sequence

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.arguments import Arguments, coordinated
from kg.relations.discourse import Discourse
from kg.relations.frames import Frame
from kg.relations.nouns import is_noun
from kg.relations.sources import SPEECH_GROUPS
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence, Unit

#: Relations that the subject of a sentence has a part in, though it is named with another verb.
_JOINT = frozenset({"cooperated-with", "discussed-with"})


def one_side(trigger: Trigger, arguments: Arguments, discourse: Discourse) -> list[Reference]:
    """Return the subject of the sentence as who meets or works with others: "ستشهد *لقاءات مع* الوزراء".

    Parameters
    ----------
    trigger : Trigger
        A noun.
    arguments : Arguments
    discourse : Discourse

    Returns
    -------
    list of Reference
        Empty where nobody stands after مع, or the meeting is one told of before.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "إسبانيا تثمن تنفيذ التعاون مع المغرب."), load())
    >>> [c.source_id for c in read.claims if c.relation == "cooperated-with"]
    ['spain']
    """
    if trigger.entry is None or not arguments.oblique.get("مع"):
        return []
    relation = trigger.entry.relation
    meets_some = relation.symmetric and relation.group == "meet" and not trigger.analysis.definite
    return discourse.sentence_subjects[:1] if meets_some or relation.id in _JOINT else []


def attackers(sentence: Sentence, trigger: Trigger, frames: Sequence[Frame]) -> list[Reference]:
    """Return whose attack it is that a verb says killed or hit somebody: "غارات التحالف *قتلت*".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        The verb.
    frames : sequence of Frame
        Those before it.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "غارات روسيا على أوكرانيا قتلت عشرة مدنيين."), load())
    >>> [(c.relation, c.source_id) for c in read.claims]
    [('attacked', 'russia'), ('killed', 'russia')]
    """
    if trigger.entry is None or trigger.entry.relation.group != "force" or not frames:
        return []
    before = frames[-1].trigger
    if before.entry is None or before.entry.relation.group != "force" or before.analysis.pos != "noun":
        return []
    between = sentence.units[before.unit + 1 : trigger.unit]
    return [] if any(u.kind in ("comma", "complementizer", "colon") for u in between) else frames[-1].sources


#: How far behind those killed the attack that killed them may be named.
_ATTACK_REACH = 12


def lend_attackers(sentence: Sentence, frames: Sequence[Frame], involvement: frozenset[str]) -> None:
    """Let whoever attacked, or owns to it, have killed: "قتل ثلاثة *في غارة روسية*", "مسؤوليته عن مقتل".

    Parameters
    ----------
    sentence : Sentence
    frames : sequence of Frame
        Those of the sentence; killings of which nobody is the doer are changed.
    involvement : frozenset of str
        Nouns for having done it (مسؤولية).

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "قتل عشرة مدنيين في هجوم شنه تنظيم داعش."), load())
    >>> [(c.relation, c.source_id) for c in read.claims]
    [('killed', 'islamic-state')]
    """
    units = sentence.units
    for i, frame in enumerate(frames):
        entry, at = frame.trigger.entry, frame.trigger.unit
        if entry is None or entry.relation.id != "killed" or frame.sources or not frame.targets:
            continue
        owns = at > 1 and units[at - 1].norm == "عن" and is_noun(units[at - 2].norm, involvement)
        if owns and i:
            frame.sources = [r for r in frames[i - 1].sources if r not in frame.targets]
            continue
        led = _led_to(sentence, frame, frames[:i])
        if led:
            frame.sources = [r for r in led if r not in frame.targets]
            continue
        attack = next((f for f in frames[i + 1 :] if _is_attack(f)), None)
        if attack is None or attack.trigger.unit - at > _ATTACK_REACH:
            continue
        between = units[at + 1 : attack.trigger.unit]
        within = attack.trigger.analysis.particle == "ب" or any(
            u.norm in grammar.IN_ATTACK for u in between[-2:]
        )
        if within and not any(u.kind in ("complementizer", "colon", "relative") for u in between):
            struck = {r.actor for r in frame.targets}
            attack.sources = [r for r in attack.sources if r.actor not in struck]
            frame.sources = attack.sources


def _led_to(sentence: Sentence, frame: Frame, earlier: Sequence[Frame]) -> list[Reference]:
    """Return whose attack led to a killing: "أدى *قصف روسي* إلى مقتل", "غارة إسرائيلية أسفرت عن مقتل"."""
    attack = next((f for f in reversed(earlier) if _is_attack(f)), None)
    if attack is None or frame.trigger.unit - attack.trigger.unit > _ATTACK_REACH:
        return []
    between = sentence.units[max(attack.trigger.unit - 2, 0) : frame.trigger.unit]
    if any(u.kind in ("complementizer", "colon") for u in between):
        return []
    return attack.sources if any(u.norm.lstrip("و") in grammar.RESULTS for u in between) else []


def _is_attack(frame: Frame) -> bool:
    entry = frame.trigger.entry
    carried = frame.trigger.analysis.pos == "noun" or frame.trigger.complement is not None
    return entry is not None and entry.relation.id == "attacked" and carried


#: How far behind "he expressed" the noun of what he expresses may stand.
_EXPRESSED = 4


def expresses(frame: Frame, later: Sequence[Frame]) -> bool:
    """Tell whether a verb of saying only lends its subject to what is said: "أعرب عن إدانته للهجوم".

    Parameters
    ----------
    frame : Frame
        Of the verb.
    later : sequence of Frame
        Those after it.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "أعرب أنطونيو غوتيريش عن إدانته للهجوم."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('condemned', 'antonio-guterres', None)]
    """
    entry = frame.trigger.entry
    if entry is None or entry.relation.id != "stated" or frame.arguments.content is not None:
        return False
    for other in later:
        if other.trigger.unit - frame.trigger.unit > _EXPRESSED + len(frame.sources):
            return False
        told = other.trigger.entry
        if other.trigger.analysis.pos == "noun" and told is not None and told.relation.group in SPEECH_GROUPS:
            return other.pairs() != [] and {r.actor for r in other.sources} == {
                r.actor for r in frame.sources
            }
    return False


def governor_of(sentence: Sentence, trigger: Trigger, frames: Sequence[Frame]) -> Frame | None:
    """Return the verb that a verbal noun depends on: the nearest before it, with no new clause between.

    An invitation depends on the visit told before it: "زيارة الملك إلى موسكو *بدعوة* من الرئيس".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        The noun.
    frames : sequence of Frame
        Those before it.

    Returns
    -------
    Frame or None

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "تأتي زيارة محمود عباس إلى روسيا بدعوة من فلاديمير بوتين."), load())
    >>> [(c.relation, c.source_id, c.target_id) for c in read.claims]
    [('visited', 'mahmoud-abbas', 'russia'), ('called-on', 'vladimir-putin', 'mahmoud-abbas')]
    """
    invited = trigger.entry is not None and trigger.entry.relation.group == "ask"
    for frame in reversed(frames):
        if frame.trigger.analysis.pos == "noun":
            told = frame.trigger.entry
            if _judged_act(trigger, frame):
                return None
            visit = invited and trigger.analysis.particle == "ب" and told and told.relation.id == "visited"
            if (visit and frame.sources) or _lends(frame):
                return frame
            continue
        between = sentence.units[frame.trigger.unit + 1 : trigger.unit]
        if between and between[-1].kind == "quote":
            between = between[:-1]  # "زار المدينة لإجراء "محادثات"..."
        if any(u.kind in ("complementizer", "colon", "quote") for u in between):
            return None
        return None if takes(frame) and _of_a_noun(trigger, between) else frame
    return None


def _judged_act(trigger: Trigger, judging: Frame) -> bool:
    """Tell whether an attack is only what somebody judges: "دعوا إلى الحداد *تنديداً بالقصف*"."""
    entry, judges = trigger.entry, judging.trigger.entry
    if entry is None or judges is None or not judging.trigger.adverbial:
        return False
    forceful = entry.relation.group == "force" and trigger.analysis.particle in ("ب", "ل")
    return forceful and judges.relation.group in ("blame", "back", "warn")


def _of_a_noun(trigger: Trigger, between: Sequence[Unit]) -> bool:
    """Tell whether it is another noun that somebody gets: "تسلم *أوامر* الانسحاب من فلان"."""
    if not trigger.analysis.definite or trigger.analysis.particle or not between:
        return False
    before = between[-1]
    return before.kind == "word" and not before.norm.startswith(("ال", "وال", "بال", "لل"))


def _lends(frame: Frame) -> bool:
    """Tell whether the noun of a light verb has its subject with it: "توجيه *الوزير* انتقادات"."""
    return frame.trigger.cue is not None and frame.trigger.cue.light and bool(frame.arguments.subjects)


def topic_between(sentence: Sentence, first: int, last: int) -> list[Reference]:
    """Return whom a clause with أنّ is about, verb or no verb: "أكد أن *بلاده* مستعدة لزيادة دعمها".

    Parameters
    ----------
    sentence : Sentence
    first, last : int
        Units between which it is looked for, ``last`` exclusive.

    Returns
    -------
    list of Reference
        Of the last such clause; empty where there is none.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "أكد الوزير العراقي أن مصر مستعدة للمساعدة."))
    >>> sentence = read_sentences(text, find_actors(text, lexicon).references, [], lexicon)[0]
    >>> [r.actor for r in topic_between(sentence, 0, len(sentence.units))]
    ['egypt']
    """
    for i in range(last - 1, first, -1):
        ref, before = sentence.units[i].ref, sentence.units[i - 1]
        if before.kind == "complementizer" and ref is not None and ref.type != "place" and not ref.particles:
            return sentence.as_actor(coordinated(sentence, i)[0])
    return []


def takes(governor: Frame | None) -> bool:
    """Tell whether a light verb makes its subject the target of its noun: "*تلقى* الرئيس اتصالاً".

    Parameters
    ----------
    governor : Frame or None

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.arguments import Arguments
    >>> from kg.relations.triggers import find_triggers
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> sentence = read_sentences(parse(Document("d", "واجهت انتقادات.")), (), [], lexicon)[0]
    >>> takes(Frame(find_triggers(sentence, lexicon)[0], Arguments(), [], []))
    True
    """
    return governor is not None and governor.trigger.cue is not None and governor.trigger.cue.inverse


#: How far behind a protest its demand may stand.
_DEMAND_REACH = 14


def lend_demands(frames: Sequence[Frame]) -> None:
    """Let a protest that demands something of somebody be one against him: "تظاهروا *لمطالبة الحكومة*".

    Parameters
    ----------
    frames : sequence of Frame
        Those of a sentence; protests that name no target are changed.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "تظاهر آلاف الفرنسيين للمطالبة باستقالة ماكرون."), load())
    >>> [(c.relation, c.target_id) for c in read.claims if c.relation != "resigned"]
    [('protested', 'emmanuel-macron'), ('called-on', 'emmanuel-macron')]
    """
    for i, frame in enumerate(frames):
        entry = frame.trigger.entry
        if entry is None or entry.relation.id != "protested" or frame.targets:
            continue
        for demand in frames[i + 1 :]:
            asks = demand.trigger.entry is not None and demand.trigger.entry.relation.group == "ask"
            if not asks or demand.trigger.unit - frame.trigger.unit > _DEMAND_REACH:
                continue
            alone = frame.trigger.analysis.pos == "noun" and not frame.sources
            if demand.targets and (alone or demand.sources == frame.sources):
                frame.sources, frame.targets = demand.sources, demand.targets
            break
