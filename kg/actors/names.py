"""Names of persons: known ones, and runs of words that can only be a name."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.unknown_names import MOST_PARTS, THAT, day_follows, is_unknown
from kg.actors.vocabulary import Reading
from kg.actors.words import Words
from kg.lexicon.actors import Name
from kg.text.clitics import splits

#: Heads and adjectives: no part of a name unless they are given names too.
_HEADS = (
    v.TITLE | v.HONORIFIC | v.PORTFOLIO | v.MODIFIER | v.COUNTERPART | v.BODY | v.GOVERNMENT | v.GROUP
    | v.SOMEONE | v.QUANTITY | v.PLACE | v.DEMONYM | v.QUALITY
)  # fmt: skip
_CONJUNCTION = "و"


def read_name(w: Words, at: int, *, titled: bool) -> Phrase | None:
    """Read the name of a person.

    Parameters
    ----------
    w : Words
    at : int
        First word.
    titled : bool
        True after a title, where any word that is not an ordinary one may be a name; false elsewhere,
        where a name must be known or begin with a given name.

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل خالد العبدلي أمس.")), vocabulary(load()))
    >>> phrase = read_name(w, 1, titled=False)
    >>> phrase.name
    ('خالد', 'العبدلي')
    """
    if not w.count > at or w.mark[at]:
        return None
    known = known_person(w, at)
    run = _run(w, at, titled=titled)
    if run is not None and titled and _another_follows(w, run):
        run.last, run.name = at + 1, run.name[:1]  # "استقبل الملك *سلمان* سامح شكري"
    if known is not None and (run is None or not _another(w, known, run)):
        return _with_lineage(w, known)
    return run


def known_person(w: Words, at: int) -> Phrase | None:
    """Match a name or surname of the authority list.

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
    >>> w = Words(parse(Document("d", "تحدث باراك أوباما أمس.")), vocabulary(load()))
    >>> phrase = known_person(w, 1)
    >>> phrase.actor, phrase.name
    ('barack-obama', ('باراك', 'اوباما'))
    """
    names = w.vocabulary.actors.names
    readings = w.words[at].readings
    if w.norms[at] == "على" and w.goes_on(at + 1):
        # Some write the name علي like the preposition.
        readings = w.vocabulary.word("علي").readings[:1]
    for reading in readings:
        if not reading.classes & v.NAME:
            continue
        found = names.longest(w.norms, at, reading.noun)
        if found is None or not w.one_sentence(at, found[0]):
            continue
        persons = [n for n in found[1] if w.vocabulary.actors.entries[n.actor].actor.type == "person"]
        if not persons:
            continue
        if found[0] == at + 1 and (reading.classes & v.AMBIGUOUS or w.norms[at] == "على"):
            continue
        end = found[0]
        words = (reading.noun, *w.norms[at + 1 : end])
        return Phrase(at, end, reading.particles, "person", "name", "m", actor=_only(persons), name=words)
    return _last_name(w, at)


def _last_name(w: Words, at: int) -> Phrase | None:
    """Match a word that ends the name of one person of the authority list, and of no other."""
    word = w.words[at]
    if word.ordinary or word.classes:
        return None
    for particles, noun in splits(word.norm):
        if noun in w.vocabulary.last_names:
            if "ؤ" in w.text.tokens[w.tokens[at]].text and not _with_hamza(w, noun):
                return None  # عطلة مؤدى عنها is not مودي
            return Phrase(at, at + 1, particles, "person", "name", "m", name=(noun,))
    return None


def _with_hamza(w: Words, last: str) -> bool:
    """Tell whether the list writes the last name with a hamza on و."""
    entry = w.vocabulary.actors.entries[w.vocabulary.last_names[last]]
    return any("ؤ" in name.split()[-1] for name in entry.names)


def _only(names: list[Name]) -> str:
    """Return the actor where all senses of a name agree; full names count before surnames."""
    full = [n for n in names if n.how != "surname"] or names
    ids = {n.actor for n in full}
    return full[0].actor if len(ids) == 1 else ""


def _doubtful(w: Words, known: Phrase) -> bool:
    """Tell whether a known name may be the beginning of another: a surname that is a given name too."""
    return known.last == known.first + 1 and bool(
        w.vocabulary.classes(known.name[0]) & (v.GIVEN | v.AMBIGUOUS)
    )


def _another(w: Words, known: Phrase, run: Phrase) -> bool:
    """Tell whether the words of a known name are the beginning of a longer one that is not known."""
    return run.last > known.last and (_doubtful(w, known) or _goes_on(w, known, run))


def _another_follows(w: Words, run: Phrase) -> bool:
    """Tell whether a name of one word, as kings have it, stands before a known one that ends with the run."""
    following = run.first + 1
    if run.last - run.first < 3 or w.norms[run.first - 1] not in w.lists["TitlesOfOneName"]:
        return False
    other = known_person(w, following)
    return other is not None and not other.particles and len(other.name) > 1 and other.last >= run.last


def _goes_on(w: Words, known: Phrase, run: Phrase) -> bool:
    """Tell whether a known name of two words goes on with another given name: it is a namesake's."""
    end = known.last
    if len(known.name) != 2 or w.norms[end] in ("بن", "ال", "ابن"):
        return False
    return bool(w.words[end].plain & (v.GIVEN | v.JOINER)) and known_person(w, end) is None


