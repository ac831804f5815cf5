"""Names in sentences that are tokenised already, tagged as CoNLL files tag them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.actors import find_actors
from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.model import Document
from kg.text.normalise import fold
from kg.text.parse import Span, Text
from kg.text.tokens import Kind, Token

if TYPE_CHECKING:
    from kg.actors.recognizer import Recognizer

_TAGS = {"person": "PERS", "state": "LOC", "place": "LOC", "organization": "ORG"}
#: Bodies that such files hold to be described, not named: وزارة المالية, الجيش اللبناني, شركة, مركز ...
_DESCRIBED = frozenset(
    ("ministry", "army", "police", "presidency", "court", "security-service", "government-body", "other")
)
#: Bodies whose head noun stands outside the name: صحيفة [الأهرام], حركة [طالبان], نادي [بوردو].
_APART = frozenset(("media", "company"))
_APART_HEADS = frozenset(
    "حركه فريق نادي ناد قوات قوه سلاح موسسه بعثه جماعه كتايب ميليشيا ميليشيات مليشيات".split()
)
#: Sentences read together, as one article: long enough for a surname to find its full name.
_WINDOW = 30


def tag(
    sentences: Sequence[Sequence[str]], lexicon: Lexicon, recognizer: Recognizer | None = None
) -> list[list[str]]:
    """Tag the names in sentences.

    States and places are both ``LOC``; of a title with a name only the name is tagged; titles, head nouns
    and described groups alone are no names.

    Parameters
    ----------
    sentences : sequence of sequence of str
        Tokens as they stand in the file.
    lexicon : Lexicon
    recognizer : Recognizer, optional

    Returns
    -------
    list of list of str
        ``B-PERS``, ``I-PERS``, ``B-LOC``, ... or ``O``, one for each token.

    Examples
    --------
    >>> from kg.lexicon import load
    >>> tag([["زار", "الوزير", "خالد", "العبدلي", "مصر"]], load())
    [['O', 'O', 'B-PERS', 'I-PERS', 'B-LOC']]
    """
    tags: list[list[str]] = []
    for start in range(0, len(sentences), _WINDOW):
        tags += _tag_window(sentences[start : start + _WINDOW], lexicon, recognizer)
    return tags


def _tag_window(
    sentences: Sequence[Sequence[str]], lexicon: Lexicon, recognizer: Recognizer | None
) -> list[list[str]]:
    text = _text(sentences)
    flat = ["O"] * len(text.tokens)
    taken = [False] * len(text.tokens)
    reading = find_actors(text, lexicon, recognizer)
    for reference in sorted(reading.references, key=_rank):
        if reference.type not in _TAGS or reference.kind not in ("name", "metonym"):
            continue
        span = _bounds(text, reference, lexicon)
        if any(taken[i] for i in span):
            continue
        inside = False
        for i in span:
            taken[i] = True
            if text.tokens[i].kind != "punct":
                flat[i] = ("I-" if inside else "B-") + _TAGS[reference.type]
                inside = True
    return [flat[s.first : s.last] for s in text.sentences]


def _rank(reference: Reference) -> tuple[int, int]:
    """Order in which references claim tokens: long names first."""
    return reference.first - reference.last, reference.first


def _bounds(text: Text, reference: Reference, lexicon: Lexicon) -> range:
    """Tokens of the name proper: without the head noun of a place or paper, and without nationality."""
    first, last = reference.first, reference.last
    norms = [t.norm for t in text.tokens[first:last]]
    noun = norms[0].removeprefix(reference.particles) if reference.particles != "ل" else _unfused(norms[0])
    if reference.type == "person":
        return range(first + (reference.kind == "name" and noun in lexicon.actors.demonyms), last)
    if reference.type in ("state", "place"):
        for cls in ("PlaceHead", "GovernmentHead"):
            if last - first > 1 and noun in lexicon.titles.tries[cls] and noun not in _OWN_HEADS:
                return range(first + 1, last)
        return range(first, last) if _neutral(lexicon, norms, noun) else range(0)
    found = lexicon.titles.tries["BodyHead"].longest([noun, *norms[1:]], 0)
    if found is None:
        return range(first, last)
    term, known = found[1][0], not reference.actor.startswith("x-")
    if term.kind in _DESCRIBED and not (known and lexicon.actors.entries[reference.actor].kind in _NAMED):
        return range(0)
    if last - first > 1 and norms[-1] in lexicon.actors.demonyms and norms[-1] not in ("العربيه", "المتحده"):
        last -= not known
    if (term.kind in _APART or noun in _APART_HEADS) and last - first > 1:
        return range(first + 1, last)
    return range(first, last)


_OWN_HEADS = frozenset("المملكه شبه بحر البحر المحيط خليج الخليج".split())
_NAMED = frozenset(("international", "regional-bloc", "party", "parliament", "ngo"))


def _unfused(norm: str) -> str:
    return "ا" + norm[1:] if norm.startswith("لل") else norm[1:]


def _neutral(lexicon: Lexicon, norms: list[str], noun: str) -> bool:
    """Tell whether a state goes by a plain name and not by one with a slant (الاحتلال)."""
    found = lexicon.actors.names.longest([noun, *norms[1:]], 0)
    return found is None or any(name.how != "loaded" for name in found[1])


def _text(sentences: Sequence[Sequence[str]]) -> Text:
    tokens: list[Token] = []
    spans: list[Span] = []
    offset = 0
    for sentence in sentences:
        first = len(tokens)
        for word in sentence:
            tokens.append(Token(offset, offset + len(word), word, fold(word), _kind(word)))
            offset += len(word) + 1
        spans.append(Span(first, len(tokens)))
    text = "\n".join(" ".join(sentence) for sentence in sentences)
    return Text(Document("conll", text), tuple(tokens), tuple(spans), (), 0)


def _kind(word: str) -> Kind:
    if any(c.isalpha() for c in word):
        return "word"
    return "number" if any(c.isdigit() for c in word) else "punct"
