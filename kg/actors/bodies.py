"""The grammar of bodies: a head noun and its complement, up to where the name ends."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.names import read_name
from kg.actors.references import Phrase
from kg.actors.shortnames import take_short_names
from kg.actors.states import bare_head
from kg.actors.tails import take_seat, take_whole
from kg.actors.titles import nisba
from kg.actors.words import Words
from kg.lexicon.titles import Term

#: What stands in a body's name is none of these.
_FOREIGN = v.TITLE | v.GOVERNMENT | v.HONORIFIC | v.COUNTERPART | v.SOMEONE


def read_body(w: Words, at: int) -> Phrase | None:
    """Read a body by its head noun.

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    Phrase or None
        ``kind`` is ``head`` for the head alone with the article.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "أعلنت وزارة الصحة العراقية ذلك.")), vocabulary(load()))
    >>> phrase = read_body(w, 1)
    >>> phrase.type, phrase.kind, w.norms[phrase.first : phrase.last]
    ('organization', 'name', ['وزاره', 'الصحه', 'العراقيه'])
    """
    best: Phrase | None = None
    for particles, end, term in w.terms(at, "BodyHead"):
        phrase = _with_head(w, at, end, particles, term) if term.number == "s" else None
        if phrase is not None and (best is None or phrase.last > best.last):
            best = phrase
    return best


def _with_head(w: Words, at: int, end: int, particles: str, term: Term) -> Phrase | None:
    if not term.definite and "definite" in term.flags:
        return None
    if "leads" in term.flags and particles.endswith("ب"):
        return None
    if w.norms[at].endswith("بالوكاله"):
        return None  # by proxy
    if term.id == "body-front" and not term.definite and _on_it(w, at, end, particles):
        return None
    if term.id == "body-alliance" and w.goes_on(end) and w.norms[end] in ("مع", "بين", "ضد"):
        return None  # the act of allying
    noun = w.folded(at, end, particles, definite=term.definite)
    phrase = Phrase(at, end, particles, "organization", "name", "m" if "m" in term.flags else "f")
    phrase.sort = term.kind
    phrase.head = " ".join(bare_head(n) for n in noun.split())
    if term.definite or w.norms[end - 1].startswith("ال"):
        _definite(w, phrase, term)
    elif not _indefinite(w, phrase, term):
        return None
    if phrase.last == end:
        phrase.kind = "head"
    else:
        take_whole(w, phrase)
        take_short_names(w, phrase)
        phrase.name = (*noun.split(), *w.folded(end, phrase.last).split())
    return phrase


def _on_it(w: Words, at: int, end: int, particles: str) -> bool:
    """Tell whether a front is one of a war: something is or happens on it (بجبهة المخدرة)."""
    before = w.norms[at - 1] if at and not w.stop[at] else ""
    named = w.goes_on(end) and w.vocabulary.actors.names.longest(("جبهه", *w.norms[end : end + 4]), 0)
    return (particles.endswith("ب") or before == "في") and not named


def _definite(w: Words, phrase: Phrase, term: Term) -> None:
    """Read the adjectives and the لـ of a head with the article (الهيئة العليا المستقلة للانتخابات)."""
    head_end = phrase.last
    if term.kind == "armed-group" and w.goes_on(head_end) and w.norms[head_end].isdigit():
        phrase.last += 1  # الكتيبة 223
        return
    while w.goes_on(phrase.last) and _fits(w, phrase.last, phrase.gender):
        _take(w, phrase)
    paper = "quoted" in term.flags and "names" in term.flags and "mild" not in term.flags
    if paper and phrase.last > head_end and len(phrase.states) == phrase.last - head_end:
        phrase.last = head_end  # "the Israeli paper" is one named before
    if phrase.last > head_end or head_end - phrase.first > 1:
        if "mild" in term.flags and phrase.last == head_end + 1 and not phrase.states:
            before = phrase.last
            _purpose(w, phrase)
            if phrase.last == before and not _qualifies(w, before - 1):
                phrase.last = head_end
                return
        else:
            _purpose(w, phrase)
        _nationality(w, phrase)
    if phrase.head in w.lists["Seats"] and phrase.last > head_end:
        take_seat(w, phrase)


def _qualifies(w: Words, at: int) -> bool:
    """Tell whether one adjective is enough for a name: one that is no ordinary description."""
    word = w.words[at]
    return not word.ordinary or bool(word.plain & v.PORTFOLIO) or word.norm in w.lists["NamingAdjectives"]


def _indefinite(w: Words, phrase: Phrase, term: Term) -> bool:
    """Read the complement of a head without the article; false where it has none."""
    at = phrase.last
    if not w.goes_on(at):
        return False
    chain = owned = False
    if w.opens[at] and (end := _quoted_end(w, at)):
        phrase.last = end
    elif "quoted" in term.flags and w.words[at].plain & v.DEMONYM and not w.definite(at):
        return False
    elif term.kind == "media" and (end := _proper(w, at)):
        phrase.last = end
    elif (inner := _inner(w, at)) is not None:
        phrase.last = inner.last
        owned = inner.type == "person"
        if not owned:
            phrase.parts.append(inner)
        elif not inner.name and (name := _namesake(w, inner.last)) is not None:
            phrase.last = name.last  # a namesake (جامعة الإمام محمد بن سعود) takes no part
        phrase.states = inner.states if inner.type != "state" else (inner.actor,)
        allied = term.id == "body-forces" and inner.sort in ("regional-bloc", "army")
        if ("names" in term.flags or allied) and inner.type == "organization" and inner.kind == "name":
            inner.same, phrase.actor = True, inner.actor
        elif "proper" in term.flags:
            return False
    elif w.words[at].plain & v.HONORIFIC and (name := _namesake(w, at + 1)) is not None:
        phrase.last = name.last
    elif "proper" not in term.flags and (end := _nouns(w, phrase, term)):
        phrase.last, chain = end, True
    elif "common" not in term.flags and (end := _proper(w, at)):
        phrase.last = end
    else:
        return False
    while w.goes_on(phrase.last) and (_fits(w, phrase.last, "") and not _names_person(w, phrase.last)):
        _take(w, phrase)
    if chain:
        _joined(w, phrase, term)
    _purpose(w, phrase)
    _nationality(w, phrase)
    if phrase.head in w.lists["Seats"] and not owned:  # in somebody's office in Tyre: where, not which
        take_seat(w, phrase)
    return True


def _namesake(w: Words, at: int) -> Phrase | None:
    """Name behind the title of somebody that a body is called after."""
    name = read_name(w, at, titled=True) if w.goes_on(at) else None
    return name if name is not None and not name.particles else None


def _names_person(w: Words, at: int) -> bool:
    """Tell whether a person's name begins at a word with the article."""
    return not w.words[at].ordinary and not w.words[at].plain & (v.PORTFOLIO | v.DEMONYM)


