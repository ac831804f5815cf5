"""Journeys: who comes along, who is invited, and what does not travel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.actors.references import Reference
from kg.lexicon.actors import Entry
from kg.relations import grammar
from kg.relations.arguments import Arguments, coordinated
from kg.relations.frames import Frame
from kg.relations.triggers import Trigger, resumes
from kg.relations.units import Sentence

#: How far before the visit its invitation may stand: "دعوة من الملك إلى الرئيس *لزيارة* المملكة".
_INVITED_REACH = 7
#: What those do who are invited.
_ANSWERED = frozenset({"approved", "rejected"})
#: Before those who come with a guest, and how far behind him they may be named.
_WITH_HIM = grammar.ACCOMPANIED_BY | grammar.IN_COMPANY_OF
_COMPANY_REACH = 12
#: How far behind a delegation its leader may be named: "وفد رفيع المستوى برئاسة".
_LEADER_REACH = 3
#: How far behind a visit its visitors may be named.
_AMONG_REACH = 8
#: How far behind a journey the verb that tells its stops may stand, and they behind that verb.
_STOPS_REACH = 5


def companions(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> list[Reference]:
    """Return who comes along: "وصل الوزير *على رأس وفد* من التجار", "برفقة *السفير*".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
    arguments : Arguments

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "وصل ماكرون برفقة ميركل إلى كييف."), load())
    >>> [(c.source_id, c.target_id) for c in read.claims]
    [('emmanuel-macron', 'kyiv'), ('angela-merkel', 'kyiv')]
    """
    if trigger.entry is None or trigger.entry.relation.group != "meet":
        return []
    going = trigger.entry.relation.id == "visited"
    if trigger.entry.relation.id == "hosted":
        return []  # whoever comes along does so with the guest
    units = sentence.units
    for i in range(trigger.unit + 1, min(arguments.end + 1, len(units))):
        other = units[i].ref
        if other is None or other.type not in ("group", "person"):
            continue
        if other.type == "group" and (units[i - 2].norm, units[i - 1].norm) in grammar.AT_THE_HEAD_OF:
            return [other]
        if going and units[i - 1].norm in grammar.ACCOMPANIED_BY:
            return coordinated(sentence, i)[0]
    return []


def is_of_a_thing(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a thing is what a verb of travel tells of: "*القوانين* وصلت إلى البرلمان".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "قال ماكرون إن الأسلحة وصلت إلى كييف."), load())
    >>> [c.relation for c in read.claims]
    ['stated']
    """
    entry = trigger.entry
    if entry is None or entry.relation.id != "visited" or resumes(sentence, trigger) or not trigger.unit:
        return False
    unit = sentence.units[trigger.unit - 1]
    return unit.kind == "word" and len(unit.norm) > 3 and unit.norm not in grammar.NO_NOUNS


def complete(
    sentence: Sentence,
    frame: Frame,
    frames: Sequence[Frame],
    homes: Mapping[str, str],
    entries: Mapping[str, Entry],
) -> None:
    """Give a visit the guest invited to it and its stops, and a delegation that meets or travels its leader.

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Changed.
    frames : sequence of Frame
        Those before it.
    homes : mapping of str to str
        States of persons.
    entries : mapping of str to Entry
        Of the authority file, for the states that cities lie in.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "بدأ ماكرون جولة تشمل مصر والأردن."), load())
    >>> [(c.source_id, c.target_id) for c in read.claims]
    [('emmanuel-macron', 'egypt'), ('emmanuel-macron', 'jordan')]
    """
    entry = frame.trigger.entry
    if entry is None or entry.relation.group != "meet":
        return
    frame.arguments.objects = _with_leaders(sentence, frame.arguments.objects)
    if entry.relation.id == "visited":
        guests = invited(sentence, frame, frames) or []
        frame.sources = [g for g in guests if not stays_home(frame, g, homes)] or frame.sources
        frame.targets = _stops(sentence, frame) or frame.targets
        frame.sources = [*frame.sources, *_among_them(sentence, frame)]
        frame.sources = _guest_met(frame, frames, homes, entries) or frame.sources
        frame.targets = frame.targets or _to_the_speakers(sentence, frame, homes)
    else:
        frame.targets = _with_leaders(sentence, [*frame.targets, *_company(sentence, frame)])
        _each_with_each(sentence, frame)
    two = entry.relation.symmetric and len(frame.sources) == 2 and not frame.targets
    led = [s for s in frame.sources if len(_with_leaders(sentence, [s])) > 1] if two else []
    if len(led) == 1:  # "وبحثا": a delegation and whoever leads it are one side
        frame.targets = [s for s in frame.sources if s is not led[0]]
        frame.sources = led
    frame.sources = _with_leaders(sentence, frame.sources)


