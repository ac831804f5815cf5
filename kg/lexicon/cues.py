"""Words that tell how far a claim holds and on whose word it stands (``cues.ttl``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from kg.lexicon.inflection import Lexeme
from kg.lexicon.relations import load_lexeme
from kg.lexicon.turtle import Facts
from kg.model import Status
from kg.text.normalise import fold_phrase

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that gives a status to what depends on it, or lends its subject to a verbal noun.

    Parameters
    ----------
    lexeme : Lexeme
    status : Status or None
        None for light and plain verbs.
    light : bool
        It lends its subject to a verbal noun (أجرى اتصالاً).
    inverse : bool
        The subject is the receiver (تلقى اتصالاً من).
    impersonal : bool
        It has no subject but the verbal noun after it (تم بحث).

    Examples
    --------
    >>> from kg.lexicon import load
    >>> {verb.lexeme.verb: verb.status for verb in load().cues.verbs}["اعتزم"]
    'planned'
    """

    lexeme: Lexeme
    status: Status | None
    light: bool = False
    inverse: bool = False
    impersonal: bool = False


@dataclass(frozen=True, slots=True)
class Cues:
    """All of ``cues.ttl``; phrases are folded words, keyed for look-up.

    ``attribution`` gives the lengths of the phrases that begin with a word, ``status_starts`` the first words
    of ``status_phrases``.

    Examples
    --------
    >>> from kg.lexicon import load
    >>> cues = load().cues
    >>> cues.status_nouns["رفض"], "بيان" in cues.voices
    ('negated', True)
    """

    status_phrases: dict[Phrase, Status]
    status_starts: frozenset[str]
    adjacent: frozenset[Phrase]
    status_nouns: dict[str, Status]
    status_noun_set: frozenset[str]
    status_adjectives: dict[str, Status]
    attribution_phrases: frozenset[Phrase]
    attribution: dict[str, tuple[int, ...]]
    voices: frozenset[str]
    honorifics: frozenset[str]
    roles: frozenset[str]
    sources: frozenset[str]
    plurals: frozenset[str]
    speeches: frozenset[str]
    reports: frozenset[str]
    involvement: frozenset[str]
    occasions: frozenset[Phrase]
    parts: frozenset[str]
    press: frozenset[str]
    homelands: frozenset[str]
    governments: frozenset[str]
    homographs: frozenset[str]
    masculine: frozenset[str]
    media: frozenset[str]
    offers: frozenset[str]
    resolutions: frozenset[str]
    arms: frozenset[str]
    wars: dict[str, str]
    verbs: tuple[VerbCue, ...]


def load_cues(path: Path) -> Cues:
    """Load the cues.

    Parameters
    ----------
    path : Path
        ``cues.ttl``.

    Returns
    -------
    Cues

    Raises
    ------
    LexiconError
        Naming the cue and what is wrong with it.

    Examples
    --------
    >>> from kg.lexicon import ontology_dir
    >>> "لم" in {phrase[0] for phrase in load_cues(ontology_dir() / "cues.ttl").status_phrases}
    True
    """
    facts = Facts(path)

    def phrases(subject: str) -> list[Phrase]:
        found = [tuple(fold_phrase(p).split()) for p in facts.texts(subject, "phrase")]
        if not found:
            raise facts.fault(subject, "lacks kg:phrase; add one")
        return found

    def status(subject: str) -> Status:
        value = facts.text(subject, "status", required=True)
        if value not in get_args(Status):
            raise facts.fault(subject, f"kg:status {value!r} is not one of {', '.join(get_args(Status))}")
        return cast(Status, value)

    status_phrases = {p: status(s) for s in facts.of_type("StatusCue") for p in phrases(s)}
    status_cues = list(facts.of_type("StatusCue"))
    nouns = {fold_phrase(n): status(s) for s in facts.of_type("StatusNoun") for n in facts.texts(s, "noun")}
    verbs = [VerbCue(load_lexeme(facts, s, s), status(s)) for s in facts.of_type("StatusVerb")]
    verbs += [
        VerbCue(load_lexeme(facts, s, s), None, light=True, inverse=facts.text(s, "inverse") == "true")
        for s in facts.of_type("LightVerb")
    ]
    for kind, impersonal in (("PlainVerbs", False), ("ImpersonalVerbs", True)):
        verbs += [
            VerbCue(load_lexeme(facts, word, s), None, impersonal=impersonal)
            for s in facts.of_type(kind)
            for word in facts.links(s, "word")
        ]

    def nouns_of(kind: str) -> frozenset[str]:
        return frozenset(fold_phrase(n) for s in facts.of_type(kind) for n in facts.texts(s, "noun"))

    attribution = frozenset(p for s in facts.of_type("AttributionCue") for p in phrases(s))
    return Cues(
        status_phrases=status_phrases,
        status_starts=frozenset(p[0] for p in status_phrases),
        adjacent=frozenset(p for s in status_cues if facts.text(s, "adjacent") == "true" for p in phrases(s)),
        status_nouns=nouns,
        status_noun_set=frozenset(nouns),
        status_adjectives={p[0]: status(s) for s in facts.of_type("StatusAdjective") for p in phrases(s)},
        attribution_phrases=attribution,
        attribution=_by_first_word(attribution),
        voices=nouns_of("VoiceNoun"),
        honorifics=nouns_of("HonorificNoun"),
        roles=nouns_of("RoleNoun"),
        sources=nouns_of("SourceNoun"),
        plurals=nouns_of("BrokenPlural"),
        speeches=nouns_of("SpeechNoun"),
        reports=nouns_of("VoiceNoun")
        | nouns_of("SpeechNoun")
        | nouns_of("MediumNoun")
        | nouns_of("ReportNoun"),
        involvement=nouns_of("InvolvementNoun"),
        occasions=frozenset(p for s in facts.of_type("OccasionCue") for p in phrases(s)),
        parts=nouns_of("PartNoun"),
        press=frozenset(p[0] for s in facts.of_type("PressAdjective") for p in phrases(s)),
        homelands=nouns_of("HomelandNoun"),
        governments=nouns_of("GovernmentNoun"),
        homographs=nouns_of("Homograph"),
        masculine=nouns_of("MasculineName"),
        media=nouns_of("MediumNoun"),
        offers=nouns_of("OfferNoun"),
        resolutions=nouns_of("ResolutionNoun"),
        arms=nouns_of("ArmNoun"),
        wars={
            facts.text(s, "wagedOn", required=True): facts.text(s, "wagedBy", required=True)
            for s in facts.of_type("KnownWar")
        },
        verbs=tuple(verbs),
    )


def _by_first_word(phrases: frozenset[Phrase]) -> dict[str, tuple[int, ...]]:
    """Lengths of the phrases that begin with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
