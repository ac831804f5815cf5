"""Persons: titles and honorifics with the name before or after them."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.names import read_name
from kg.actors.names_apart import behind_comma, behind_place, read_honorific, with_nationality
from kg.actors.references import Phrase, Title
from kg.actors.titles import is_comma, read_title
from kg.actors.words import Words

_MOST_TITLES = 3
#: Offices that one person holds in one state alone.
_HEADS = frozenset(
    """president king emir sultan pope prime-minister foreign-minister ambassador consul
    speaker-of-parliament""".split()
)
#: Words that may stand between a body joined to an office and the comma behind it.
_MOST_JOINED = 8


def read_person(w: Words, at: int, *, inner: bool = False) -> Phrase | None:
    """Read a person by title, by name, or by both.

    Parameters
    ----------
    w : Words
    at : int
    inner : bool
        True inside a longer title: there a name that follows an indefinite title belongs to the longer one
        (نائب وزير الخارجية + name).

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل الوزير خالد العبدلي أمس.")), vocabulary(load()))
    >>> phrase = read_person(w, 1)
    >>> phrase.kind, phrase.name, phrase.titles[0].post
    ('titled-name', ('خالد', 'العبدلي'), 'minister')
    """
    particles: str | None = None
    end = at
    titles: list[Title] = []
    honorifics: list[int] = []
    while len(titles) < _MOST_TITLES and (end == at or w.goes_on(end)):
        title = read_title(w, end, particles=end == at) or (None if inner else _joined_title(w, end, titles))
        if title is not None and not (title[1].bare and read_honorific(w, end, first=end == at)):
            if _of_another(w, titles, title[1]) or _object(w, at, titles, title[1]):
                break
            particles = title[0] if particles is None else particles
            titles.append(title[1])
            end = title[1].last
            if inner:
                break
            continue
        found = read_honorific(w, end, first=end == at)
        if found is None:
            break
        particles = found[0] if particles is None else particles
        honorifics.append(end)
        end = found[1]
    if inner and titles and (not _definite(w, titles[0]) or titles[0].body is not None):
        return _titled(w, at, end, particles or "", titles)
    name = _name(w, at, end, titles, honorific=bool(honorifics), comma=not inner)
    if name is None:
        second = None if inner else _second_title(w, end, titles)
        if second is not None:
            return _with_name(w, at, particles or "", [*titles, second[0]], second[1], [])
        while titles and len(titles) > 1 and _separate(titles[-1]):
            titles.pop()
        if not titles or _adjectival(w, at, titles):
            return None
        phrase = _titled(w, at, titles[-1].last, particles or "", titles)
        if titles[0].relative and titles[0].number == "p":
            phrase.type, phrase.kind, phrase.head, phrase.titles = "group", "description", "counterparts", []
            phrase.name = tuple(titles[0].key.split())
        return phrase
    if particles is None:
        particles = name.particles
    phrase = _with_name(w, at, particles, titles, name, honorifics)
    if not inner:
        _apposition(w, phrase, name)
    return phrase


def _of_another(w: Words, titles: list[Title], title: Title) -> bool:
    """Tell whether a title is of another state than those before, or of one where they are whole."""
    states, others = {s for t in titles for s in _states(w, t)}, _states(w, title)
    if others and not states and any("crown-prince" in t.post for t in titles):
        return True  # "أمير الكويت وولي عهده *الرئيس الفرنسي*"
    whole = bool(titles) and not titles[-1].bare
    if whole and not title.bare and title.post in _HEADS and any(t.post == title.post for t in titles):
        return True  # "استقبل سفير فرنسا *سفير الصين*"
    if whole and others and not states and (title.post in _HEADS or w.definite(title.first)):
        # "التقى محافظ البصرة *السفير البريطاني*"
        honor = read_honorific(w, title.last, first=False) if w.goes_on(title.last) else None
        end = honor[1] if honor is not None else title.last
        return _name(w, title.first, end, [title], comma=False) is None
    return bool(states and others) and not states & others


def _states(w: Words, title: Title) -> set[str]:
    """States that a title names by adjective, name or body: "ملك *الأردن*", "رئيس *مجلس النواب الليبي*"."""
    body = title.body
    if body is None:
        return set(title.states)
    entry = w.vocabulary.actors.entries.get(body.actor)
    named = {body.actor} if body.type == "state" else {entry.within} if entry is not None else set()
    return {*title.states, *body.states, *named} - {""}


def _joined_title(w: Words, at: int, titles: list[Title]) -> tuple[str, Title] | None:
    """Read "and" with a deputy's second office and the name (نائب المستشارة ووزير الاقتصاد فلان)."""
    if len(titles) != 1 or not titles[0].key.startswith(("نايب ", "نايبه ", "النايب ")):
        return None
    found = read_title(w, at, particles=True)
    if found is None or found[0] != "و" or found[1].bare or found[1].states:
        return None
    return found if _name(w, at, found[1].last, [found[1]], comma=False) is not None else None


