"""Names of the authority list in general, states under their many names, and capitals."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.words import Words
from kg.lexicon.actors import Name

#: What may stand between the word that tells of a platform and its name.
_BEFORE_PLATFORMS = frozenset({"(", "[", "و"})

_TOWARDS = frozenset(("الى", "الي", "والى", "والي"))


def read_known(w: Words, at: int) -> Phrase | None:
    """Read a name of the authority list that is no person's.

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    Phrase or None
        A state, body or place; for a capital the type is settled later, by its context.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "زار لبنان أمس.")), vocabulary(load()))
    >>> phrase = read_known(w, 1)
    >>> phrase.type, phrase.actor
    ('state', 'lebanon')
    """
    names = w.vocabulary.actors.names
    entries = w.vocabulary.actors.entries
    for reading in w.words[at].readings:
        if not reading.classes & v.NAME:
            continue
        found = names.longest(w.norms, at, reading.noun)
        if found is None or not w.one_sentence(at, found[0]):
            continue
        senses = [n for n in found[1] if entries[n.actor].actor.type != "person"]
        if not senses or (len(senses) < len(found[1]) and w.words[at].plain & v.GIVEN):
            continue
        if reading.particles and len(reading.noun) < 3 and found[0] == at + 1:
            continue  # but لتل أبيب
        if reading.classes & v.PORTFOLIO and w.describes(at):
            continue
        mostly = all(n.how == "context" for n in senses)
        if mostly and not _in_context(w, at, reading.particles):
            continue
        verb = found[0] == at + 1 and not w.opens[at] and _is_verb(w, reading.noun)
        if verb and not (at and not reading.particles and w.norms[at - 1] in _NOT_BEFORE_VERBS):
            continue
        if w.norms[found[0] - 1] in w.lists["Platforms"] and _on_platform(w, at, found[0]):
            continue
        return _phrase(w, at, found[0], reading.particles, reading.noun, senses)
    return None


#: Words that a state's name follows, and no adjective.
_BEFORE_STATES = frozenset(
    """في وفي الي من بين لدي حكومه رييس جيش شمال جنوب وسط شرق غرب شمالي جنوبي شرقي غربي ريف محيط دوله
    عاصمه""".split()
)
#: Words that a noun follows, and no verb: "في *صعدة*".
_NOT_BEFORE_VERBS = _BEFORE_STATES - {"من"}


def _in_context(w: Words, at: int, particles: str) -> bool:
    """Tell whether a word that is mostly another (مالي) stands where a state's name does."""
    if particles.endswith(("ب", "ل")):
        return True
    if w.begins(at):
        return False
    before = w.words[at - 1]
    if particles == "و":
        return bool(before.plain & v.NAME) and not before.plain & v.GIVEN
    return not particles and (w.norms[at - 1] in _BEFORE_STATES or bool(before.plain & v.PORTFOLIO))


def _on_platform(w: Words, at: int, end: int) -> bool:
    """Tell whether something is written on a platform, or its name is only that of a page."""
    if end - at > 1 and w.norms[at] in w.lists["OnPlatform"]:
        return True
    i = at - 1
    while i > 0 and w.norms[i] in _BEFORE_PLATFORMS and not w.stop[i]:
        i -= 1  # "على مواقع التواصل («تويتر» *و*«فيسبوك»)"
    before = w.norms[i] if i >= 0 and w.one_sentence(i, at + 1) else ""
    if before == "على" or before in w.lists["OnPlatform"]:
        return True
    return before in w.lists["Platforms"] and _on_platform(w, i, i + 1)


def _is_verb(w: Words, noun: str) -> bool:
    """Tell whether a short name is a verb as well (آفاد, أفاد)."""
    return not noun.startswith("ال") and w.vocabulary.verb_gender(noun) != ""


def _phrase(w: Words, at: int, end: int, particles: str, noun: str, senses: list[Name]) -> Phrase | None:
    entry = w.vocabulary.actors.entries[senses[0].actor]
    how = senses[0].how
    kind = "metonym" if how in ("metonym", "loaded") else "name"
    actor = senses[0].actor if len({s.actor for s in senses}) == 1 else ""
    head, gender = "", "f"
    if entry.actor.type == "organization":
        term = w.vocabulary.titles.tries["BodyHead"].longest((noun,), 0)
        if term is not None:
            head, gender = bare_head(noun), "m" if "m" in term[1][0].flags else "f"
    phrase = Phrase(at, end, particles, entry.actor.type, kind, gender, actor=actor, head=head)
    phrase.name = tuple(s.actor for s in senses) if not actor else ()
    phrase.sort = entry.kind
    if entry.actor.type == "organization":
        _inside(w, phrase)
        own_state(w, phrase)
        follows = w.vocabulary.actors.demonyms.get(w.norms[phrase.last]) if w.goes_on(phrase.last) else None
        if follows is not None and follows.definite and follows.number == "s" and _head_word(w, noun):
            return None
    return phrase


def _inside(w: Words, phrase: Phrase) -> None:
    """Note the bodies that a long name names (اللجنة التنفيذية لمنظمة التحرير)."""
    at = phrase.first + 1
    end = phrase.last
    while at < end:
        inner = None
        if w.words[at].classes & v.NAME:
            for particles in ("", "ل", "ب"):
                inner = w.inner(at, particles) or inner
        named = inner is not None and inner.type == "organization" and inner.actor not in ("", phrase.actor)
        if inner is not None and named and inner.last <= end and inner.last - inner.first > 1:
            phrase.parts.append(inner)
            at = inner.last
        else:
            at += 1


