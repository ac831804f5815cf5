"""What each word can be: the classes of a folded word, looked up once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.lexicon.actors import ActorLexicon
from kg.lexicon.titles import TitleLexicon
from kg.lexicon.trie import Trie
from kg.text.clitics import splits
from kg.text.normalise import fold_phrase

NAME = 1  # begins a name of the authority list
TITLE = 2  # begins a title (رئيس، الأمين العام)
HONORIFIC = 4
PORTFOLIO = 8
MODIFIER = 16
COUNTERPART = 32
BODY = 64
GOVERNMENT = 128
GROUP = 256
SOMEONE = 512
QUANTITY = 1024
PLACE = 2048  # begins a phrase such as مدينة كذا
DEMONYM = 4096
GIVEN = 8192
AMBIGUOUS = 16384  # given name and ordinary word
JOINER = 32768
QUALITY = 65536
DUAL = 131072  # begins two in one word (الرئيسان)

_TRIES = {
    "TitleHead": TITLE,
    "FixedTitle": TITLE,
    "Honorific": HONORIFIC,
    "Portfolio": PORTFOLIO,
    "TitleModifier": MODIFIER,
    "Counterpart": COUNTERPART,
    "BodyHead": BODY,
    "GovernmentHead": GOVERNMENT,
    "GroupHead": GROUP,
    "PersonNoun": SOMEONE,
    "Quantity": QUANTITY,
    "PlaceHead": PLACE,
    "DualHead": DUAL,
}
_WORDS = {"GivenNames": GIVEN, "AmbiguousNames": AMBIGUOUS, "NameJoiners": JOINER, "Quality": QUALITY}
#: Endings of the dual, the plural and the accusative, and beginnings of the future.
_ENDINGS = ("تين", "ين", "ا")
_FUTURE = ("سي", "ست", "سن")
#: Beginnings that only a future verb has (ستتمخض).
_FUTURE_ONLY = ("ستت", "سيت")
_PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "نا", "كم")


class Reading(NamedTuple):
    """One way to read a word: attached particles, noun, classes of the noun."""

    particles: str
    noun: str
    classes: int


class Word(NamedTuple):
    """A folded word with its readings that mean something, the whole word first.

    Parameters
    ----------
    norm : str
    readings : tuple of Reading
        Empty for a word that the lexicon does not know.
    classes : int
        All classes of all readings.
    plain : int
        Classes of the whole word, read without particles.
    ordinary : bool
        True for a frequent word of the press that is no part of a name.
    short : bool
        True where the short name of a medium or club may begin.
    last : bool
        True for the last part of the name of one known person.
    article : bool
        True where it begins with the letters of the article.
    idle : bool
        True for an ordinary word of no class, with which no phrase begins.
    """

    norm: str
    readings: tuple[Reading, ...]
    classes: int
    plain: int
    ordinary: bool
    short: bool
    last: bool
    article: bool
    idle: bool

    def reading(self, classes: int) -> Reading | None:
        """First reading that has one of the classes."""
        for reading in self.readings:
            if reading.classes & classes:
                return reading
        return None


class Vocabulary:
    """The words of a lexicon, with a cache of all words met.

    Parameters
    ----------
    lexicon : Lexicon
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.actors: ActorLexicon = lexicon.actors
        self.titles: TitleLexicon = lexicon.titles
        self._lexicon = lexicon
        self._classes: dict[str, int] = {}
        self._words: dict[str, Word] = {}
        for word, bit in self._entries():
            self._classes[word] = self._classes.get(word, 0) | bit
        self._ordinary = self.titles.words["OrdinaryWords"]
        self.second_halves = self.titles.words["NameSecondHalves"]
        self.short_media: dict[str, list[tuple[str, ...]]] = {}
        self.media = self._media()
        self.last_names = self._last_names()
        self.clubs: Trie[str] = Trie()
        for name in self.titles.words["ClubNames"]:
            self.clubs.add(name.split(), name)
        #: First words of nationalities of two words, by the second.
        self.compounds: dict[str, list[str]] = {}
        for form in self.actors.demonyms:
            first, _, second = form.partition(" ")
            if second:
                self.compounds.setdefault(second, []).append(first)
        self.purposes = self.titles.words["PurposeNouns"]
        self.place_before = self.titles.words["PlaceContext"]
        self.state_before = self.titles.words["StateContext"]

    def _entries(self) -> Iterator[tuple[str, int]]:
        for name, bit in _TRIES.items():
            for word in self.titles.tries[name]:
                yield word, bit
        for name, bit in _WORDS.items():
            for word in self.titles.words[name]:
                yield word, bit
        for word in self.actors.names:
            yield word, NAME
        for word in self.actors.demonyms:
            yield word, DEMONYM

    def _last_names(self) -> dict[str, str]:
        """Last parts of names that one person alone bears and that mean nothing else (سوليفان)."""
        bearers: dict[str, set[str]] = {}
        for id_, entry in self.actors.entries.items():
            if entry.actor.type == "person":
                for name in entry.names:
                    words = fold_phrase(name).split()
                    if len(words) == 2:
                        bearers.setdefault(words[-1], set()).add(id_)
        return {
            word: min(ids)
            for word, ids in bearers.items()
            if len(ids) == 1
            and len(word) > 3
            and not word.startswith("ال")
            and not self._classes.get(word)
            and word not in self.titles.words["NeverAlone"]
        }

    def _media(self) -> Trie[str]:
        """Names of media without their head noun, as they stand in quotation marks («الحياة»)."""
        heads = self.titles.tries["BodyHead"]
        trie: Trie[str] = Trie()
        for id_, entry in self.actors.entries.items():
            if entry.kind != "media":
                continue
            for name in entry.names:
                words = tuple(fold_phrase(name).split())
                found = heads.longest(words, 0)
                bare = found is not None and found[0] < len(words) and found[1][0].kind == "media"
                short = words[found[0] :] if found is not None and bare else words
                trie.add(short, id_)
                self.short_media.setdefault(id_, []).append(short)
        return trie

    def word(self, norm: str) -> Word:
        """Look a folded word up."""
        found = self._words.get(norm)
        if found is None:
            found = self._words[norm] = self._analyse(norm)
        return found

    def classes(self, noun: str) -> int:
        """Classes of a noun without particles."""
        return self._classes.get(noun, 0)

    def _analyse(self, norm: str) -> Word:
        readings = []
        total = 0
        for particles, noun in splits(norm):
            classes = self._classes.get(noun, 0)
            if classes:
                readings.append(Reading(particles, noun, classes))
                total |= classes
        plain = self._classes.get(norm, 0)
        ordinary = self._is_ordinary(norm) or (not plain and self.verb_gender(norm) != "")
        short = any(noun in self.media or noun in self.clubs for _, noun in splits(norm))
        last = not ordinary and any(noun in self.last_names for _, noun in splits(norm))
        article = norm.startswith("ال") and len(norm) > 3
        idle = ordinary and not (total or short or norm.isdigit() or norm.startswith("عبدال"))
        return Word(norm, tuple(readings), total, plain, ordinary, short, last, article, idle)

    def conjoined(self, norm: str) -> bool:
        """Tell whether a word is "and" with an ordinary noun (ومتانة), and no noun in و (وحدات)."""
        listed = norm in self._ordinary or self._classes.get(norm, 0)
        return norm.startswith("و") and not listed and self.word(norm[1:]).ordinary

    def verb_gender(self, norm: str) -> str:
        """Gender of the subject of a verb that the lexicon knows: ``m`` or ``f``; empty for no verb."""
        verbs = [a for a in self._lexicon.morphology.analyses(norm) if a.is_verb and a.person != "1"]
        if not verbs:
            return ""
        return "f" if any(a.gender == "f" for a in verbs) else "m"

    def _is_ordinary(self, norm: str) -> bool:
        """Tell whether a word, less particles, article or pronoun, is frequent and no name."""
        ordinary = self._ordinary
        if norm in ordinary or norm == "على" or len(norm) < 3:
            return not self._classes.get(norm, 0) & GIVEN
        if self._classes.get(norm, 0) & (GIVEN | AMBIGUOUS):
            return False
        for particles, noun in splits(norm):
            # A short rest is no proof: لميس is a name and not ل with ميس.
            if particles.endswith("ك") and not noun.startswith("ال"):
                continue
            if noun in ordinary and len(noun) > (3 if particles[-1:] in ("ب", "ل", "ك", "ف") else 2):
                return True
            if noun.startswith("ال") and noun[2:] in ordinary:
                return True
            for ending in _ENDINGS:
                if noun.endswith(ending) and len(noun) > len(ending) + 3 and noun[: -len(ending)] in ordinary:
                    return True
            if noun.startswith(_FUTURE) and (noun[1:] in ordinary or self.verb_gender(noun)):
                return True
            if noun.startswith(_FUTURE_ONLY) and len(noun) > 5:
                return True
            for pronoun in _PRONOUNS:
                if noun.endswith(pronoun) and len(noun) > len(pronoun) + 2:
                    stem = noun[: -len(pronoun)]
                    if stem in ordinary or (stem.endswith("ت") and stem[:-1] + "ه" in ordinary):
                        return True
        return False


def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Vocabulary of a lexicon, built once.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    Vocabulary

    Examples
    --------
    >>> from kg.lexicon import load
    >>> found = vocabulary(load())
    >>> found is vocabulary(load())
    True
    >>> bool(found.word("وزير").classes & TITLE)
    True
    """
    # Kept beside the lexicon's own cached properties, so that it lives as long as the lexicon.
    kept: Vocabulary | None = lexicon.__dict__.get("_vocabulary")
    if kept is None:
        kept = lexicon.__dict__["_vocabulary"] = Vocabulary(lexicon)
    return kept
