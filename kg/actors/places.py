"""Cities, regions and sites: by a head noun, or by where they stand."""

from __future__ import annotations

from dataclasses import replace

from kg.actors import vocabulary as v
from kg.actors.names import read_name
from kg.actors.references import Phrase
from kg.actors.states import own_state, read_known
from kg.actors.words import Words
from kg.lexicon.titles import Term

#: Heads of the house of a body, which stands for the body.
PREMISES = frozenset({"مقر", "مبني"})


def read_place(w: Words, at: int) -> Phrase | None:
    """Read "city of", "the capital", "governorate of" with a name.

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "في مدينة الموصل العراقية أمس.")), vocabulary(load()))
    >>> phrase = read_place(w, 1)
    >>> phrase.type, phrase.kind, w.norms[phrase.first : phrase.last]
    ('place', 'name', ['مدينه', 'الموصل', 'العراقيه'])
    """
    found = w.term(at, "PlaceHead")
    if found is None or not w.one_sentence(at, found[1]):
        return None
    particles, end, term = found
    phrase = Phrase(at, end, particles, "place", "name", "f", head=w.folded(at, end, particles))
    state = ""
    if term.definite and w.goes_on(end):
        demonym = w.vocabulary.actors.demonyms.get(w.norms[end])
        if demonym is not None and demonym.definite:
            state, end = demonym.state, end + 1
    if w.goes_on(end):
        known = read_known(w, end)
        if known is not None and not known.particles and known.type in ("place", "state") and _plain(w, end):
            if known.type == "place":
                phrase.last, phrase.actor = known.last, known.actor
                own_state(w, phrase)
                if w.goes_on(phrase.last) and _site_adjective(w, phrase.last) and "site" in term.flags:
                    phrase.last, phrase.actor, known.same = phrase.last + 1, "", False
                    phrase.parts = [known]
                    phrase.name = tuple(w.folded(at, phrase.last, particles).split())
                    return phrase
                known.same = True
                phrase.parts = [known]
                return phrase
            phrase.last, phrase.parts = known.last, [known]
            city = read_known(w, known.last) if phrase.head == "عاصمه" and w.goes_on(known.last) else None
            if city is not None and city.actor and not city.particles:  # "عاصمة المغرب *الرباط*"
                return _capital(w, phrase, city)
            phrase.name = tuple(w.folded(at, known.last, particles).split())
            return phrase
        namesake = w.inner(end, "")
        if phrase.head in PREMISES and not term.definite:
            if namesake is not None and namesake.type == "organization":
                return _premises(namesake, at, particles)
            if namesake is None and (namesake := _body_of(w, end)) is not None:
                phrase.last, phrase.parts = namesake.last, [namesake]
                phrase.name = tuple(w.folded(at, phrase.last, particles).split())
                return phrase
        if namesake is not None and namesake.type == "person" and not term.definite:
            phrase.last = namesake.last
            name = read_name(w, phrase.last, titled=True) if namesake.kind == "title" else None
            phrase.last = name.last if name is not None and not name.particles else phrase.last
            while w.goes_on(phrase.last) and _site_adjective(w, phrase.last):
                phrase.last += 1  # "قاعدة الملك فهد *الجوية*"
            phrase.name = tuple(w.folded(at, phrase.last, particles).split())
            return phrase
    if term.definite and not state and w.goes_on(end) and _site_adjective(w, end):
        phrase.last = end + 1
        phrase.name = tuple(w.folded(at, phrase.last, particles).split())
        return phrase
    if state and phrase.head == "العاصمه":
        capitals = [e.actor.id for e in w.vocabulary.actors.entries.values() if e.capital_of == state]
        if capitals:
            phrase.actor, phrase.last = capitals[0], end
            return phrase
    unknown = not (term.definite or "known" in term.flags or w.quoted[end : end + 1] == [True])
    if unknown and w.goes_on(end) and _may_name(w, end, term):
        phrase.last = end + 1
        phrase.kind = "name" if _unknown(w, end) else "description"
        while w.goes_on(phrase.last) and _site_adjective(w, phrase.last):
            phrase.last += 1
        phrase.name = tuple(w.folded(at, phrase.last, particles).split())
        phrase.parts = [_own_name(phrase, end)] if phrase.last == end + 1 else []
        return phrase
    return None