def _head_word(w: Words, noun: str) -> bool:
    """Tell whether a name begins with a head noun, so that another state's body may be meant."""
    return bool(w.vocabulary.classes(noun) & v.BODY)


def own_state(w: Words, phrase: Phrase) -> None:
    """Take the adjectives behind a body's name in (حزب الله اللبناني).

    Parameters
    ----------
    w : Words
    phrase : Phrase
        The body; it is made longer.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "أعلن حزب الله اللبناني ذلك.")), vocabulary(load()))
    >>> phrase = Phrase(1, 3, "", "organization", "name")
    >>> own_state(w, phrase)
    >>> phrase.last, phrase.states
    (4, ('lebanon',))
    """
    while w.goes_on(phrase.last):
        demonym = w.vocabulary.actors.demonyms.get(w.norms[phrase.last])
        if demonym is None or not demonym.definite or demonym.number != "s":
            break
        if phrase.type == "organization" and phrase.actor:
            within = w.vocabulary.actors.entries[phrase.actor].within
            if within != demonym.state:
                break
        phrase.states = (*phrase.states, demonym.state)
        phrase.last += 1


def bare_head(noun: str) -> str:
    """Noun without the article.

    Parameters
    ----------
    noun : str
        Folded.

    Returns
    -------
    str

    Examples
    --------
    >>> bare_head("الحركه")
    'حركه'
    """
    return noun[2:] if noun.startswith("ال") and len(noun) > 4 else noun


def read_government(w: Words, at: int) -> Phrase | None:
    """Read a government, authority, regime or "state of", which mean the state.

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
    >>> w = Words(parse(Document("d", "أعلنت الحكومة العراقية ذلك.")), vocabulary(load()))
    >>> phrase = read_government(w, 1)
    >>> phrase.type, phrase.actor, w.norms[phrase.first : phrase.last]
    ('state', 'iraq', ['الحكومه', 'العراقيه'])
    """
    found = w.term(at, "GovernmentHead")
    if w.norms[at] == "جانب" and at and w.norms[at - 1] in _TOWARDS:
        return None  # "وقفت إلى جانب العراق"
    if found is None or not w.one_sentence(at, found[1]):
        return None
    particles, end, term = found
    gender = "f" if "f" in term.flags else "m"
    phrase = Phrase(at, end, particles, "state", "description", gender)
    if w.goes_on(end):
        if _adjectives(w, phrase, definite=term.definite):
            return phrase
        if not term.definite or "prefix" in term.flags:
            inner = w.inner(end, "")
            # "The government of the occupation" is whole: a name behind it is the minister's.
            whole = inner is not None and inner.type == "person" and w.definite(end - 1)
            if inner is not None and not inner.particles and not whole:
                return _of(w, phrase, inner, prefix="prefix" in term.flags)
    if term.definite and "alone" in term.flags:
        phrase.kind, phrase.head = "head", "government"
        return phrase
    return None


def _adjectives(w: Words, phrase: Phrase, *, definite: bool) -> bool:
    """Read "the ... Syrian"; one more adjective may stand between."""
    end = phrase.last
    if not definite:
        return False
    for skipped in (0, 1):
        if not w.goes_on(end + skipped):
            return False
        demonym = w.vocabulary.actors.demonyms.get(w.norms[end + skipped])
        if demonym is not None and demonym.definite:
            phrase.states, phrase.actor = (demonym.state,), demonym.state
            phrase.last = end + skipped + 1
            while w.goes_on(phrase.last) and w.term(phrase.last, "TitleModifier", particles=False):
                phrase.last += 1
            return True
        if not w.definite(end + skipped) or not w.words[end + skipped].ordinary:
            return False
    return False


def _of(w: Words, phrase: Phrase, inner: Phrase, *, prefix: bool) -> Phrase | None:
    """Read "government of": a state, its capital, its leader, or a body of that name."""
    entries = w.vocabulary.actors.entries
    phrase.last = inner.last
    if inner.type == "state":
        phrase.actor, phrase.name, phrase.states = inner.actor, inner.name, inner.states
        phrase.kind = "name" if prefix else "description"
    elif inner.type == "place" and inner.actor and not prefix and entries[inner.actor].capital_of:
        phrase.actor = entries[inner.actor].capital_of
    elif inner.type == "person" and not prefix:
        phrase.parts = [inner]
        phrase.head = "regime"
        phrase.actor = _state_of_person(w, inner)
        if not phrase.actor:
            return None
        return phrase
    else:
        return None
    phrase.parts = [] if prefix else [inner]
    for part in phrase.parts:
        part.same = True
    return phrase


def _state_of_person(w: Words, person: Phrase) -> str:
    for title in person.titles:
        if title.states:
            return title.states[0]
    terms = w.vocabulary.actors.held.get(person.actor, ())
    entries = w.vocabulary.actors.entries
    states = [t.body for t in terms if t.body in entries and entries[t.body].actor.type == "state"]
    return states[0] if states else ""
