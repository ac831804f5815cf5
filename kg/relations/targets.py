"""The other party of a trigger, by the marks its lexicon entry names."""

from __future__ import annotations

from collections.abc import Sequence

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.addressees import asked_that, asked_to_go, called, medium, of_things, says_where
from kg.relations.arguments import Arguments, coordinated
from kg.relations.discourse import Discourse
from kg.relations.nationality import Nationality, nationalities
from kg.relations.nouns import is_noun
from kg.relations.scan import PLACE_RELATIONS
from kg.relations.triggers import Trigger, resumes
from kg.relations.units import Sentence

#: Order in which marks are tried: the object before any preposition.
_ORDER = tuple("object مع ب ل الي من علي ضد بحق عن في ازاء تجاه نحو باتجاه امام لصالح جانب".split())
#: Relations that happen to persons.
_OFFICE = frozenset({"appointed", "dismissed"})
_CUSTODY = frozenset({"arrested", "released", "killed", "hosted"})
#: Relations that put something to somebody, and those that answer it.
OFFERS = frozenset({"called-on", "proposed"})
_ANSWERS = frozenset({"approved", "rejected"})
#: Relations that mostly bear on what somebody does.
_JUDGEMENTS = frozenset({"condemned", "criticized", "praised", "welcomed"})
#: Relations that a place may suffer though nobody goes there: "التهديد باجتياح رفح".
_THREATS = frozenset({"threatened"})
#: Groups of relations that are kind to their target.
_KIND = frozenset({"back", "aid", "agree"})
#: How far into what is spoken of the actor aimed at may stand.
_AIM_REACH = 4
#: How far after the thing praised or condemned its doer may stand.
_DOER_REACH = 8


def find_targets(
    sentence: Sentence,
    trigger: Trigger,
    arguments: Arguments,
    sources: Sequence[Reference],
    discourse: Discourse,
    nationality: Nationality,
    media: frozenset[str] = frozenset(),
) -> list[Reference]:
    """Return the other party of a trigger.

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        Of a relation, not of a cue verb.
    arguments : Arguments
    sources : sequence of Reference
        Never among the result.
    discourse : Discourse
        To resolve pronouns.
    nationality : callable
        Reads an adjective as a mention of its state, or gives None.
    media : frozenset of str
        Actors that are news media: whoever speaks speaks to them.

    Returns
    -------
    list of Reference
        Empty where the text names none.

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
    >>> sources = arguments.subjects
    >>> targets = find_targets(sentence, trigger, arguments, sources, Discourse(), lambda unit: None)
    >>> [text.slice(r.first, r.last) for r in targets]
    ['وزير الدفاع العراقي']
    """
    entry = trigger.entry
    assert entry is not None
    barred = {r.actor for r in sources}
    if entry.relation.symmetric and entry.relation.group == "meet" and trigger.analysis.pos == "noun":
        barred |= media  # "قال في مقابلة مع الصحيفة": an interview is what he tells it

    kindly, meeting = entry.relation.group in _KIND, entry.relation.group == "meet"

    def fitting(found: Sequence[Reference]) -> list[Reference]:
        return [
            r
            for r in found
            if r.actor not in barred
            and _allowed(trigger, r)
            and not (kindly and _opposed(sentence, r))
            and not (meeting and says_where(sentence, r))
        ]

    if "بين" in entry.targets or entry.relation.symmetric:
        between = fitting(arguments.oblique.get("بين", []))
        topic = len(sources) > 1 and trigger.analysis.is_verb  # "ناقشا التقريب *بين* الفصائل"
        if between and not topic and (len(between) > 1 or sources):
            return between
    if _of_thing(sentence, trigger, arguments):
        told = any(is_noun(u.norm, discourse.offers) for u in sentence.units[: trigger.unit])
        return fitting(discourse.offerers) if told and entry.relation.id in _ANSWERS else []
    if entry.relation.group == "ask" and (asked := asked_to_go(sentence, trigger)):
        return fitting(asked)
    if "passive" in entry.requires:
        return fitting(_qualified(sentence, trigger))
    if arguments.suffered:
        return fitting(arguments.objects)
    marks = entry.targets
    demands = entry.relation.group == "ask" and "object" in marks and trigger.analysis.pos != "noun"
    if demands or (entry.relation.group == "blame" and trigger.analysis.is_verb):
        marks = marks - {"ل"}  # "انتقد في تصريح *للوكالة*": only the noun marks its object so
    if entry.relation.id in _CUSTODY and of_things(sentence, trigger):
        return []
    if trigger.analysis.pos == "noun" and "object" in marks:
        marks = marks | {"ل"}  # what a verb takes bare, its noun takes with ل: استقبال الوزير للسفير
    owners = _owners(sentence, trigger, arguments, nationality)
    if fitting(owners):
        return fitting(owners)
    if entry.relation.id in _ANSWERS and _answers(sentence, trigger, discourse.offers):
        return fitting(discourse.offerers)
    if entry.relation.id in _ANSWERS and _that(sentence, trigger):
        return fitting(discourse.sentence_subjects)
    for mark in _ORDER:
        if mark not in marks:
            continue
        found = _marked(trigger, arguments, mark, sources, discourse)
        if fitting(found):
            return fitting(found)
    if entry.relation.group == "ask" and fitting(asked := asked_that(sentence, trigger)):
        return fitting(asked)
    if entry.relation.group == "say" and arguments.content is not None:
        addressed = medium(sentence, trigger, arguments.content, media)
        return fitting(addressed or called(sentence, arguments.content))
    endangered = entry.relation.id in _THREATS and trigger.analysis.pos == "part"  # "مهددة بالقرار"
    if "aim" in entry.targets and not endangered:
        return fitting(_aim(sentence, trigger, arguments, nationality))
    return []