def _object(w: Words, at: int, titles: list[Title], title: Title) -> bool:
    """Tell whether a title behind a verb and its subject is the object's (استقبل الوزير السفير الأميركي)."""
    if len(titles) != 1 or not titles[0].bare or at == 0 or w.stop[at] or not w.definite(title.first):
        return False
    whole = bool(title.states or title.body)
    return whole and w.definite(at) and bool(w.vocabulary.verb_gender(w.norms[at - 1]))


def _separate(title: Title) -> bool:
    return title.relative


def _definite(w: Words, title: Title) -> bool:
    return w.definite(title.first) or w.norms[title.first].startswith(("لل", "بال", "وال", "كال", "فال"))


def _name(
    w: Words, at: int, end: int, titles: list[Title], *, honorific: bool = False, comma: bool = True
) -> Phrase | None:
    """Read the name behind the titles, if any; a comma may stand between."""
    titled = bool(titles) or honorific
    if end == at:
        return with_nationality(w, at) or read_name(w, at, titled=False)
    if w.goes_on(end):
        name = read_name(w, end, titled=titled)
        if name is not None and not name.particles and not _weak(w, name, titles):
            return None if _verb_like(w, name, titles) else name
    if not titles or not comma:
        return None
    return behind_comma(w, end) or behind_place(w, end, titles)


def _verb_like(w: Words, name: Phrase, titles: list[Title]) -> bool:
    """Tell whether a single word that is a name and a verb is rather the verb (وزير الاتصال خلف ...)."""
    single = name.last == name.first + 1
    return bool(titles) and single and not name.actor and bool(w.words[name.first].plain & v.AMBIGUOUS)


def _weak(w: Words, name: Phrase, titles: list[Title]) -> bool:
    """Tell whether unknown words with the article are an adjective of the title rather than a name."""
    first = w.norms[name.first]
    if not titles or name.actor or w.words[name.first].plain & v.GIVEN:
        return False
    if name.last == name.first + 1 and not titles[-1].bare and _goes_on_after(w, name.last):
        return True  # one unknown word behind a whole title is more likely a verb (أمير قطر أرجأ خطابه)
    if not w.definite(name.first):
        return False
    inflected = name.last == name.first + 1 and first.endswith(("ه", "ين", "ون", "ات"))
    return inflected or (titles[-1].bare and titles[-1].mild)


def _goes_on_after(w: Words, at: int) -> bool:
    """Tell whether a sentence goes on with a noun rather than with a mark or a small word."""
    return w.goes_on(at) and w.norms[at] not in w.lists["FunctionWords"] and w.norms[at] != "على"


def _second_title(w: Words, end: int, titles: list[Title]) -> tuple[Title, Phrase] | None:
    """Read another title behind a comma, where a name follows it."""
    if not titles or not is_comma(w, end) or not w.goes_on(end + 1):
        return None
    found = read_title(w, end + 1, particles=False)
    if found is None or found[1].relative:
        return None
    name = _name(w, end + 1, found[1].last, [found[1]])
    return (found[1], name) if name is not None else None


