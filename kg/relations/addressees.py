"""To whom something is said or done, where no preposition of the verb marks it."""

from __future__ import annotations

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.arguments import coordinated
from kg.relations.nouns import is_noun
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence

#: How far behind a demand the act it asks for may stand, and into a speech somebody may be called upon.
_DEMAND_REACH, _CALL_REACH = 4, 16


def asked_to_go(sentence: Sentence, trigger: Trigger) -> list[Reference]:
    """Return of whom an act is asked that nobody else can do: "طالبوا باستقالة *الوزير*".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        Of the demand.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "طالب بوتين باستقالة ماكرون."), load())
    >>> [(c.source_id, c.target_id) for c in read.claims if c.relation == "called-on"]
    [('vladimir-putin', 'emmanuel-macron')]
    """
    units = sentence.units
    for i in range(trigger.unit + 1, min(trigger.unit + 1 + _DEMAND_REACH, len(units) - 1)):
        if units[i].norm.startswith("ب") and is_noun(units[i].norm, grammar.OWN_ACTS):
            who = units[i + 1].ref
            return coordinated(sentence, i + 1)[0] if who is not None and not who.particles else []
    return []


def asked_that(sentence: Sentence, trigger: Trigger) -> list[Reference]:
    """Return who is to do what is asked for in a clause: "طالب بأن توقف *إسرائيل* الحرب".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        Of the demand.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "دعا ماكرون إلى أن توقف إسرائيل الحرب."), load())
    >>> [(c.source_id, c.target_id) for c in read.claims]
    [('emmanuel-macron', 'israel')]
    """
    units = sentence.units
    for i in range(trigger.unit + 1, len(units) - 2):
        if units[i].kind in ("comma", "colon", "quote", "relative"):
            break
        if units[i].kind == "complementizer":
            who = units[i + 2].ref
            wished = units[i].norm.endswith("ان") and units[i + 1].norm[0] in "يت"
            named = who is not None and not who.particles and who.type != "place"
            return coordinated(sentence, i + 2)[0] if wished and named and units[i + 1].ref is None else []
    return []


def called(sentence: Sentence, content: int) -> list[Reference]:
    """Return who is called upon by name in a speech: "هتفوا: ارحل يا *فلان*".

    Parameters
    ----------
    sentence : Sentence
    content : int
        Unit where the speech begins.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "هتف المتظاهرون: ارحل يا ماكرون."), load())
    >>> [c.target_id for c in read.claims]
    ['emmanuel-macron']
    """
    units = sentence.units
    for i in range(content, min(content + _CALL_REACH, len(units) - 1)):
        who = units[i + 1].ref
        if units[i].norm in grammar.VOCATIVES and who is not None and who.type != "place":
            return [who]
    return []


def medium(sentence: Sentence, trigger: Trigger, content: int, media: frozenset[str]) -> list[Reference]:
    """Return the medium spoken to before the speech: "أفاد فلان، وهو مستشار لفلان، *لرويترز* إن".

    Parameters
    ----------
    sentence : Sentence
    trigger : Trigger
        The verb of saying.
    content : int
        Unit where the speech begins.
    media : frozenset of str
        Actors that are media.

    Returns
    -------
    list of Reference

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "أفاد ماكرون، وهو مستشار سابق، لرويترز إن الوضع صعب."), load())
    >>> [c.target_id for c in read.claims]
    ['reuters']
    """
    for unit in reversed(sentence.units[trigger.unit + 1 : content]):
        if unit.ref is not None and unit.ref.actor in media and unit.preposition == "ل":
            return [unit.ref]
    return []


def of_things(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun has a thing as its genitive: "استقبال *الطلبات* الموجهة للوزير".

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
    >>> read = extract(Document("d", "أعلنت باريس استقبال الطلبات الموجهة لماكرون."), load())
    >>> [c.relation for c in read.claims]
    ['announced']
    """
    following = sentence.units[trigger.unit + 1 : trigger.unit + 2]
    analysis = trigger.analysis
    alone = analysis.pos == "noun" and not (analysis.definite or analysis.pronoun)
    thing = bool(following) and following[0].kind == "word" and following[0].norm.startswith("ال")
    return alone and thing and trigger.complement is None  # but "إلقاء *القبض* على"


def says_where(sentence: Sentence, reference: Reference) -> bool:
    """Tell whether a state with بـ says where the place before it lies: "في مدينة جدة *بالسعودية*".

    Parameters
    ----------
    sentence : Sentence
    reference : Reference

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.extract import extract
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> read = extract(Document("d", "اجتمع ماكرون وبوتين في جدة بالسعودية."), load())
    >>> [(c.source_id, c.target_id) for c in read.claims]
    [('emmanuel-macron', 'vladimir-putin')]
    """
    if reference.type not in ("state", "place") or grammar.preposition(reference.particles) != "ب":
        return False
    units = sentence.units
    at = (sentence.unit_of(reference) or 0) - 1
    while at > 0 and units[at].kind == "word" and units[at].norm.startswith("ال"):
        at -= 1  # "في مدينة الصخيرات *الساحلية* بالمغرب"
    before = units[at].ref if at >= 0 else None
    return before is not None and before.type == "place"
