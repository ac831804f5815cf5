"""The grammar of titles: head, portfolio, nationality, body, modifiers, then perhaps a name."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase, Title
from kg.actors.tails import can_have_members, owner_before_name
from kg.actors.words import COMMAS, Words
from kg.lexicon.titles import Term

_MOST_WORDS = 16
_REACH_IN = frozenset(("في", "لدى", "لدي"))
#: Heads that take لـ without the article: مستشار لترامب, مبعوث للأمم المتحدة.
_FREE = frozenset("other envoy ambassador spokesperson".split())
#: Who heads a body of a kind, by the plain title رئيس.
_POST_OF = {
    "parliament": "speaker-of-parliament",
    "party": "party-leader",
    "armed-group": "party-leader",
    "court": "chief-justice",
    **dict.fromkeys(
        "company bank union ngo media university government-body other international regional-bloc".split(),
        "chairman",
    ),
}
#: They rule a state; what follows with ل is not what they are of.
_ROYAL = frozenset("president king emir sultan pope".split())
_OF_NAMES = v.DEMONYM | v.GIVEN | v.AMBIGUOUS | v.NAME
_REACH_TO = frozenset(("الى", "الي", "لدى", "لدي"))


def nisba(norm: str) -> bool:
    """Tell whether a word with the article looks like an adjective of relation (الدبلوماسي).

    Examples
    --------
    >>> nisba("السياسي"), nisba("السياسيه"), nisba("الوفد")
    (True, True, False)
    """
    return norm.startswith("ال") and len(norm) > 4 and norm.endswith(("ي", "يه", "يين", "يون"))


def _terms(w: Words, at: int, *, particles: bool) -> list[tuple[str, int, Term]]:
    """Match the head of a title: a fixed title before a single word."""
    found = [w.term(at, cls, particles=particles) for cls in ("FixedTitle", "TitleHead")]
    return sorted((f for f in found if f is not None), key=lambda f: -f[1])


def read_title(w: Words, at: int, *, particles: bool = True) -> tuple[str, Title] | None:
    """Read one title.

    Parameters
    ----------
    w : Words
    at : int
        First word.
    particles : bool
        Whether its first word may have attached particles.

    Returns
    -------
    tuple of (str, Title) or None
        Particles and title.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل وزير الخارجية المصري.")), vocabulary(load()))
    >>> _, title = read_title(w, 1)
    >>> title.post, title.states
    ('foreign-minister', ('egypt',))
    """
    if not w.words[at].classes & (v.TITLE | v.COUNTERPART):
        return None
    counterpart = w.term(at, "Counterpart", particles=particles)
    if counterpart is not None:
        return counterpart[0], _counterpart(w, at, counterpart[1], counterpart[2])
    if _no_holder(w, at):
        return None
    for attached, end, term in _terms(w, at, particles=particles):
        title = _with_term(w, at, end, attached, term)
        if title is not None:
            return attached, title
    return None


def _no_holder(w: Words, at: int) -> bool:
    """Tell whether a word is no title, or one that is spoken of without its holder (منصب رئيس الوزراء)."""
    if w.goes_on(at + 1) and w.norms[at + 1] in ("بن", "بنت"):
        return True  # خليفة بن ... is a name
    if at == 0 or w.stop[at]:
        return False
    before = w.norms[at - 1]
    if before in w.lists["OfficeNouns"]:
        return True
    # "The main ...": الخيار الرئيس.
    return w.norms[at] in ("الرييس", "الرييسه") and before.removeprefix("ب") in w.lists["MainNouns"]


def _with_term(w: Words, at: int, end: int, attached: str, term: Term) -> Title | None:
    """Read a title from its head on."""
    if term.number in "dp" or not w.one_sentence(at, end):
        return None
    title = Title(at, end, post=term.post, gender="f" if term.number == "f" else "m")
    title.mild = "mild" in term.flags
    _complement(w, title, term)
    if term.post == "king" and title.last == end and term.definite and _public(w, end):
        return None
    if title.last == end and term.cls == "FixedTitle" and not _ends_definite(w, end):
        return None
    if title.last == end and "whole" not in term.flags:
        if not term.definite:
            return None
        title.bare = True
    if "saudi-arabia" in term.flags or "germany" in term.flags:
        title.states = (*title.states, *sorted(f for f in term.flags if "-" in f or f == "germany"))
    title.key = w.folded(title.first, title.last, attached)
    return title


def _public(w: Words, at: int) -> bool:
    """Tell whether an adjective makes property of a king (الملك العمومي)."""
    word = w.words[at] if w.goes_on(at) else None
    return word is not None and nisba(word.norm) and not word.plain & _OF_NAMES


def _counterpart(w: Words, at: int, end: int, term: Term) -> Title:
    title = Title(at, end, relative=True, gender="f" if term.number == "f" else "m")
    title.key = w.norms[at]
    title.number = "s" if term.number in "sf" else term.number
    while w.goes_on(end) and (demonym := w.vocabulary.actors.demonyms.get(w.norms[end])) and demonym.definite:
        title.states = (*title.states, demonym.state)
        title.key += " " + w.norms[end]
        end += 1
        title.last = end
    return title


def _complement(w: Words, title: Title, term: Term) -> None:
    """Read on behind the head, as far as the words belong to the title."""
    ministerial = (term.post.endswith("minister") and term.cls == "TitleHead") or term.post.endswith(
        "-minister"
    )
    wants_noun = not _ends_definite(w, title.last)
    done = False
    while w.goes_on(title.last) and title.last - title.first < _MOST_WORDS:
        at = title.last
        word = w.words[at]
        demonym = w.vocabulary.actors.demonyms.get(word.norm) if word.plain & v.DEMONYM else None
        if demonym is not None and demonym.definite and demonym.number != "d":
            state = title.states or word.plain & v.NAME
            if state and demonym.gender == "f" and not w.norms[at - 1].endswith(("ه", "ات")):
                break  # "شكر الرئيس اليمني *السعودية*"
            title.states = (*title.states, demonym.state)
            title.last, done, wants_noun = at + 1, True, False
        elif (modifier := w.term(at, "TitleModifier", particles=False)) and not (wants_noun and not done):
            title.former = title.former or "former" in modifier[2].flags
            title.last = _charge(w, modifier[1])
        elif ministerial and (end := _portfolio(w, title, at)):
            title.last, wants_noun = end, not _ends_definite(w, end)
        elif wants_noun and (end := _idafa(w, title, term, at)):
            title.last, wants_noun = end, not _ends_definite(w, end) and title.body is None
            done = title.body is not None
        elif not done and not wants_noun and _adjective(w, at):
            title.last = at + 1
        elif end := _prepositional(w, title, term, at, done=done):
            title.last, done, wants_noun = end, True, False
        else:
            break


def _charge(w: Words, end: int) -> int:
    """Read what somebody is charged with, behind المكلف (المكلف بالعلاقات مع البرلمان)."""
    if w.norms[end - 1] not in ("المكلف", "المكلفه") or not w.goes_on(end):
        return end
    noun = w.noun(end, "ب")
    if noun is None or not noun.startswith("ال"):
        return end
    end += 1
    if w.goes_on(end + 1) and w.norms[end] == "مع" and w.definite(end + 1):
        return end + 2
    while w.goes_on(end) and (_adjective(w, end) or _joined_noun(w, end)):
        end += 1
    return end


def _ends_definite(w: Words, end: int) -> bool:
    norm = w.norms[end - 1]
    return norm.startswith(("ال", "وال", "لل", "بال"))


def _portfolio(w: Words, title: Title, at: int) -> int:
    """Match a portfolio, also one joined by و; the first decides the post."""
    found = w.term(at, "Portfolio")
    if found is None or found[0] not in ("", "و"):
        return at + 1 if not title.states and _ends_definite(w, at) and _joined_noun(w, at) else 0
    if (
        found[0] == ""
        and title.last > title.first + 1
        and _ends_definite(w, at)
        and w.norms[at - 1] not in ("الشوون",)
    ):
        return 0
    if found[0] == "و" and title.states:
        return 0
    if found[2].post and title.post == "minister":
        title.post = found[2].post
    return found[1]


def _idafa(w: Words, title: Title, term: Term, at: int) -> int:
    """Read what an indefinite head is of: a body, state, person, or a noun."""
    if w.words[at].ordinary and w.words[at].plain == 0 and w.norms[at] in w.lists["NotAdjectives"]:
        return 0
    inner = w.inner(at, "")
    if inner is not None:
        title.body = inner
        if term.id == "title-charge" and inner.type == "person" and inner.name:
            title.body = _without_name(inner, inner.particles)
            return title.body.last
        if term.id == "title-president" and inner.type == "organization":
            title.post = _POST_OF.get(inner.sort, "chairman")
        elif term.post == "vice-president" and inner.type == "organization":
            title.post = "other"
        elif term.id == "title-member" and inner.sort == "parliament":
            title.post = "member-of-parliament"
        return inner.last
    word = w.words[at]
    common = word.ordinary or word.plain & v.PORTFOLIO
    if w.definite(at) and common and word.norm not in w.lists["NotAdjectives"]:
        _of_something(title)
        return at + 1
    if word.plain & (v.PORTFOLIO | v.BODY | v.TITLE | v.GROUP | v.PLACE) and w.goes_on(at + 1):
        return at + 1 if w.definite(at + 1) or w.inner(at + 1, "") else 0
    plain = word.ordinary and not word.plain and not word.norm.startswith("و")
    if (
        plain
        and "mild" not in term.flags
        and w.goes_on(at + 1)
        and w.definite(at + 1)
        and w.words[at + 1].ordinary
    ):
        nisba_next = w.norms[at + 1] not in w.lists["NotAdjectives"]
        return at + 1 if nisba_next and not _verb_like(w.norms[at]) else 0
    return 0


def _of_something(title: Title) -> None:
    """Take the post of a state from a head of something else (رئيس الأقلية, أمير الشعراء)."""
    if title.post in ("president", "king", "emir", "sultan"):
        title.post = "chairman" if title.post == "president" else "other"


def _verb_like(norm: str) -> bool:
    """Tell whether a word has the shape of a present-tense verb."""
    return len(norm) > 3 and norm.startswith(("ي", "سي", "ست", "ت", "ا", "و"))


def _adjective(w: Words, at: int) -> bool:
    word = w.words[at]
    norm = word.norm
    if norm in w.lists["NotAdjectives"] or word.plain & (v.HONORIFIC | v.TITLE | v.BODY | v.GOVERNMENT):
        return False
    return nisba(norm) and word.ordinary


def _prepositional(w: Words, title: Title, term: Term, at: int, *, done: bool) -> int:
    """Read باسم, ل, في, لدى, إلى with their nouns where the head takes them."""
    norm = w.norms[at]
    if norm == "باسم" and "name" in term.flags and w.goes_on(at + 1):
        return _noun_after(w, title, at + 1, "")
    if norm in _REACH_IN or norm in _REACH_TO or (norm == "على" and "over" in term.flags):
        return _place_or_body(w, title, term, at) if w.goes_on(at + 1) else 0
    inner = w.inner(at, "ب")
    state = inner is not None and inner.type == "state" and inner.kind == "name" and not title.states
    if inner is not None and state and w.words[at].classes & v.GOVERNMENT:
        title.body = title.body or inner  # وزير الداخلية بدولة الكويت
        return inner.last
    if "in" in term.flags and inner is not None and can_have_members(w, inner, norm, term.post):
        title.body = title.body or inner
        return inner.last
    if norm == "ل" and not done and w.goes_on(at + 1):  # الأمين العام لـ"حزب كذا"
        owner = w.inner(at + 1, "")
        if owner is not None and owner.type == "organization" and owner.sort != "media":
            title.body = title.body or owner
            return owner.last
    noun = w.noun(at, "ل")
    if noun is None or noun in w.lists["NotAdjectives"]:
        return 0
    affairs = noun in w.lists["Affairs"]
    if done and not affairs and term.post != "envoy":
        return owner_before_name(w, at)
    lone = title.last == title.first + 1 and "mild" not in term.flags and term.post in _FREE
    if not (done or affairs or term.definite or lone) and term.cls == "TitleHead":
        return 0
    inner = w.inner(at, "ل")
    if inner is None and term.post in _ROYAL and title.last == title.first + 1:
        return 0
    bare = title.last - title.first == 1 and term.definite
    if bare and inner is not None and inner.type == "group":
        return 0  # "قال المتحدث *للصحافيين*"
    if inner is not None and inner.sort == "media" and (term.post == "other" or bare):
        return 0
    return _noun_after(w, title, at, "ل")


def _place_or_body(w: Words, title: Title, term: Term, at: int) -> int:
    """Read في, لدى, إلى and the body or place behind it."""
    norm = w.norms[at]
    inner = w.inner(at + 1, "")
    if inner is None:
        return 0
    if (
        norm.startswith("لد")
        and inner.type == "person"
        and inner.kind == "title"
        and "minister" in title.post
    ):
        return inner.last  # الوزير المنتدب لدى رئيس الحكومة
    if (
        norm in _REACH_IN
        and ("in" in term.flags or norm.startswith("لد"))
        and can_have_members(w, inner, norm, term.post)
    ):
        title.body = title.body or inner
        return inner.last
    department = norm == "في" and _of_department(title, term)
    if (department or norm == "على") and inner.type == "organization":
        title.body = inner
        return inner.last
    if norm in _REACH_TO and "to" in term.flags and inner.type in ("state", "place"):
        return inner.last
    return 0


def _of_department(title: Title, term: Term) -> bool:
    """Tell whether a title is of a part of a body, which may follow (رئيس الدائرة الإعلامية في وزارة كذا)."""
    more = title.last - title.first > 1
    return more and term.cls == "TitleHead" and title.body is None and not title.states


def _noun_after(w: Words, title: Title, at: int, particle: str) -> int:
    """Read the noun of a preposition: an actor, or ordinary words with the article."""
    inner = w.inner(at, particle)
    if inner is not None and inner.type == "person" and inner.titles and inner.name and not inner.actor:
        # An unknown name behind "spokesman of the envoy" is the spokesman's.
        title.body = _without_name(inner, particle)
        return title.body.last
    if inner is not None:
        title.body = title.body or inner
        return inner.last
    noun = w.noun(at, particle) or ""
    word = w.vocabulary.word(noun)
    if noun.startswith("ال") and (word.ordinary or word.plain):
        end = at + 1
        while w.goes_on(end) and _adjective(w, end):
            end += 1
        return end
    known = word.ordinary or word.plain & (v.PORTFOLIO | v.BODY | v.TITLE)
    if known and w.goes_on(at + 1) and (w.definite(at + 1) or w.inner(at + 1, "")):
        inner = w.inner(at + 1, "")
        end = inner.last if inner is not None else at + 2
        while w.goes_on(end) and (_adjective(w, end) or _joined_noun(w, end)):
            end += 1
        further = w.inner(end + 1, "") if w.goes_on(end) and w.norms[end].startswith("و") else None
        if further is not None and further.type in ("place", "state") and w.words[end].classes & v.GROUP:
            return further.last
        return end
    return 0


def _without_name(person: Phrase, particles: str) -> Phrase:
    """Titles of a person whose name is that of somebody else."""
    end = person.titles[-1].last
    return Phrase(person.first, end, particles, "person", "title", titles=person.titles)


def _joined_noun(w: Words, at: int) -> bool:
    """Tell whether a word is "and the ..." of ordinary nouns (الأمن والدفاع)."""
    word = w.words[at]
    return (
        word.norm.startswith("وال")
        and word.ordinary
        and not word.classes & (v.TITLE | v.BODY | v.GOVERNMENT | v.GROUP | v.NAME | v.HONORIFIC)
    )


def is_comma(w: Words, at: int) -> bool:
    """Tell whether a comma stands at ``at``, in the same sentence."""
    return at < w.count and not w.stop[at] and w.norms[at] in COMMAS