def _titled(w: Words, at: int, end: int, particles: str, titles: list[Title]) -> Phrase:
    """Make a phrase of titles alone."""
    phrase = Phrase(at, end, particles, "person", "title", titles[0].gender, titles[0].number, titles=titles)
    _add_bodies(phrase)
    return phrase


def _with_name(
    w: Words, at: int, particles: str, titles: list[Title], name: Phrase, honorifics: list[int]
) -> Phrase:
    """Make a phrase of titles and the name behind them."""
    kind = "titled-name" if titles or honorifics else "name"
    gender = titles[0].gender if titles else "m"
    phrase = Phrase(at, name.last, particles, "person", kind, gender, actor=name.actor, name=name.name)
    phrase.titles = titles
    _add_bodies(phrase)
    if kind == "titled-name":
        behind = titles[-1].last if titles else at + 1
        phrase.parts += [_part(name, start) for start in honorifics if start >= behind]
        phrase.parts.append(_part(name, name.first))
    return phrase


def _adjectival(w: Words, at: int, titles: list[Title]) -> bool:
    """Tell whether a title is only an adjective of the noun before it (المنظمات الناشطة في سوريا)."""
    if len(titles) != 1 or not (titles[0].mild or titles[0].bare) or w.begins(at):
        return False
    before = w.words[at - 1]
    return w.definite(at - 1) and before.ordinary


def _part(name: Phrase, first: int) -> Phrase:
    """Make the mention of the name alone, or of the name with an honorific."""
    kind = "name" if first == name.first else "titled-name"
    return Phrase(first, name.last, "", "person", kind, "m", actor=name.actor, name=name.name, same=True)


def _add_bodies(phrase: Phrase) -> None:
    # Whose deputy somebody is, is no mention of that person; a name there is.
    phrase.parts += [t.body for t in phrase.titles if t.body is not None and t.body.kind != "title"]


def with_apposition(w: Words, phrase: Phrase | None) -> Phrase | None:
    """Read the titles behind a name that stands without a title before it.

    Parameters
    ----------
    w : Words
    phrase : Phrase or None
        The name.

    Returns
    -------
    Phrase or None
        The phrase given, longer by the titles; None for None.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل خالد العبدلي وزير الصحة العراقي أمس.")), vocabulary(load()))
    >>> phrase = with_apposition(w, read_name(w, 1, titled=False))
    >>> phrase.last, [t.post for t in phrase.titles]
    (6, ['minister'])
    """
    if phrase is not None:
        _apposition(w, phrase, Phrase(phrase.first, phrase.last, "", "person", "name", name=phrase.name))
    return phrase


def _apposition(w: Words, phrase: Phrase, name: Phrase) -> None:
    """Read the titles behind the name (أنتوني بلينكن، وزير الخارجية الأميركي)."""
    for _ in range(_MOST_TITLES):
        title = _title_behind(w, phrase)
        if title is None:
            _role_behind(w, phrase, name)
            return
        _add_name(phrase, name)
        phrase.titles = [*phrase.titles, title]
        if title.body is not None and title.body.kind != "title":
            phrase.parts.append(title.body)
        bracketed = w.norms[title.first - 1] == "("  # "فلان (أمين عام الحزب)"
        phrase.last = title.last + bracketed
        if not _joined_office(w, phrase):
            _to_the_comma(w, phrase)


def _joined_office(w: Words, phrase: Phrase) -> bool:
    """Take in a second office of the same person (فلان، الوزير المنتدب *والناطق الرسمي باسم الحكومة*)."""
    if not w.goes_on(phrase.last) or not w.norms[phrase.last].startswith("وال"):
        return False
    found = read_title(w, phrase.last, particles=True)
    if found is None or found[0] != "و" or found[1].bare or found[1].states:
        return False
    if _name(w, phrase.last, found[1].last, [found[1]]) is not None:
        return False
    phrase.titles, phrase.last = [*phrase.titles, found[1]], found[1].last
    _add_bodies(phrase)
    return True


