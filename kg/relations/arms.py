"""What acts for a state that only an adjective names: "المقاتلات *التركية*"."""

from __future__ import annotations

from functools import lru_cache

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.text import Text, splits

#: How many adjectives may stand before the nationality: "الطائرات *الحربية* التركية".
_ADJECTIVES = 2
_ADJECTIVE_ENDINGS = ("ه", "ي")

#: Words and signs of a model between the noun and its nationality: "مقاتلات إف-16 تركية".
_MODEL = 3
_MODELS = frozenset("اف سو ميغ ميج رافال اباتشي تايفون ميراج".split())


def with_arms(text: Text, references: tuple[Reference, ...], lexicon: Lexicon) -> tuple[Reference, ...]:
    """Add mentions of states by their arms.

    Parameters
    ----------
    text : Text
    references : tuple of Reference
        Mentions so far.
    lexicon : Lexicon
        For the nouns (``cues.ttl``) and the nationalities.

    Returns
    -------
    tuple of Reference
        Those given and the new ones, in order.

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "قصفت المقاتلات الحربية التركية مواقع في العراق."))
    >>> found = with_arms(text, find_actors(text, lexicon).references, lexicon)
    >>> [(r.actor, text.slice(r.first, r.last)) for r in found]
    [('turkey', 'المقاتلات الحربية التركية'), ('iraq', 'العراق')]
    """
    arms = {norm: arm for norm in {t.norm for t in text.tokens} if (arm := _arm(norm, lexicon.cues.arms))}
    if not arms:
        return references
    taken = {i for r in references for i in range(r.first, r.last)}
    found = []
    for i, token in enumerate(text.tokens):
        reading = arms.get(token.norm)
        if reading is None or i in taken:
            continue
        particles, letters, definite = reading
        for j in range(i + 1, min(i + 2 + _ADJECTIVES + _MODEL, len(text.tokens))):
            norm = text.tokens[j].norm
            if text.tokens[j].kind == "number" or text.tokens[j].text == "-" or norm in _MODELS:
                continue
            if j in taken or norm.startswith("ال") != definite:
                break
            demonym = lexicon.actors.demonyms.get(norm)
            if demonym is not None and demonym.number != "p":
                found.append(_reference(text, i, j + 1, particles, letters, demonym.state))
                break
            if not norm.endswith(_ADJECTIVE_ENDINGS):
                break
    return tuple(sorted((*references, *found), key=lambda r: (r.first, -r.last))) if found else references


@lru_cache(maxsize=100_000)
def _arm(norm: str, nouns: frozenset[str]) -> tuple[str, int, bool] | None:
    """Particles of such a noun, their letters, and whether it has the article."""
    for particles, noun in splits(norm):
        if noun.removeprefix("ال") in nouns:
            return particles, len(norm) - len(noun), noun.startswith("ال")
    return None


def _reference(text: Text, first: int, last: int, particles: str, letters: int, state: str) -> Reference:
    start, end = text.tokens[first].offset(letters), text.tokens[last - 1].end
    return Reference(first, last, start, end, particles, state, "state", "demonym", "", "", False)
