"""On whose word a claim stands: the speaker whose speech holds it, or the source that the article names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.relations import grammar
from kg.relations.frames import Frame
from kg.relations.nouns import is_noun
from kg.relations.sources import SPEECH_GROUPS
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence, Unit
from kg.text import Text, splits

#: Relations whose object stands on the word of the one who speaks: "أكد التزام بلاده", "طالب باستقالة فلان".
_TELLING = frozenset(
    {"stated", "affirmed", "announced", "briefed", "promised", "proposed", "called-on", "accused", "warned"}
)
#: Groups of acts that somebody may announce of himself: "أعلنت الوزارة فرض عقوبات".
_ACTS = frozenset({"force", "office", "aid"})
#: Those of them whose noun, too, takes such an object: "للمطالبة باستقالة فلان".
_ASKING = frozenset({"called-on", "proposed"})
#: How many words may stand between a noun and the preposition that makes an occasion of it.
_OCCASION_REACH = 2
#: A name, a colon, and at least two words of speech.
_SHORTEST_HEADLINE = 4


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens ``first`` to ``last`` (exclusive) that report what somebody said, ``quoted`` or not."""

    first: int
    last: int
    speaker: Reference
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Units ``first`` to ``last`` that say on whose word a sentence stands."""

    first: int
    last: int
    source: Reference


def citations(sentence: Sentence, lexicon: Lexicon, speakers: Sequence[Reference]) -> list[Citation]:
    """Find where a sentence says whose word it gives: بحسب، وفق، نقلاً عن.

    Parameters
    ----------
    sentence : Sentence
    lexicon : Lexicon
    speakers : sequence of Reference
        Who spoke last: "بحسب البيان" is on their word.

    Returns
    -------
    list of Citation

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon = load()
    >>> text = parse(Document("d", "وصل الوزير أمس، بحسب وكالة رويترز."))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> cited = citations(sentence, lexicon, [])
    >>> [(c.first, c.last, text.slice(c.source.first, c.source.last)) for c in cited]
    [(4, 6, 'وكالة رويترز')]
    """
    found = []
    units = sentence.units
    cues = lexicon.cues.attribution
    for i, unit in enumerate(units):
        for length in cues.get(unit.norm, ()):
            phrase = tuple(u.norm for u in units[i : i + length])
            if (
                phrase in lexicon.cues.attribution_phrases
                and (source := _source(units, i + length, lexicon, speakers)) is not None
            ):
                found.append(Citation(i, *source))
                break
    return found


def heading(sentence: Sentence) -> Reference | None:
    """Return the speaker of a headline such as "الكرملين: بوتين يزور الصين".

    Parameters
    ----------
    sentence : Sentence

    Returns
    -------
    Reference or None
        None for all but headlines that begin with a name and a colon; a state there is where the story comes
        from ("سوريا: ...").

    Examples
    --------
    >>> from kg.actors import find_actors
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.relations.units import read_sentences
    >>> from kg.text import parse
    >>> lexicon, headline = load(), "بوتين: العلاقات مع الصين جيدة"
    >>> text = parse(Document("d", headline, title=headline))
    >>> references = find_actors(text, lexicon).references
    >>> sentence = read_sentences(text, references, [], lexicon)[0]
    >>> heading(sentence).actor
    'vladimir-putin'
    """
    units = sentence.units
    if not sentence.is_title or len(units) < _SHORTEST_HEADLINE or units[1].kind != "colon":
        return None
    speaker = units[0].ref
    if speaker is None or speaker.type in ("place", "state") or speaker.particles:
        return None
    return speaker


class Reports:
    """What the article reports as said by others, while it is read from its beginning.

    Parameters
    ----------
    text : Text
    lexicon : Lexicon
    """

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.regions: list[Region] = []
        self.relayed: tuple[str, str] | None = None  # the last speaker, and on whose word he is quoted

    def hear(self, sentence: Sentence, content: int, speaker: Reference) -> None:
        """Note that a speech begins: to the end of the quotation that holds it, or of its clauses.

        Parameters
        ----------
        sentence : Sentence
        content : int
            Unit where it begins.
        speaker : Reference
        """
        first = sentence.units[content].first
        quote = self.text.quote_at(first)
        if quote is None and first + 1 < len(self.text.tokens):
            quote = self.text.quote_at(first + 1)
        last = _next_speech(sentence, content) if quote is None else max(sentence.span.last, quote.last)
        self.regions.append(Region(first, last, speaker, quote is not None))

    def around(self, sentence: Sentence, trigger: Trigger) -> list[Region]:
        """Return the speeches that hold a trigger, the innermost first.

        Parameters
        ----------
        sentence : Sentence
        trigger : Trigger
        """
        token = sentence.units[trigger.unit].first
        holding = [r for r in self.regions if r.first <= token < r.last]
        return sorted(holding, key=lambda r: r.first, reverse=True)

    def attribution(
        self,
        sentence: Sentence,
        frame: Frame,
        source: Reference | None,
        cited: Sequence[Citation],
        frames: Sequence[Frame],
    ) -> str | None:
        """Decide on whose word a claim stands.

        Parameters
        ----------
        sentence : Sentence
        frame : Frame
            That of the claim.
        source : Reference or None
            Who acts in the claim.
        cited : sequence of Citation
            Those of the sentence.
        frames : sequence of Frame
            Those of the sentence, in order.

        Returns
        -------
        str or None
            Id; None where the article itself asserts it.
        """
        trigger = frame.trigger
        assert trigger.entry is not None
        speech = trigger.entry.relation.group in SPEECH_GROUPS
        actor = source.actor if source is not None else None
        teller = _teller(sentence, trigger, frames)
        if teller is not None and (teller != actor or trigger.entry.relation.group in _ACTS):
            return teller
        over = speech and _takes_over(sentence, frame)
        for region in self.around(sentence, trigger):
            if over and not self._quoted(region, sentence, trigger):
                continue
            if not speech or region.speaker.actor != actor or _of_himself(sentence, trigger):
                return region.speaker.actor
        for citation in cited:
            if citation.source.actor != actor and _covers(sentence, citation, trigger, frames):
                if speech and actor is not None:
                    self.relayed = actor, citation.source.actor
                return citation.source.actor
        return self._relayed(frame, actor) if speech else None

    def _quoted(self, region: Region, sentence: Sentence, trigger: Trigger) -> bool:
        """Tell whether a trigger stands in the quoted words of a speech."""
        return region.quoted and self.text.quote_at(sentence.units[trigger.unit].first) is not None

    def _relayed(self, frame: Frame, actor: str | None) -> str | None:
        """Who quotes a speaker that goes on: "وبحسب الوكالة، قال الوزير. *وأضاف*"."""
        if self.relayed is None or self.relayed[0] != actor:
            self.relayed = None if frame.trigger.analysis.is_verb else self.relayed
            return None
        goes_on = frame.trigger.analysis.pos == "part" or (
            frame.trigger.analysis.conjunction and not frame.arguments.subjects
        )
        return self.relayed[1] if goes_on else None


def _takes_over(sentence: Sentence, frame: Frame) -> bool:
    """Tell whether a verb of saying begins what another speaker says: "قال أ إن ...، *وقال ب* إن"."""
    trigger = frame.trigger
    before = sentence.units[trigger.unit - 1] if trigger.unit else None
    joined = before is not None and before.kind == "comma" and trigger.analysis.conjunction == "و"
    return joined and trigger.analysis.pos == "past" and bool(frame.arguments.subjects)


def _of_himself(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether somebody speaks of what he himself said before: "أكد أنه *دعا* إلى", "قال: *طلبنا*"."""
    if trigger.analysis.pos != "past":
        return False
    if trigger.analysis.person == "1":
        return True
    i = trigger.unit - 1
    while i >= 0 and (sentence.units[i].kind == "adverb" or sentence.units[i].norm in grammar.AUXILIARIES):
        i -= 1
    return (
        trigger.analysis.pos == "past"
        and i >= 0
        and sentence.units[i].norm in grammar.COMPLEMENTIZER_PRONOUNS
    )