def _inner(w: Words, at: int) -> Phrase | None:
    inner = w.inner(at, "")
    if inner is None or (inner.type in ("group", "place") and not (inner.actor or inner.head)):
        return None
    if inner.type == "group" or (inner.type == "place" and inner.head in ("مقر", "مبني")):
        return None
    if inner.sort == "ministry" and w.words[at].plain & v.PORTFOLIO:
        return None
    if inner.type == "person" and inner.kind != "name" and not inner.titles:
        return None
    return inner


def _take(w: Words, phrase: Phrase) -> None:
    """Take one more word in, and note the state that it names."""
    demonym = w.vocabulary.actors.demonyms.get(w.norms[phrase.last])
    if demonym is not None and w.words[phrase.last].plain & v.DEMONYM:
        phrase.states = (*phrase.states, demonym.state)
    phrase.last += 1


def _fits(w: Words, at: int, gender: str) -> bool:
    """Tell whether a word with the article may be an adjective of the body."""
    word = w.words[at]
    norm = word.norm
    if not w.definite(at) or norm in w.lists["NotAdjectives"] or norm in w.lists["Ordinals"] or w.quoted[at]:
        return False
    if word.plain & v.DEMONYM:
        return w.vocabulary.actors.demonyms[norm].number == "s"
    if norm.endswith(("يين", "يون")):
        return False
    if w.words[at - 1].plain & v.DEMONYM and w.norms[at - 1].endswith("ه") and norm[-1] not in "هاي":
        return False  # "اعتقلت قوات الأمن التونسية *المعارض* فلان"
    if word.plain & v.MODIFIER:
        return gender != "f" or norm.endswith(("ه", "ا", "ي"))
    if word.plain & (_FOREIGN | v.BODY | v.GROUP):
        return False
    if norm in w.lists["NamingAdjectives"]:
        return norm.endswith("ه") == (gender == "f") or not gender
    described = word.ordinary or (not word.classes and nisba(norm))
    if gender == "f":
        return norm.endswith("ه") and described
    if gender == "m":
        return nisba(norm) and not norm.endswith("ه") and described
    return word.ordinary and (nisba(norm) or norm.endswith("ه") or bool(word.plain & v.MODIFIER))