def leads_somewhere(sentence: Sentence, frame: Frame) -> bool:
    """Tell whether what follows a journey is done by the traveller: "زيارة الوزير إلى بغداد، *حيث* التقى".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Of anything, with its sources.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> text = "قال بوتين ذلك قبل زيارة ماكرون إلى مصر حيث سيلتقي سامح شكري."
    >>> [c.source_id for c in extract(Document("d", text), load()).claims if c.relation == "met-with"]
    ['emmanuel-macron']
    """
    entry, trigger = frame.trigger.entry, frame.trigger
    if entry is None or entry.relation.id != "visited" or trigger.analysis.pos != "noun":
        return False
    behind = sentence.units[trigger.unit + 1 : frame.arguments.end + 2]
    return any(u.norm == grammar.WHERE for u in behind)


def _to_the_speakers(sentence: Sentence, frame: Frame, homes: Mapping[str, str]) -> list[Reference]:
    """Return the country of whoever tells of a visit: "إن *بلاده* تثمن الزيارة التي قام بها فلان"."""
    if frame.trigger.analysis.pos != "noun" or not frame.sources:
        return []
    before = (u.ref for u in sentence.units[: frame.trigger.unit])
    own = [ref for ref in before if ref is not None and ref.kind == "homeland"][-1:]
    foreign = all(homes.get(r.actor) not in (None, *(o.actor for o in own)) for r in frame.sources)
    return own if foreign else []


def _among_them(sentence: Sentence, frame: Frame) -> list[Reference]:
    """Return who is named of a group behind its visit: "سيزور مسؤولون إيران *ومن بينهم الوزير*"."""
    if not frame.sources or frame.sources[-1].type != "group":
        return []
    units, at = sentence.units, frame.trigger.unit
    known = {r.actor for r in (*frame.sources, *frame.targets)}
    for i in range(at + 1, min(at + 1 + _AMONG_REACH, len(units) - 1)):
        if units[i].kind in ("complementizer", "colon", "quote"):
            return []
        if units[i].norm in grammar.AMONG_THEM and units[i + 1].ref is not None:
            found = coordinated(sentence, i + 1)[0]
            return [r for r in found if r.type == "person" and r.actor not in known]
    return []


def _guest_met(
    frame: Frame, frames: Sequence[Frame], homes: Mapping[str, str], entries: Mapping[str, Entry]
) -> list[Reference]:
    """Return the foreigner of a meeting told before, where the host would visit his own state.

    "استقبل أوباما *الرئيس الصيني* خلال الزيارة التي قام بها إلى واشنطن"
    """
    if frame.arguments.subjects or frame.trigger.analysis.pos != "noun" or not frames:
        return []
    entry = entries.get(frame.targets[0].actor) if len(frame.targets) == 1 else None
    state = entry.within or entry.actor.id if entry is not None else ""
    if not state or any(homes.get(r.actor) != state for r in frame.sources):
        return []
    for told in reversed(frames):
        relation = told.trigger.entry.relation if told.trigger.entry is not None else None
        if relation is not None and relation.group == "meet" and relation.id != "visited":
            parties = [*told.sources, *told.targets]
            guests = [r for r in parties if homes.get(r.actor, state) != state]
            return guests if len(guests) == 1 else []
    return []


def _company(sentence: Sentence, frame: Frame) -> list[Reference]:
    """Return who comes with whoever is received: "استقبل ماكرون شي *على رأس وفد*", "الوزير، *رفقة وفد*"."""
    entry = frame.trigger.entry
    if entry is None or entry.relation.id != "hosted" or not frame.targets:
        return []
    units = sentence.units
    guest = sentence.unit_of(frame.targets[-1])
    if guest is None:
        return []
    for at in range(guest + 1, min(guest + 1 + _COMPANY_REACH, len(units))):
        head_noun = units[at - 1].norm in ("علي", "وعلي")  # "على *رأس*" looks like a verb
        if (units[at].only_verb and not head_noun) or units[at].kind in ("complementizer", "colon"):
            return []
        head = (units[at - 2].norm, units[at - 1].norm) in grammar.AT_THE_HEAD_OF
        who = units[at].ref if head or units[at - 1].norm in _WITH_HIM else None
        if who is not None and who.type in ("group", "person"):
            return coordinated(sentence, at)[0]
    return []


def _each_with_each(sentence: Sentence, frame: Frame) -> None:
    """Let all of a meeting of three meet each other."""
    entry, at = frame.trigger.entry, frame.trigger.unit
    several = any(u.norm in grammar.OF_SEVERAL for u in sentence.units[at + 1 : at + 3])
    parties = [*frame.sources, *frame.targets]
    if several and entry is not None and entry.relation.symmetric and len(parties) > 2 and frame.targets:
        frame.sources, frame.targets = parties, []
        frame.arguments.carried = False