def _with_lineage(w: Words, name: Phrase) -> Phrase:
    """Extend a known name by the fathers and houses that follow it (بن عبد العزيز آل سعود)."""
    end = name.last
    while w.goes_on(end + 1) and w.words[end].plain & v.JOINER and w.norms[end] in ("بن", "ال", "ابن"):
        end += 2
        if w.goes_on(end) and (w.norms[end] in w.vocabulary.second_halves or w.norms[end - 1] == "عبد"):
            end += 1
    name.last = end
    return name


def _run(w: Words, at: int, *, titled: bool) -> Phrase | None:
    """Read words that can be nothing but a name."""
    particles, first = _start(w, at, titled=titled)
    if first is None:
        return None
    parts, end = 0, at
    words: list[str] = []
    while parts < MOST_PARTS and w.goes_on(end) and not (end > at and w.quoted[end]):
        step = _part(w, end, first if end == at else w.norms[end], begins=end == at, titled=titled)
        if step == 0 and parts and _surname(w, end, second=parts == 1):
            step = 1
        if step == 0 and parts == 1 and titled and w.norms[end] in w.lists["Regnal"]:
            step = 1  # فؤاد الثاني
        if step == 0:
            break
        words += [first if i == at else w.norms[i] for i in range(end, end + step)]
        end += step
        parts += 1
        if w.goes_on(end) and w.norms[end] in w.vocabulary.second_halves:
            words.append(w.norms[end])
            end += 1
    if w.opens[at] and end < w.count and not w.quoted[end]:
        return None
    if not parts or (not titled and len(words) < 2) or _preposition(w, words, end):
        return None
    return Phrase(at, end, particles, "person", "name", "m", name=tuple(words))


def _preposition(w: Words, words: list[str], end: int) -> bool:
    """Tell whether a last word علي is the preposition, as some write it: before a noun with the article."""
    return words[-1] == "علي" and w.goes_on(end) and w.words[end].ordinary and len(words) != 2


def _start(w: Words, at: int, *, titled: bool) -> tuple[str, str | None]:
    """Particles and first word of a possible name."""
    word = w.words[at]
    given = v.GIVEN | (v.AMBIGUOUS | v.JOINER if titled else 0)
    reading = word.reading(given)
    if reading is not None and (
        not reading.particles or not (word.ordinary or word.plain or "ك" in reading.particles)
    ):
        return reading.particles, reading.noun
    ambiguous = word.reading(v.AMBIGUOUS)
    if (
        ambiguous is not None
        and (not ambiguous.particles or (ambiguous.particles == "و" and not word.plain))
        and w.goes_on(at + 1)
        and not w.quoted[at + 1]
        and (_second(w, at + 1) or _spoken_of(w, at))
    ):
        return ambiguous.particles, ambiguous.noun
    if reading is None and w.norms[at].startswith("عبد") and len(w.norms[at]) > 6:
        return "", w.norms[at]
    if titled and word.ordinary and not word.plain and _before_surname(w, at):
        return "", w.norms[at]
    if titled and not word.ordinary and not word.plain & _HEADS:
        return "", w.norms[at]
    if word.plain & v.JOINER and w.norms[at] in ("ابو", "عبد"):
        return "", w.norms[at]
    son = w.goes_on(at + 1) and w.norms[at + 1] in ("بن", "بنت")
    if (
        son
        and not (word.plain & v.JOINER or (word.plain & _HEADS and (w.definite(at) or word.plain & v.PLACE)))
        and len(word.norm) > 2
        and not w.vocabulary.verb_gender(word.norm)
        and not (word.norm.startswith("ي") and word.norm.endswith("ون"))
    ):
        return "", w.norms[at]
    return "", None


def _spoken_of(w: Words, at: int) -> bool:
    """Tell whether a possible given name stands behind a verb and before an unknown word (قال زيد كرشود)."""
    behind_verb = at > 0 and not w.stop[at] and bool(w.vocabulary.verb_gender(w.norms[at - 1]))
    return behind_verb and is_unknown(w, at + 1) and not w.definite(at + 1)


def _before_surname(w: Words, at: int) -> bool:
    """Tell whether an ordinary noun stands before a word that only a surname can be (صافي الياسري)."""
    norm = w.norms[at]
    if (
        len(norm) < 3
        or norm.startswith("ال")
        or w.vocabulary.verb_gender(norm)
        or not w.goes_on(at + 1)
        or w.quoted[at + 1]
    ):
        return False
    after = w.words[at + 1]
    unknown = not after.ordinary and not after.classes & ~v.NAME
    return unknown and after.norm.startswith("ال") and after.norm.endswith("ي") and len(after.norm) > 4