def _teller(sentence: Sentence, trigger: Trigger, frames: Sequence[Frame]) -> str | None:
    """Who tells of an act that is the object of a verb of saying: "أشار الوزير إلى *زيارة*"."""
    if trigger.analysis.pos != "noun":
        return None
    for frame in reversed(frames):
        other = frame.trigger
        asking = other.entry is not None and other.entry.relation.id in _ASKING
        wish = asking and trigger.unit - other.unit <= 2
        if other.unit >= trigger.unit or (other.analysis.pos == "noun" and not wish):
            continue
        between = sentence.units[other.unit + 1 : trigger.unit]
        if any(u.kind in ("complementizer", "colon", "quote", "relative") for u in between):
            return None
        if any(a.kind == "comma" and b.norm in grammar.ON_OCCASION for a, b in pairwise(between)):
            return None
        if other.entry is None or other.entry.relation.id not in _TELLING or not frame.sources:
            return None
        return None if _occasion(sentence.units, trigger.unit) else frame.sources[0].actor
    return None


def _occasion(units: tuple[Unit, ...], noun: int) -> bool:
    """Tell whether a noun names the occasion at which somebody speaks: "خلال *لقائه*", "في ختام *زيارته*"."""
    for i in range(noun - 1, max(-1, noun - 2 - _OCCASION_REACH), -1):
        if units[i].norm in grammar.ON_OCCASION:
            return True
        if units[i].kind != "word":
            return False
    return False