def _with_leaders(sentence: Sentence, references: Sequence[Reference]) -> list[Reference]:
    """Add whoever leads a delegation: "التقى وفداً *برئاسة الوزير*"."""
    found = list(references)
    units = sentence.units
    for group in [r for r in references if r.type == "group"]:
        at = sentence.unit_of(group)
        if at is None:
            continue
        behind = at + 1
        while behind < min(at + 1 + _LEADER_REACH, len(units)) and units[behind].norm not in grammar.LED_BY:
            if units[behind].kind not in ("relative", "word", "comma") or units[behind].only_verb:
                break  # but "وفد *رفيع المستوى* برئاسة"
            behind += 1
        if behind + 1 < len(units) and units[behind].norm in grammar.LED_BY:
            leader = units[behind + 1].ref
            if leader is not None and leader.type == "person":
                found.append(leader)
    return found


def _stops(sentence: Sentence, frame: Frame) -> list[Reference]:
    """Return the states and cities that a journey includes: "جولة *تشمل مصر والأردن*"."""
    units, at = sentence.units, frame.trigger.unit
    if frame.trigger.analysis.pos != "noun":
        return []
    start = None
    if at and units[at - 1].norm in grammar.INCLUDES:
        start = at + 1  # "وتشمل *جولة* الوزير مصر"
    for i in range(at + 1, min(at + 1 + _STOPS_REACH, len(units))):
        if units[i].norm in grammar.INCLUDES:
            start = i + 1
            break
        if units[i].kind in ("comma", "complementizer", "colon", "quote"):
            break
    i = start or len(units)
    while i < min((start or 0) + _STOPS_REACH, len(units)):
        ref = units[i].ref
        if ref is not None and ref.type not in ("person", "group") and not grammar.preposition(ref.particles):
            return coordinated(sentence, i)[0]
        if units[i].kind == "comma":
            # "جولة الوزير*، الموجود حالياً في كينيا،* إثيوبيا"
            closing = (j for j in range(i + 2, min(i + 9, len(units))) if units[j].kind == "comma")
            i = next(closing, len(units))
            start = i
        i += 1
    return []


def invited(sentence: Sentence, frame: Frame, frames: Sequence[Frame]) -> list[Reference] | None:
    """Return who is invited to a visit: "تلقى *ماكرون* دعوة من السيسي لزيارة القاهرة".

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
        Of the visit.
    frames : sequence of Frame
        Those before it.

    Returns
    -------
    list of Reference or None
        None where it is no visit by invitation.

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "تلقى ماكرون دعوة من السيسي لزيارة القاهرة."), load())
    >>> [(c.source_id, c.target_id) for c in read.claims if c.relation == "visited"]
    [('emmanuel-macron', 'cairo')]
    """
    entry, analysis = frame.trigger.entry, frame.trigger.analysis
    if entry is None or entry.relation.id != "visited" or analysis.pos != "noun" or analysis.pronoun:
        return None
    before = sentence.units[frame.trigger.unit - 1].norm if frame.trigger.unit else ""
    if analysis.particle != "ل" and before != "الي":
        return None
    for n in range(len(frames) - 1, -1, -1):
        told = frames[n].trigger
        if told.entry is not None and told.entry.relation.id in _ANSWERED and told.complement is not None:
            near = frame.trigger.unit - told.complement <= _INVITED_REACH
            return frames[n].sources if near else None  # "قبل *السيسي* دعوة بوتين لزيارة روسيا"
        if told.entry is None or told.entry.relation.id != "called-on" or told.analysis.pos != "noun":
            continue
        if frame.trigger.unit - told.unit > _INVITED_REACH:
            return None
        if frames[n].targets:
            return frames[n].targets
        verb = next((f for f in reversed(frames[:n]) if f.trigger.analysis.is_verb), None)
        if verb is None:
            return None
        inviters = {r.actor for r in frames[n].sources}
        takers = [verb.arguments.objects, verb.sources] if frames[n].sources else [verb.arguments.objects]
        return next((t for t in takers if t and not inviters & {r.actor for r in t}), None)
    return None


def stays_home(frame: Frame, traveller: Reference, homes: Mapping[str, str]) -> bool:
    """Tell whether a visit is one to the state of the visitor, which is a reading gone wrong.

    Parameters
    ----------
    frame : Frame
    traveller : Reference
    homes : mapping of str to str
        States of persons.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> text = "أكد بوتين أن ماكرون وافق على زيارة روسيا."
    >>> [(c.relation, c.source_id) for c in extract(Document("d", text), load()).claims]
    [('affirmed', 'vladimir-putin'), ('approved', 'emmanuel-macron'), ('visited', 'emmanuel-macron')]
    """
    entry = frame.trigger.entry
    going = entry is not None and entry.relation.id == "visited"
    if going and traveller.type in ("state", "place"):
        return True
    return going and any(r.actor == homes.get(traveller.actor) for r in frame.targets)