def _nouns(w: Words, phrase: Phrase, term: Term) -> int:
    """Read a chain of nouns that ends with one that has the article (حقوق الإنسان)."""
    at = phrase.last
    for end in range(at, min(at + 4, w.count)):
        if not w.goes_on(end) or (end > at and w.quoted[end]):
            return 0
        word = w.words[end]
        if w.definite(end):
            known = word.ordinary or word.plain & (v.PORTFOLIO | v.DEMONYM | v.GROUP | v.MODIFIER | v.BODY)
            barred = word.norm in w.lists["NoBodies"] and term.kind != "ministry"
            return 0 if barred or not known or word.norm in w.lists["NotAdjectives"] else end + 1
        if (
            word.norm in w.lists["FunctionWords"]
            or word.plain & (_FOREIGN & ~v.TITLE)
            or w.vocabulary.conjoined(word.norm)
            or (word.norm[0] in "يت" and not word.plain and w.vocabulary.verb_gender(word.norm))
            or not (word.ordinary or word.plain)
        ):
            return 0
        if term.kind == "ministry" and not word.plain & (v.PORTFOLIO | v.BODY):
            return 0
        if end > at and (inner := w.inner(end, "")) is not None and inner.type in ("state", "organization"):
            phrase.parts.append(inner)
            return inner.last
    return 0


def _proper(w: Words, at: int) -> int:
    """Read one or two words that only a name can be (كتائب القسام، قناة فوكس نيوز)."""
    end = at
    while w.goes_on(end) and end < at + 2:
        word = w.words[end]
        latin = word.norm.isascii() and word.norm.isalpha()
        unknown = not word.ordinary and not word.classes & (_FOREIGN | v.BODY | v.DEMONYM | v.QUALITY)
        joined = word.norm.startswith("و") and end > at
        if not (latin or unknown) or word.norm in w.lists["FunctionWords"] or joined:
            break
        end += 1
        if w.goes_on(end) and w.quoted[end]:
            break
    return end if end > at else 0


def _quoted_end(w: Words, at: int) -> int:
    """End of a short quotation that begins at a word: the name of a paper."""
    for end in range(at + 1, min(at + 6, w.count)):
        if end >= w.count or w.stop[end]:
            return 0
        if w.quoted[end]:
            return end
        if w.mark[end]:
            return 0
    return 0


def _joined(w: Words, phrase: Phrase, term: Term) -> None:
    """Read further portfolios and nouns joined by و (وزارة الشؤون الخارجية والتعاون)."""
    while w.goes_on(phrase.last):
        at = phrase.last
        word = w.words[at]
        if not word.norm.startswith("وال") or w.quoted[at]:
            return
        portfolio = bool(word.classes & v.PORTFOLIO)
        other = v.TITLE | v.BODY | v.GOVERNMENT | v.GROUP | v.NAME | v.HONORIFIC | v.DEMONYM
        if not (portfolio and term.kind == "ministry") and (not word.ordinary or word.classes & other):
            return
        if term.kind != "ministry" and (phrase.parts or phrase.states or not _one_noun(w, phrase)):
            return
        phrase.last += 1
        while w.goes_on(phrase.last) and _fits(w, phrase.last, ""):
            _take(w, phrase)