def _second(w: Words, at: int) -> bool:
    """Tell whether a word after an ambiguous given name makes that a name."""
    word = w.words[at]
    if word.plain & (v.GIVEN | v.JOINER) and w.norms[at] != "ال":
        return not word.plain & v.AMBIGUOUS
    return w.definite(at) and not word.ordinary and not word.plain & _HEADS and not word.norm.endswith("ه")


def _part(w: Words, at: int, norm: str, *, begins: bool, titled: bool) -> int:
    """How many words from ``at`` make one part of a name; 0 where the name ends."""
    word = w.words[at]
    classes = w.vocabulary.classes(norm)
    if begins and w.goes_on(at + 1) and w.norms[at + 1] in ("بن", "بنت"):
        return 1
    if begins and titled and word.ordinary and not classes and _before_surname(w, at):
        return 1
    if classes & v.JOINER and w.goes_on(at + 1) and not w.quoted[at + 1]:
        if norm in ("عبد",) and w.norms[at + 1] == "رب" and w.goes_on(at + 2):
            return 3
        return 0 if begins and norm not in ("ابو", "ابي", "عبد", "ام", "ابن", "ولد", "بن") else 2
    if classes & (v.GIVEN | v.AMBIGUOUS):
        if begins:
            return 1
        title = bool(classes & v.TITLE) and w.goes_on(at + 1) and w.words[at + 1].ordinary
        return 0 if title or (classes & v.AMBIGUOUS and day_follows(w, at + 1)) else 1
    if classes & v.NAME and not begins and not classes & _HEADS and _is_person_word(w, norm):
        return 1
    if classes & _HEADS or word.ordinary:
        return 0
    if any(_other_reading(r) for r in word.readings):
        return 0
    if not begins and norm.startswith((_CONJUNCTION, "لل")) and len(norm) > 4 and not _own_waw(w, at):
        return 0
    named = w.vocabulary.actors.names.longest((norm,), 0) if classes & v.NAME else None
    if named is not None and not _is_person_word(w, norm):
        return 0
    return 1 if len(norm) > 1 and norm[0].isalpha() and not norm.isascii() else 0


def _own_waw(w: Words, at: int) -> bool:
    """Tell whether a و is the first letter of a foreign surname behind a given name (ريتشارد والتون)."""
    norm = w.norms[at]
    if not norm.startswith(_CONJUNCTION) or len(norm) < 5 or not at or not w.words[at - 1].plain & v.GIVEN:
        return False
    rest = w.vocabulary.word(norm[1:])
    if norm.startswith("وال"):  # والتون is no "and Elton"
        return not (rest.ordinary or rest.classes & ~v.GIVEN or w.vocabulary.word(norm[3:]).ordinary)
    return not (rest.ordinary or rest.classes)


def _surname(w: Words, at: int, *, second: bool) -> bool:
    """Tell whether a noun with the article behind a given name is the family's (عبد الله الغازي)."""
    word = w.words[at]
    if not w.definite(at) or w.quoted[at]:
        return False
    if word.norm in w.lists["FamilyNames"]:
        return True
    if not second or word.classes & ~v.PLACE or word.norm in w.lists["NotAdjectives"] | w.lists["TimeNouns"]:
        return False
    first = w.words[at - 1]
    servant = w.norms[at - 2 : at - 1] == ["عبد"] or first.norm.startswith("عبدال")
    if first.plain & (v.GIVEN | v.AMBIGUOUS) and _speech_follows(w, at + 1):
        return True
    if (
        first.plain & v.GIVEN
        and w.goes_on(at + 1)
        and w.words[at + 1].plain & v.TITLE
        and not w.definite(at + 1)
    ):
        return True  # "عمر الصفراء مدير كذا"
    given = bool(first.plain & v.GIVEN)
    return servant or (given and (word.norm.endswith("ي") or w.definite(at - 1)))


def _speech_follows(w: Words, at: int) -> bool:
    """Tell whether what somebody says follows, so that the words before are his name (جمال الجراح إن)."""
    if w.goes_on(at) and w.norms[at] == "الي":
        at += 1
    return w.goes_on(at) and w.norms[at] in THAT


def _other_reading(reading: Reading) -> bool:
    """Tell whether a word is a particle and a noun, no part of a name; كاسيرا is not "as a captive"."""
    likened = reading.particles.endswith("ك") and not reading.noun.startswith("ال")
    if not reading.particles or len(reading.noun) < 3 or likened:
        return False
    # Foreign surnames may begin with ب and go on like a given name (براندي).
    given = 0 if reading.particles == "ب" else v.GIVEN
    return bool(reading.classes & (_HEADS | v.NAME | given))


def _is_person_word(w: Words, norm: str) -> bool:
    """Tell whether a word alone names a person of the authority list, and nothing else."""
    found = w.vocabulary.actors.names.longest((norm,), 0)
    entries = w.vocabulary.actors.entries
    return found is not None and all(entries[n.actor].actor.type == "person" for n in found[1])