def _covers(sentence: Sentence, citation: Citation, trigger: Trigger, frames: Sequence[Frame]) -> bool:
    """Tell whether a citation holds for a trigger: one inside a later clause is of that clause only."""
    if trigger.unit >= citation.first or citation.last >= len(sentence.units) - 1:
        return True
    clauses = [
        f.trigger.unit
        for f in frames
        if f.trigger.unit < citation.first and f.trigger.analysis.is_verb and f.trigger.analysis.conjunction
    ]
    return not clauses or trigger.unit >= clauses[-1] or clauses[-1] == 0


def _next_speech(sentence: Sentence, content: int) -> int:
    """Token where the part of a sentence ends in which somebody speaks: "قال أ إن ...، *فيما* أكد ب"."""
    units = sentence.units
    for i in range(content + 1, len(units) - 1):
        contrast = units[i].norm in grammar.MEANWHILE or (
            units[i].norm in ("من", "ومن") and units[i + 1].norm in grammar.ON_HIS_PART
        )
        if contrast and units[i - 1].kind == "comma":
            after = units[i + 1 : i + 4]
            if any(a.is_verb for u in after for a in u.analyses):
                return units[i].first
    return sentence.span.last


def _source(
    units: tuple[Unit, ...], first: int, lexicon: Lexicon, speakers: Sequence[Reference]
) -> tuple[int, Reference] | None:
    """Return the actor named soon after a cue, and the unit after it."""
    voice = None
    for j in range(first, min(first + 6, len(units))):
        if units[j].kind in ("comma", "complementizer", "colon", "quote", "punct"):
            break
        reference = units[j].ref
        if reference is not None and reference.type != "place":
            return j + 1, reference
        if units[j].kind == "word" and voice is None and not any(a.is_verb for a in units[j].analyses):
            if units[j].norm in grammar.SAME:
                continue
            if not is_noun(units[j].norm, lexicon.cues.reports):
                return None  # "وفق *قرار* مجلس الأمن": by his order, not on his word
            voice = j
    definite = voice is not None and any(n.startswith("ال") for _, n in splits(units[voice].norm))
    return (voice + 1, speakers[0]) if voice is not None and definite and speakers else None