def _owners(
    sentence: Sentence, trigger: Trigger, arguments: Arguments, nationality: Nationality
) -> list[Reference]:
    """Return whose the thing is that a verb judges, whomever it is for: "ثمن الدعم *السعودي* للبنان"."""
    entry = trigger.entry
    if entry is None or not trigger.analysis.is_verb or arguments.objects:
        return []
    thing = _thing(sentence, trigger)
    charged = (
        entry.relation.id == "denied"
        and thing is not None
        and is_noun(sentence.units[thing].norm, grammar.CHARGES)
    )
    if thing is None or not ("aim" in entry.targets or charged):
        return []
    owners = nationalities(sentence, thing, nationality)
    following = sentence.units[thing + 1] if thing + 1 < len(sentence.units) else None
    named = following is not None and following.kind == "word" and following.norm.startswith("ال")
    if not owners and charged and following is not None and following.ref and not following.ref.particles:
        return sentence.as_actor([following.ref])  # "نفت إيران اتهامات *واشنطن*"
    if not owners and named and entry.relation.id in _ANSWERS:
        owners = nationalities(sentence, thing + 1, nationality)  # "رفض مشروع القرار *الروسي*"
    return owners


def _of_thing(sentence: Sentence, trigger: Trigger, arguments: Arguments) -> bool:
    """Tell whether a pronoun after a verb stands for a thing: "القرار، بعدما صادقت *عليه* الحكومة".

    What is approved or rejected is no actor. What is praised or condemned is one where the verb goes on with
    what was told of him ("هاجم الوزير ووصف*ه*"), a thing where it describes a noun ("موقفاً أشادت *به*").
    """
    entry = trigger.entry
    if entry is None or not trigger.analysis.is_verb or not arguments.pronouns.keys() & entry.targets:
        return False
    if entry.relation.id in _ANSWERS:
        return True
    return entry.relation.id in _JUDGEMENTS and not resumes(sentence, trigger)


def _opposed(sentence: Sentence, reference: Reference) -> bool:
    """Tell whether what is backed is against a party: "دعمه للعمليات *ضد* التنظيم", "*للتصدي* للتنظيم"."""
    tokens, at = sentence.text.tokens, reference.first - 1
    if at > 0 and tokens[at].norm == "علي":
        at -= 1  # "*القضاء على* التنظيم"
    return at >= 0 and tokens[at].norm in grammar.AGAINST


def _allowed(trigger: Trigger, reference: Reference) -> bool:
    """Places are visited, attacked, occupied and left; nobody speaks to them."""
    assert trigger.entry is not None
    if trigger.entry.relation.id == "visited":
        return reference.type not in ("person", "group")
    if trigger.entry.relation.id in _OFFICE:
        return reference.type in ("person", "group")
    if trigger.entry.relation.id in _CUSTODY:
        return reference.type not in ("place", "state")
    if reference.type != "place":
        return True
    return trigger.entry.relation.id in PLACE_RELATIONS | _THREATS


def _qualified(sentence: Sentence, trigger: Trigger) -> list[Reference]:
    """Return whom a passive participle qualifies: "*الفصائل* العراقية المدعومة من إيران"."""
    for unit in reversed(sentence.units[max(0, trigger.unit - 3) : trigger.unit]):
        if unit.ref is not None:
            return [unit.ref]
        if unit.kind not in ("word", "punct", "comma"):
            return []
    return []