def _to_the_comma(w: Words, phrase: Phrase) -> None:
    """Take in what else an office is of, up to its comma (فلان، ممثل مصر لدى الاتحاد *واللجنة*، أن)."""
    at = phrase.last
    if not w.goes_on(at) or not w.norms[at].startswith("وال"):
        return
    joined = w.inner(at, "و")
    if joined is None or joined.type != "organization":
        return
    end = joined.last
    while w.goes_on(end) and end - at < _MOST_JOINED and not w.vocabulary.verb_gender(w.norms[end]):
        end += 1
    if is_comma(w, end):
        phrase.parts.append(joined)
        phrase.last = end


def _add_name(phrase: Phrase, name: Phrase) -> None:
    """Let the name be a mention of its own, before what stands behind it is taken in."""
    if phrase.kind == "name":
        phrase.kind = "titled-name"
        phrase.parts.insert(0, _part(name, name.first))
        phrase.parts[0].particles = phrase.particles if name.first == phrase.first else ""


def _role_behind(w: Words, phrase: Phrase, name: Phrase) -> None:
    """Read what somebody is, between commas behind the name (خالد العبدلي، قيادي في الحزب، إن ...)."""
    if not is_comma(w, phrase.last) or not w.goes_on(phrase.last + 1):
        return
    role = w.inner(phrase.last + 1, "")
    if role is None or role.type != "person" or role.kind != "description" or role.head in w.lists["Sources"]:
        return
    _add_name(phrase, name)
    phrase.parts.append(role)
    role.same, phrase.last = True, role.last


def _title_behind(w: Words, phrase: Phrase) -> Title | None:
    """Read a title behind a name or another title; not one that has a name of its own behind it."""
    opens = phrase.last < w.count and not w.stop[phrase.last] and w.norms[phrase.last] == "("
    start = phrase.last + (opens or is_comma(w, phrase.last))
    if w.goes_on(start) and w.norms[start] in ("وهو", "وهي"):
        start += 1
    if not w.goes_on(start):
        return None
    found = read_title(w, start, particles=False)
    if found is not None and found[1].bare and w.goes_on(found[1].last):
        more = read_title(w, found[1].last, particles=False)  # "السفير *الممثل الدائم لبلاده*"
        if more is not None and not more[1].bare:
            more[1].first, more[1].key = found[1].first, f"{found[1].key} {more[1].key}"
            found = ("", more[1])
    if found is None or found[1].relative or found[1].bare or not _agrees(w, phrase, found[1]):
        return None
    if opens:
        closing = w.norms[found[1].last : found[1].last + _MOST_JOINED]
        if ")" not in closing:
            return None
        found[1].last += closing.index(")")
    return found[1] if _name(w, start, found[1].last, [found[1]]) is None else None


def _agrees(w: Words, phrase: Phrase, title: Title) -> bool:
    """Tell whether a known person can hold a title: one of their posts is of the same state."""
    held = w.vocabulary.actors.held.get(phrase.actor, ())
    states = {t.body for t in held}
    return not held or not title.states or bool(states & set(title.states))


def is_name_start(w: Words, at: int) -> bool:
    """Tell whether a word may begin a name without a title.

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
    >>> w = Words(parse(Document("d", "وصل خالد أمس.")), vocabulary(load()))
    >>> [is_name_start(w, at) for at in range(3)]
    [False, True, False]
    """
    if at in w.fathers:
        return True
    word = w.words[at]
    if not word.classes:
        return word.last or word.norm.startswith("عبدال")
    return bool(word.classes & (v.GIVEN | v.AMBIGUOUS | v.NAME | v.JOINER)) or word.norm.startswith("عبدال")
