"""Described collectives without a name: sources, officials, delegations, people."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.tails import false_idafa, take_inner, take_members
from kg.actors.titles import nisba
from kg.actors.words import Words
from kg.lexicon.titles import Term

#: Heads that an indefinite noun and its genitive may follow: منظمات حقوق الإنسان، رؤساء وكالات الاستخبارات.
_OF_THINGS = frozenset({"group-factions", "group-ministers"})


def read_group(w: Words, at: int) -> Phrase | None:
    """Read a described collective (مصادر أمنية إسرائيلية، أعضاء من الكونغرس، وفد من حماس).

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
    >>> w = Words(parse(Document("d", "قالت مصادر أمنية عراقية ذلك.")), vocabulary(load()))
    >>> phrase = read_group(w, 1)
    >>> phrase.type, phrase.kind, w.norms[phrase.first : phrase.last]
    ('group', 'description', ['مصادر', 'امنيه', 'عراقيه'])
    """
    quantity = w.term(at, "Quantity")
    particles, start = "", at
    found: tuple[str, int, Term] | None = None
    if quantity is not None and w.goes_on(quantity[1]):
        particles, start = quantity[0], quantity[1]
        found = w.term(start, "GroupHead", particles=False) or _from(w, start)
        if found is None and w.norms[start].isdigit() and w.goes_on(start + 1):
            found = w.term(start + 1, "GroupHead", particles=False)
    counted = start
    if quantity is None or found is None:
        quantity, start = None, at
        found = w.term(at, "GroupHead")
    if found is None or not w.one_sentence(at, found[1]):
        return _people(w, at, counted, particles)
    attached, end, term = found
    if attached.endswith("ك") and not term.definite:
        return None
    if "agents" in term.flags and quantity is None and _only_adjective(w, at):
        return None
    if quantity is None and ("counted" in term.flags or ("definite" in term.flags and not term.definite)):
        return None
    gender = "f" if "f" in term.flags or w.norms[end - 1].endswith("ات") else "m"
    number = next((n for n in "ds" if n in term.flags), "p")
    phrase = Phrase(at, end, particles or attached, "group", "description", gender, number)
    phrase.head = term.id
    complete = _complement(w, phrase, term) or "whole" in term.flags or quantity is not None
    if ("of-body" in term.flags and not any(p.type == "organization" for p in phrase.parts)) or (
        phrase.particles.endswith("ب") and "of-body" in term.flags
    ):
        return None
    if not complete and not ("alone" in term.flags and (term.definite or quantity is not None)):
        told = ("says" in term.flags and _say(w, at)) or ("acts" in term.flags and _act(w, at))
        told = told or (term.id == "group-delegation" and _sent(w, at))
        if "described" in term.flags or not (term.definite or told):
            return None
        phrase.kind = "head" if term.definite else "description"
    phrase.name = tuple(w.folded(at, phrase.last, phrase.particles).split())
    return phrase


def _say(w: Words, at: int) -> bool:
    """Tell whether a verb of speech stands right before a group (قال مسؤولون إن)."""
    if w.begins(at) or w.quoted[at]:
        return False
    before = w.norms[at - 1].removeprefix("و")
    return before in w.lists["SpeechContext"] and bool(w.vocabulary.verb_gender(before))


def _act(w: Words, at: int) -> bool:
    """Tell whether a verb stands right before a group in the nominative (أغلق محتجون الطريق)."""
    if w.begins(at) or w.quoted[at] or not w.norms[at].endswith("ون"):
        return False
    return bool(w.vocabulary.verb_gender(w.norms[at - 1].removeprefix("و")))


def _sent(w: Words, at: int) -> bool:
    """Tell whether whoever is sent somewhere is told without whose he is (أرسلت الحركة وفداً إلى القاهرة)."""
    goes = w.goes_on(at + 1) and w.norms[at + 1] == "الي"
    return goes and any(w.norms[i].removeprefix("و") in w.lists["Sending"] for i in range(max(at - 4, 0), at))


def _only_adjective(w: Words, at: int) -> bool:
    """Tell whether a plural agent noun is the adjective of the noun before it (الأطراف المشاركين)."""
    if w.begins(at):
        return False
    before = w.words[at - 1]
    described = before.ordinary or bool(before.plain & v.GROUP)
    several = before.norm.endswith(("ين", "ون"))  # "المسؤولين *التنفيذيين*", but "المستشار التنفيذيين"
    return w.definite(at - 1) and described and (several or not before.plain & v.TITLE)


def _from(w: Words, at: int) -> tuple[str, int, Term] | None:
    if w.norms[at] == "من" and w.goes_on(at + 1):
        return w.term(at + 1, "GroupHead", particles=False)
    return None


def _people(w: Words, at: int, start: int, particles: str) -> Phrase | None:
    """Read a nationality in the plural (الإسرائيليون)."""
    reading = w.words[start].reading(v.DEMONYM)
    if reading is None or (start > at and reading.particles):
        return None
    demonym = w.vocabulary.actors.demonyms[reading.noun]
    counted = start > at and not demonym.definite and demonym.gender == "m"
    several = demonym.number == "p" or (counted and _counts_singular(w, start - 1))
    if not several or (not demonym.definite and start == at):
        return None
    phrase = Phrase(at, start + 1, particles or reading.particles, "group", "description", "m", "p")
    phrase.head, phrase.states = "people", (demonym.state,)
    while w.goes_on(phrase.last) and _plural_adjective(w, phrase.last):
        phrase.last += 1
    phrase.name = tuple(w.folded(at, phrase.last, phrase.particles).split())
    return phrase


def _counts_singular(w: Words, at: int) -> bool:
    """Tell whether a number from eleven on is followed by a singular: "عشرين فلسطينياً"."""
    return w.norms[at] in w.lists["Tens"] or (w.norms[at].isdigit() and int(w.norms[at][-4:]) % 100 > 10)


def _plural_adjective(w: Words, at: int) -> bool:
    norm = w.norms[at]
    return w.definite(at) and norm.endswith(("يين", "يون")) and w.words[at].ordinary


def _complement(w: Words, phrase: Phrase, term: Term) -> bool:
    """Read adjectives and bodies that say which group; false where nothing says it."""
    first = phrase.last
    definite = term.definite
    owned = not w.norms[first - 1].endswith(("ون", "ين"))  # with its ن it has no genitive: "محتجون"
    if owned and not term.definite and w.goes_on(first) and not w.words[first].plain & v.QUALITY:
        inner = w.inner(first, "")
        if (
            inner is not None
            and not (inner.type == "person" and inner.kind != "name")
            and (not w.quoted[first] or _wholly_quoted(w, first, inner.last))
        ):
            take_inner(phrase, inner)
        elif end := _nouns(w, first, phrase):
            phrase.last = end
        definite = phrase.last > first
    _adjectives(w, phrase, definite=definite)
    short = phrase.last
    take_members(w, phrase)
    if short < phrase.last and (first < short or "alone" in term.flags):
        phrase.parts.append(_shorter(phrase, short))
    return phrase.last > first


def _kind_of_source(w: Words, at: int, phrase: Phrase) -> bool:
    """Tell whether a word says what sources they are: "مصادر *عشائرية*"."""
    if phrase.head != "group-sources" or at != phrase.first + 1 or w.quoted[at]:
        return False
    return w.norms[at].endswith("يه") and not w.definite(at) and w.norms[at] not in w.lists["NotAdjectives"]


def _wholly_quoted(w: Words, first: int, last: int) -> bool:
    """Tell whether a name and nothing else stands between quotation marks (قيادة «حماس»)."""
    return w.opens[first] and last < w.count and w.quoted[last]


def _adjectives(w: Words, phrase: Phrase, *, definite: bool) -> None:
    """Take adjectives in, also joined ones (المسؤولين السياسيين والعسكريين)."""
    start = phrase.last
    while w.goes_on(phrase.last):
        at = phrase.last
        if false_idafa(w, at) or _negated(w, at, definite=definite):
            phrase.last += 2
            continue
        joined = at > start and _joined_adjective(w, at, definite=definite)
        if not (joined or _adjective(w, at, definite=definite) or _kind_of_source(w, at, phrase)):
            return
        if phrase.number == "s" and w.norms[at].endswith("ه"):
            return
        demonym = w.vocabulary.actors.demonyms.get(w.norms[at])
        if demonym is not None:
            phrase.states = (*phrase.states, demonym.state)
        phrase.last += 1


def _negated(w: Words, at: int, *, definite: bool) -> bool:
    """Tell whether "non-" and an adjective stand here (منظمات غير حكومية، المنظمات غير الحكومية)."""
    if w.norms[at] != "غير" or not w.goes_on(at + 1) or w.definite(at + 1) != definite:
        return False
    return w.norms[at + 1].endswith(("يه", "ين", "ون"))


def _joined_adjective(w: Words, at: int, *, definite: bool) -> bool:
    norm = w.norms[at]
    if not norm.startswith("وال" if definite else "و") or w.quoted[at]:
        return False
    if definite and norm[3:] in w.lists["Quality"]:
        return True
    word = w.vocabulary.word(norm[1:])
    if word.plain & v.DEMONYM:
        return w.vocabulary.actors.demonyms[norm[1:]].definite == definite
    if not definite:
        return bool(word.plain & v.QUALITY)
    heads = v.TITLE | v.BODY | v.GROUP | v.GOVERNMENT | v.HONORIFIC | v.NAME
    return word.ordinary and nisba(norm[1:]) and not word.plain & heads


def _shorter(phrase: Phrase, last: int) -> Phrase:
    """Make the mention of a group without the body or place behind it: the text may call it so again."""
    return Phrase(
        phrase.first, last, phrase.particles, "group", "description", phrase.gender, phrase.number, same=True
    )


def _nouns(w: Words, at: int, phrase: Phrase) -> int:
    """Read the noun that says whose group it is (قادة الحركة، منظمات حقوق الإنسان); its end, or 0."""
    word = w.words[at]
    if phrase.head == "group-ministers" and word.plain & v.PORTFOLIO and w.goes_on(at + 1):
        inner = w.inner(at + 1, "")
        if inner is not None:
            take_inner(phrase, inner)
            return inner.last
    if w.definite(at):
        return at + 1 if word.norm not in w.lists["NotAdjectives"] and not word.plain & v.TITLE else 0
    noun = word.ordinary and not word.plain and not w.vocabulary.verb_gender(word.norm)
    if noun and len(word.norm) > 2 and w.goes_on(at + 1) and w.definite(at + 1) and w.words[at + 1].ordinary:
        described = w.norms[at + 1] not in w.lists["NotAdjectives"]
        return at + 2 if phrase.head in _OF_THINGS and described else 0
    return 0


def read_counted(w: Words, at: int) -> Phrase | None:
    """Read a number with people (52 شخصا).

    Parameters
    ----------
    w : Words
    at : int
        A number.

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "أصيب 52 شخصا أمس.")), vocabulary(load()))
    >>> phrase = read_counted(w, 1)
    >>> phrase.type, phrase.kind, w.norms[phrase.first : phrase.last]
    ('group', 'description', ['52', 'شخصا'])
    """
    if not w.norms[at].isdigit() or not w.goes_on(at + 1):
        return None
    found = w.term(at + 1, "GroupHead", particles=False)
    if found is None or not ("counted" in found[2].flags or "alone" in found[2].flags):
        return _people(w, at, at + 1, "") or _some_of(w, at)
    gender = "f" if w.norms[found[1] - 1].endswith("ه") else "m"
    phrase = Phrase(at, found[1], "", "group", "description", gender, "p", head=found[2].id)
    while w.goes_on(phrase.last) and _counted_adjective(w, phrase.last):
        phrase.last += 1
    short = phrase.last
    _counted_members(w, phrase)
    if short < phrase.last:
        phrase.parts.append(_shorter(phrase, short))
    phrase.name = tuple(w.norms[at : phrase.last])
    return phrase


def _some_of(w: Words, at: int) -> Phrase | None:
    """Read a number of some people: "11 *من قيادات الحزب*"."""
    phrase = Phrase(at, at + 1, "", "group", "description", "m", "p")
    if w.norms[at + 1] == "من":
        _counted_members(w, phrase)
    if not phrase.parts or phrase.parts[0].type != "group":
        return None
    phrase.name = tuple(w.norms[at : phrase.last])
    return phrase


def _counted_members(w: Words, phrase: Phrase) -> None:
    """Read of whom they are a part: "31 شخصا *من سكان المدينة*"."""
    at = phrase.last
    inner = w.inner(at + 1, "") if w.goes_on(at) and w.norms[at] == "من" and w.goes_on(at + 1) else None
    if inner is not None and inner.type in ("group", "organization"):
        take_inner(phrase, inner)


def _counted_adjective(w: Words, at: int) -> bool:
    """Tell whether a word is an adjective of those counted (70 أسيراً إسرائيلياً، 6 جنود إسرائيليين)."""
    demonyms = w.vocabulary.actors.demonyms
    norm = w.norms[at]
    return any(n in demonyms and not demonyms[n].definite for n in (norm, norm.removesuffix("ا")))


def _participle(w: Words, at: int) -> bool:
    """Tell whether a participle says which (الأطراف المتنازعة), and not by whom (المدعومة من فلان)."""
    norm = w.norms[at]
    shaped = norm.startswith("الم") and norm.endswith("ه") and not w.words[at].classes
    return shaped and not (w.goes_on(at + 1) and w.norms[at + 1] == "من")


def _adjective(w: Words, at: int, *, definite: bool) -> bool:
    word = w.words[at]
    norm = word.norm
    if norm in w.lists["NotAdjectives"] or w.quoted[at]:
        return False
    demonym = w.vocabulary.actors.demonyms.get(norm) if word.plain & v.DEMONYM else None
    if demonym is not None:
        return demonym.definite == definite or (definite and demonym.definite)
    if definite:
        if w.definite(at) and norm[2:] in w.lists["Quality"]:
            return True
        if (
            word.plain & (v.TITLE | v.BODY | v.GROUP | v.GOVERNMENT | v.HONORIFIC)
            and not word.plain & v.MODIFIER
        ):
            found = w.term(at, "GroupHead")
            return found is not None and "agents" in found[2].flags and _only_adjective(w, at)
        if not w.definite(at):
            return False
        if not word.ordinary:
            return _participle(w, at)
        return nisba(norm) or norm.endswith(("ون", "ين", "ه"))
    return bool(word.plain & v.QUALITY) or norm.removesuffix("ا") in w.lists["Quality"]