def _answers(sentence: Sentence, trigger: Trigger, offers: frozenset[str]) -> bool:
    """Tell whether it is an offer made before that is answered: "قبل *الدعوة*", "رفض *مقترحه*"."""
    thing = trigger.complement if trigger.complement is not None else _thing(sentence, trigger)
    if thing is None or not is_noun(sentence.units[thing].norm, offers):
        return False
    unit = sentence.units[thing]
    following = sentence.units[thing + 1] if thing + 1 < len(sentence.units) else None
    owned = following is not None and (following.ref is not None or following.kind == "relative")
    known = "ال" in unit.norm[:3] or unit.norm.startswith("لل") or unit.norm.endswith(("ه", "ها", "هم"))
    return known and not owned


def _that(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether what somebody wanted before is answered: "أرادت واشنطن التفاوض، لكن النيجر رفضت *ذلك*"."""
    after = sentence.units[trigger.unit + 1 : trigger.unit + 3]
    return any(u.norm in ("ذلك", "لذلك") for u in after) and not any(u.kind == "comma" for u in after[:1])


def _marked(
    trigger: Trigger, arguments: Arguments, mark: str, sources: Sequence[Reference], discourse: Discourse
) -> list[Reference]:
    """Mentions, or antecedents of pronouns, that carry one mark."""
    answered = trigger.entry is not None and trigger.entry.relation.id in _ANSWERS
    thing = answered and trigger.analysis.pos != "noun"  # "صادقت *عليه*", "رفض*ها*": the thing, not its maker
    if mark != "object":
        pronoun = arguments.pronouns.get(mark)
        if pronoun and not thing:
            antecedent = discourse.antecedent(pronoun, sources, people=_of_people(trigger))
            if antecedent:
                return antecedent
        found = arguments.oblique.get(mark, [])
        entry = trigger.entry
        owned = entry is not None and "aim" in entry.targets and bool(arguments.inside)
        loose = entry is not None and entry.relation.group != "say" and not owned
        if not found and loose and trigger.analysis.pos != "noun":
            found = arguments.nested.get(mark, [])
        return found
    if arguments.objects:
        return arguments.objects
    if arguments.both_objects:
        return list(discourse.pair or discourse.couple or ())
    pronoun = arguments.pronouns.get("object")
    if pronoun:
        return [] if thing else discourse.antecedent(pronoun, sources, people=_of_people(trigger))
    if trigger.analysis.pos == "noun" and arguments.subjects and arguments.subjects[0] not in sources:
        return arguments.subjects
    return []


def _of_people(trigger: Trigger) -> bool:
    """Tell whether only people suffer what a trigger tells: "أفرجت عن*ه*", "اعتقلت*هم*"."""
    return trigger.entry is not None and trigger.entry.relation.id in _OFFICE | _CUSTODY


#: How far behind what is judged its owner may stand.
_OWNER_REACH = 4


def _aim(
    sentence: Sentence, trigger: Trigger, arguments: Arguments, nationality: Nationality
) -> list[Reference]:
    """Actor inside the thing spoken of: "رفض بيان الاتحاد الأوروبي", "حذر من أن تهاجم إسرائيل"."""
    doers = arguments.oblique.get(grammar.BY)
    if doers and arguments.bare_noun:
        return doers  # "أدانت الجامعة الاقتحامات *من قبل* المتطرفين"
    thing = _thing(sentence, trigger)
    if thing is not None:
        found = nationalities(sentence, thing, nationality) or _doer(sentence, thing)
        if found:
            return found
    inside = arguments.first_inside
    if inside and trigger.complement is not None and trigger.entry is not None:
        # "وصف مطالب *الحركة* بأنها وهمية": whoever follows the quality is not meant.
        beyond = sentence.units[trigger.complement].first < inside[0].first
        inside = [] if beyond and "target" in trigger.entry.requires else inside
    if thing is not None and inside and not arguments.objects:
        first = next((i for i, u in enumerate(sentence.units) if u.first >= inside[0].first), thing)
        if first - thing > _OWNER_REACH and not any(
            u.kind == "relative" for u in sentence.units[thing:first]
        ):
            inside = []  # "يرفض قضية وقف إطلاق النار وقضية عودة *النازحين*": not whose it is
    harm = thing is not None and is_noun(sentence.units[thing].norm, grammar.HARM)
    if harm and not arguments.nested.get("ل"):
        inside = []  # "رفض تهجير *الفلسطينيين*", but "رفض تهجير *إسرائيل* للفلسطينيين"
    if arguments.objects or inside:
        return arguments.objects or sentence.as_actor(inside)
    entry = trigger.entry
    blamed = entry is not None and entry.relation.group == "blame" and "object" in entry.targets
    bare = trigger.analysis.is_verb and blamed
    owners = [r for r in arguments.nested.get("ل", []) if _behind_indefinite(sentence, r)]
    if bare and owners:
        return owners[:1]
    # On whom (علي) the act falls suffers it; and a verb with an object says with ب only where or when.
    marks = ("من", "الي", "مع") if bare else ("ب", "ل", "من", "الي", "مع")
    if entry is not None and entry.relation.id in _THREATS:
        marks = (*marks, "علي")  # "هدد بفرض عقوبات *على إيران*"
    for mark in marks:
        for marked in (arguments.oblique, arguments.nested):
            if marked.get(mark):
                return marked[mark][:1]
    if (
        trigger.entry is not None
        and trigger.entry.relation.group == "blame"
        and thing is not None
        and not harm
    ):
        return [r for r in arguments.oblique.get("في", []) if r.type == "state"][:1]
    if arguments.content is not None:
        for unit in sentence.units[arguments.content : arguments.content + _AIM_REACH]:
            if unit.kind == "comma":
                break
            if unit.ref is not None:
                return [unit.ref] if unit.ref.type in ("state", "organization") else []
    return []


def _behind_indefinite(sentence: Sentence, reference: Reference) -> bool:
    """Tell whether ل says whose a thing is: "رفضت تقريراً *للأمم المتحدة*"."""
    before = sentence.text.tokens[reference.first - 1].norm if reference.first else ""
    return before.endswith("ا")


def _thing(sentence: Sentence, trigger: Trigger) -> int | None:
    """Find the first noun after a trigger: what is condemned, rejected, praised."""
    quality = trigger.entry is not None and "target" in trigger.entry.requires  # "وصف *القرار* بالخطير"
    start = trigger.unit if trigger.complement is None or quality else trigger.complement
    noun = trigger.analysis.pos == "noun" and trigger.complement is None
    own = noun and (trigger.analysis.definite or bool(trigger.analysis.pronoun))  # "إدانتها *الشديدة* للهجوم"
    for i in range(start + 1, min(start + 6, len(sentence.units))):
        unit = sentence.units[i]
        if unit.kind == "comma" and _closes_subject(sentence, trigger, i):
            continue
        if unit.kind in ("complementizer", "comma", "colon", "quote"):
            return None
        if unit.kind == "word" and not (own and unit.norm.startswith("ال") and not unit.analyses):
            return i
    return None


def _closes_subject(sentence: Sentence, trigger: Trigger, i: int) -> bool:
    """Tell whether a comma stands between a subject and the thing: "رحبت البعثة، *بالإصلاحات*"."""
    units = sentence.units
    marks = trigger.entry.targets if trigger.entry is not None else frozenset()
    following = units[i + 1] if i + 1 < len(units) else None
    if following is None or following.kind != "word" or units[i - 1].ref is None:
        return False
    return following.norm[0] in marks and len(following.norm) > 3


def _with_foremost(sentence: Sentence, i: int) -> list[Reference]:
    """Return the mention at a unit, those joined to it, and who is named as first among them."""
    units = sentence.units
    found, after = coordinated(sentence, i)
    if after + 2 < len(units) and units[after + 1].norm in grammar.FOREMOST and units[after + 2].ref:
        found += coordinated(sentence, after + 2)[0]
    return found


def _doer(sentence: Sentence, thing: int) -> list[Reference]:
    """Return who does what is spoken of: "أشاد بالدور الذي تقوم به *السعودية*"."""
    units = sentence.units
    relative = None
    if units[thing].norm in grammar.WHATEVER:
        relative = thing
    for i in range(thing + 1, min(thing + _DOER_REACH, len(units))):
        unit = units[i]
        if unit.kind == "relative":
            relative = i
        elif unit.norm in grammar.SUFFERED or unit.norm in grammar.GETS:
            break  # whoever follows suffers or gets it
        elif unit.ref is not None:
            named = relative is not None and not unit.preposition
            return _with_foremost(sentence, i) if named else []
        elif unit.kind in ("comma", "complementizer", "colon"):
            break
    return []
