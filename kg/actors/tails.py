"""What stands behind a described actor and says which: whose it is, adjectives with a noun."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.places import PREMISES
from kg.actors.references import Phrase
from kg.actors.words import Words

_MEMBERS_OF = frozenset("في من لدى لدي عن داخل".split())


def false_idafa(w: Words, at: int) -> bool:
    """Tell whether an adjective with the noun that it is about stands here (دائمة العضوية، رفيع المستوى).

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قال مسؤول رفيع المستوى ذلك.")), vocabulary(load()))
    >>> [false_idafa(w, at) for at in range(4)]
    [False, False, True, False]
    """
    norm = w.norms[at].removeprefix("ال")
    return norm in w.lists["FalseIdafa"] and w.goes_on(at + 1) and w.norms[at + 1].startswith("ال")


def take_members(w: Words, phrase: Phrase) -> None:
    """Read "in", "from", "of" or "close to" a body (مسؤولين في البيت الأبيض، مصادر قريبة من الحركة).

    Parameters
    ----------
    w : Words
    phrase : Phrase
        The group or person; it is made longer.

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قال مسؤولون في البيت الأبيض ذلك.")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> phrase = Phrase(1, 2, "", "group", "description")
    >>> take_members(w, phrase)
    >>> phrase.last, [p.actor for p in phrase.parts]
    (5, ['white-house'])
    """
    at = phrase.last
    near = at if w.goes_on(at) and w.norms[at] in w.lists["Near"] else at - 1
    if w.norms[near] in w.lists["Near"] and w.goes_on(near + 2) and w.norms[near + 1] == "من":
        inner = w.inner(near + 2, "")
        if inner is not None and inner.type != "place":
            take_inner(phrase, inner)
        return
    if not w.goes_on(at):
        return
    if w.norms[at] in _MEMBERS_OF and w.goes_on(at + 1):
        if w.norms[at + 1] in PREMISES:
            return  # "استقبل الوفد *في مقر الوزارة*": where, not which
        inner = w.inner(at + 1, "")
        if phrase.type == "person" and inner is not None and inner.type == "group":
            return
        if inner is not None and (inner.type == "organization" or _holds(inner, w.norms[at])):
            take_inner(phrase, inner)
    elif (
        w.norms[at].startswith("ب")
        and (inner := w.inner(at, "ب")) is not None
        and inner.type == "organization"
    ):
        take_inner(phrase, inner)


def _holds(inner: Phrase, preposition: str) -> bool:
    if inner.type == "group":
        return preposition in ("من", "عن")
    return inner.type == "state" and inner.kind in ("name", "short") and preposition in ("في", "من")


def take_inner(phrase: Phrase, inner: Phrase) -> None:
    """Make a phrase longer by an actor that stands behind it.

    Parameters
    ----------
    phrase : Phrase
    inner : Phrase

    Examples
    --------
    >>> phrase = Phrase(1, 2, "", "group", "description")
    >>> take_inner(phrase, Phrase(2, 4, "", "state", "name", actor="iraq"))
    >>> phrase.last, phrase.states
    (4, ('iraq',))
    """
    # "Groups of the opposition" name no body called the opposition.
    if not (inner.type == "organization" and inner.head in ("معارضه", "مقاومه") and not inner.actor):
        phrase.parts.append(inner)
    phrase.last = inner.last
    phrase.states = (*phrase.states, *inner.states, *((inner.actor,) if inner.type == "state" else ()))


def behind_preposition(w: Words, at: int, *prepositions: str) -> Phrase | None:
    """Read the actor that stands behind one of some prepositions, or with بـ (في طهران، بطهران).

    Parameters
    ----------
    w : Words
    at : int
        Word of the preposition, or with بـ.
    *prepositions : str

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "السفارة السويدية في طهران")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> behind_preposition(w, 2, "في").actor, behind_preposition(w, 2, "لدى")
    ('tehran', None)
    """
    if w.norms[at] in prepositions:
        return w.inner(at + 1, "") if w.goes_on(at + 1) else None
    return w.inner(at, "ب") if w.norms[at].startswith("ب") else None


def take_whole(w: Words, phrase: Phrase) -> None:
    """Read the body that a committee or office is part of (لجنة العدل بمجلس النواب الليبي).

    Parameters
    ----------
    w : Words
    phrase : Phrase
        Of the body; made longer.

    Examples
    --------
    >>> from kg.actors.bodies import read_body
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قالت لجنة العدل بمجلس النواب الليبي ذلك.")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> phrase = read_body(w, 1)
    >>> " ".join(w.norms[phrase.first : phrase.last])
    'لجنه العدل بمجلس النواب الليبي'
    """
    at = phrase.last
    if phrase.head.split()[0] not in w.lists["PartsOfBodies"] or phrase.actor or not w.goes_on(at):
        return
    inner = behind_preposition(w, at, "في", "داخل")
    house = w.norms[at].startswith(("بمقر", "بمبن"))
    if inner is not None and inner.type == "organization" and inner.sort != "media" and not house:
        phrase.parts.append(inner)
        phrase.last = inner.last


def take_seat(w: Words, phrase: Phrase) -> None:
    """Read where an embassy or office stands (لدى إسرائيل، في طهران).

    Parameters
    ----------
    w : Words
    phrase : Phrase
        Of the body; made longer.

    Examples
    --------
    >>> from kg.actors.bodies import read_body
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قالت السفارة السويدية في طهران ذلك.")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> phrase = read_body(w, 1)
    >>> " ".join(w.norms[phrase.first : phrase.last])
    'السفاره السويديه في طهران'
    """
    at = phrase.last
    if not w.goes_on(at):
        return
    inner = behind_preposition(w, at, "في", "لدى", "لدي")
    if inner is not None and inner.type in ("state", "place"):
        phrase.parts.append(inner)
        phrase.last = inner.last


def can_have_members(w: Words, inner: Phrase, preposition: str, post: str) -> bool:
    """Tell whether a title may be "in" or "at" an actor (النائب في البرلمان، السفير لدى مصر).

    Parameters
    ----------
    w : Words
    inner : Phrase
        The actor.
    preposition : str
    post : str
        Of the title.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قال المستشار في البيت الأبيض ذلك.")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> can_have_members(w, w.inner(3, ""), "في", "other")
    True
    """
    if post in ("ambassador", "commander") and inner.type == "place" and inner.kind == "name":
        return True
    if preposition.startswith("لد"):
        return inner.type in ("state", "organization", "place")
    return inner.type == "organization" or (inner.type == "state" and inner.kind == "name")


def owner_before_name(w: Words, at: int) -> int:
    """Read the body that a department is of, before a name (مدير مكتب القدس لمنظمة الصحة فلان).

    Parameters
    ----------
    w : Words
    at : int
        Where the body begins, with its لـ.

    Returns
    -------
    int
        Where the body ends; 0 where there is none.

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> text = "التقى مدير مكتب القدس لمنظمة الصحة العالمية خالد السيد."
    >>> w = Words(parse(Document("d", text)), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> owner_before_name(w, 4)
    7
    """
    inner = w.inner(at, "ل")
    if inner is None or inner.type != "organization" or not w.goes_on(inner.last):
        return 0
    return inner.last if w.words[inner.last].plain & (v.GIVEN | v.HONORIFIC) else 0