def _may_name(w: Words, at: int, term: Term) -> bool:
    """Tell whether a word may name a place: not an ordinary one, or one with the article behind a town."""
    if _unknown(w, at):
        return True
    norm = w.norms[at]
    if "town" not in term.flags or w.words[at].plain or norm in w.lists["NotAdjectives"]:
        return False
    if w.definite(at):
        return True
    described = norm.endswith(("ه", "ي", "ات", "ين", "ون", "ا")) or norm in w.lists["FunctionWords"]
    return len(norm) > 3 and not described and w.norms[at][0] not in "بلوفكيت"


def read_somewhere(w: Words, at: int) -> Phrase | None:
    """Read an unknown word among places as one (في أبيدوس غرب تركيا، حيفا وقيسارية).

    Parameters
    ----------
    w : Words
    at : int
        A word of no class.

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
    >>> w = Words(parse(Document("d", "وقع انفجار في أبيدوس غرب تركيا.")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> phrase = read_somewhere(w, 3)
    >>> phrase.type, phrase.name
    ('place', ('ابيدوس',))
    """
    norm = w.norms[at]
    if at == 0 or w.stop[at] or w.quoted[at] or w.words[at].ordinary or not norm.isalpha() or norm.isascii():
        return None
    joined = norm.startswith("و")
    if len(norm) < 4 + joined or norm.endswith(("ات", "ين", "ون", "هم", "ها")):
        return None
    if joined and _is_place(w, at - 1):
        return Phrase(at, at + 1, "و", "place", "name", "f", name=(norm[1:],))
    if w.norms[at - 1] == "في" and (_is_place(w, at + 1) or (w.comma(at + 1) and _is_place(w, at + 2))):
        return Phrase(at, at + 1, "", "place", "name", "f", name=(norm,))
    return None


def _is_place(w: Words, at: int) -> bool:
    """Tell whether a state or place is named at a word, or a direction from one."""
    if not w.goes_on(at) or not w.words[at].classes & (v.NAME | v.PLACE):
        return False
    known = w.inner(at, "") or w.inner(at, "ب")
    return known is not None and known.type in ("state", "place") and known.kind == "name"


def _own_name(phrase: Phrase, at: int) -> Phrase:
    """Make the mention of a place without its head noun."""
    return Phrase(at, phrase.last, "", "place", "name", "f", name=phrase.name, same=True)


def _capital(w: Words, phrase: Phrase, city: Phrase) -> Phrase:
    """Take the name of a capital in, which may be read as that of its government."""
    entries = w.vocabulary.actors.entries.values()
    state = city.actor if city.type == "state" else ""
    capitals = [
        e.actor.id for e in entries if e.capital_of and (e.actor.id == city.actor or e.capital_of == state)
    ]
    if capitals:
        phrase.actor, phrase.last = capitals[0], city.last
    return phrase


def _premises(body: Phrase, at: int, particles: str) -> Phrase:
    """Read the house of a body as the body: "مقر صحيفة عكاظ"."""
    body.same = True
    return replace(body, first=at, particles=particles, parts=[body], same=False)


def _body_of(w: Words, at: int) -> Phrase | None:
    """Body named behind one or two nouns: "مقر *قيادة أركان* الجيش"."""
    for end in range(at, min(at + 2, w.count - 1)):
        if not w.goes_on(end) or w.definite(end) or not (w.words[end].ordinary or w.words[end].plain):
            return None
        inner = w.inner(end + 1, "") if w.goes_on(end + 1) else None
        if inner is not None:
            return inner if inner.type == "organization" else None
    return None


def _site_adjective(w: Words, at: int) -> bool:
    """Tell whether a word is an adjective of a site (القصر الرئاسي، المطار الدولي)."""
    norm = w.norms[at]
    return (
        w.definite(at)
        and norm.endswith(("ي", "ه"))
        and w.words[at].ordinary
        and not w.words[at].plain & v.TITLE
    )


def _plain(w: Words, at: int) -> bool:
    return not w.mark[at]


def _unknown(w: Words, at: int) -> bool:
    word = w.words[at]
    return not word.ordinary and not word.plain and len(word.norm) > 2 and not word.norm.isascii()