def _one_noun(w: Words, phrase: Phrase) -> bool:
    """Tell whether head and one ordinary noun are all there is so far (جمعية الثقافة)."""
    return phrase.last - phrase.first == 2 and w.words[phrase.last - 1].ordinary


def _purpose(w: Words, phrase: Phrase) -> None:
    """Read what a body is for or belongs to (اللجنة التنفيذية لمنظمة التحرير، للانتخابات)."""
    at = phrase.last
    within = any(p.sort not in ("international", "regional-bloc") for p in phrase.parts)
    if not w.goes_on(at) or phrase.actor or within:
        return
    if w.norms[at] == "ل" and w.goes_on(at + 1):  # المكتب الإعلامي لـ"حركة كذا"
        named = w.inner(at + 1, "")
        if named is not None and named.type == "organization" and named.sort != "media":
            phrase.parts.append(named)
            phrase.last = named.last
        return
    noun = w.noun(at, "ل")
    if noun is None or noun in w.lists["NotAdjectives"]:
        return
    inner = w.inner(at, "ل")
    if inner is not None and inner.type == "state" and not inner.actor:
        inner = None  # "المجلس الأعلى *للسلطة* القضائية" is of no government
    if inner is not None and phrase.states:
        return
    if inner is not None and w.norms[at - 1] in ("المواليه", "الموالي", "التابعه", "التابع"):
        phrase.parts.append(inner)
        phrase.last = inner.last
        return
    if inner is not None and inner.type == "group" and phrase.sort in ("union", "ngo"):
        phrase.last = inner.last  # النقابة الوطنية *للصحفيين*
        return
    if inner is not None:
        media = inner.actor and w.vocabulary.actors.entries[inner.actor].kind == "media"
        owner = inner.type == "person" and phrase.head.split()[0] in ("مكتب", "ديوان")
        if (inner.type in ("state", "organization", "place") or owner) and not media:
            phrase.parts.append(inner)
            phrase.last = inner.last
        return
    word = w.vocabulary.word(noun)
    if noun.startswith("ال") and w.norms[at].startswith("لل"):
        if not word.ordinary and not word.plain & v.PORTFOLIO:
            return
        phrase.last += 1
    elif noun in w.vocabulary.purposes and w.goes_on(at + 1) and w.definite(at + 1):
        phrase.last += 2
    else:
        return
    while w.goes_on(phrase.last) and _fits(w, phrase.last, "") and not _names_person(w, phrase.last):
        _take(w, phrase)
    at = phrase.last
    plain = w.goes_on(at) and not w.words[at].classes & ~v.PORTFOLIO
    if plain and w.norms[at].startswith("وال") and w.words[at].ordinary:
        phrase.last += 1


def _nationality(w: Words, phrase: Phrase) -> None:
    while w.goes_on(phrase.last):
        demonym = w.vocabulary.actors.demonyms.get(w.norms[phrase.last])
        if demonym is None or not demonym.definite or demonym.number != "s":
            return
        _take(w, phrase)


def read_ministry(w: Words, at: int) -> Phrase | None:
    """Read a ministry named by its portfolio alone (الخارجية الفلسطينية).

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
    >>> w = Words(parse(Document("d", "أعلنت الخارجية الفلسطينية ذلك.")), vocabulary(load()))
    >>> phrase = read_ministry(w, 1)
    >>> phrase.type, phrase.kind, w.norms[phrase.first : phrase.last]
    ('organization', 'name', ['الخارجيه', 'الفلسطينيه'])
    """
    found = w.term(at, "Portfolio")
    if found is None or not found[2].definite or not found[2].post or not w.goes_on(found[1]):
        return None
    particles, end, _ = found
    if not particles and w.describes(at):
        return None
    demonym = w.vocabulary.actors.demonyms.get(w.norms[end])
    if demonym is None or not demonym.definite or demonym.gender != "f" or not w.norms[end - 1].endswith("ه"):
        return None
    phrase = Phrase(
        at, end + 1, particles, "organization", "name", "f", head="وزاره", states=(demonym.state,)
    )
    phrase.sort = "ministry"
    phrase.name = ("وزاره", *w.folded(at, end + 1, particles).split())
    return phrase
