"""What has been said so far: who spoke last, who met whom, whom a pronoun may stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.actors.references import Reference
from kg.lexicon.morphology import Analysis
from kg.relations import grammar
from kg.relations.arguments import agrees, without_agreement

_GENDER_NUMBER = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("", "p"), "هن": ("f", "p"), "هما": ("", "d")}
#: How many mentions back a pronoun may reach.
_MEMORY = 12


@dataclass
class Discourse:
    """The state of the telling, updated claim by claim.

    Parameters
    ----------
    recent : list of Reference
        Mentions, oldest first.
    subjects : list of Reference
        Subjects of the last verb.
    sentence_subjects : list of Reference
        Subjects of the last verb of this sentence.
    main_subjects : list of Reference
        The same, of the last verb outside relative clauses with another subject.
    speakers : list of Reference
        Who spoke last.
    unknown : bool
        Somebody who is no actor has spoken since: "قال *سائق* إن ... وأضاف".
    sentence_unknown : bool
        In this sentence.
    pair : tuple of Reference or None
        The two sides of the last meeting or talk.
    couple : tuple of Reference or None
        The two parties of the last claim that has two.
    told : list of list of Reference
        Speakers before, the last first.
    sentence_speakers : list of Reference
        Who spoke last in this sentence.
    authors : list of Reference
        Who spoke last in a text: "the statement" is theirs.
    addressed : tuple of (str, list of Reference)
        Who spoke last to somebody named, and to whom.
    others : list of Reference
        The other party of the last claim.
    offerers : list of Reference
        Who last invited or proposed something.
    homes : mapping of str to str
        States of persons.
    offers : frozenset of str
        Nouns for what is put to somebody (``cues.ttl``).
    genders : mapping of str to str
        Of persons whose titles tell it.
    """

    recent: list[Reference] = field(default_factory=list)
    subjects: list[Reference] = field(default_factory=list)
    sentence_subjects: list[Reference] = field(default_factory=list)
    main_subjects: list[Reference] = field(default_factory=list)
    speakers: list[Reference] = field(default_factory=list)
    unknown: bool = False
    sentence_unknown: bool = False
    pair: tuple[Reference, Reference] | None = None
    couple: tuple[Reference, Reference] | None = None
    told: list[list[Reference]] = field(default_factory=list)
    sentence_speakers: list[Reference] = field(default_factory=list)
    authors: list[Reference] = field(default_factory=list)
    addressed: tuple[str, list[Reference]] = ("", [])
    others: list[Reference] = field(default_factory=list)
    offerers: list[Reference] = field(default_factory=list)
    homes: Mapping[str, str] = field(default_factory=dict)
    offers: frozenset[str] = frozenset()
    genders: Mapping[str, str] = field(default_factory=dict)

    def sides(self, word: str, *, meet: bool) -> list[Reference]:
        """Return the two parties spoken of, or for "the two countries" their states.

        Parameters
        ----------
        word : str
            Folded word for the two, one of ``grammar.BOTH``.
        meet : bool
            They meet or talk, so that the persons are meant: "بحثا العلاقات بين البلدين".
        """
        pair = self.pair or ()
        if word not in grammar.BOTH_COUNTRIES or meet:
            return list(pair)
        states = [
            replace(r, actor=self.homes[r.actor], type="state", gender="f")
            if r.type == "person" and r.actor in self.homes
            else r
            for r in pair
        ]
        return states if len({r.actor for r in states}) > 1 else list(pair)

    def last_person(self, states: Collection[str] = ()) -> list[Reference]:
        """Return the person who spoke or acted last.

        Parameters
        ----------
        states : collection of str
            Where given, the person serves one of these, as far as the text tells it of a speaker.
        """
        recent = self.recent[::-1]
        for candidates in (self.speakers, self.subjects, *self.told, recent):
            persons = [r for r in candidates if r.type == "person"]
            if states:
                unknown = set() if candidates is recent else {""}
                persons = [r for r in persons if self.homes.get(r.actor, "") in {*states, *unknown}]
            if persons:
                return persons[:1]
        return []

    def we(self, speaker: Reference, *, own: bool) -> list[Reference]:
        """Return whom a speaker's "we" stands for: the speaker, or the state that he or she serves.

        Parameters
        ----------
        speaker : Reference
        own : bool
            The speaker does it in person.
        """
        home = self.homes.get(speaker.actor)
        if own or home is None or speaker.type != "person":
            return [speaker]
        return [replace(speaker, actor=home, type="state", gender="f")]

    def new_sentence(self) -> None:
        """Forget what only one sentence remembers."""
        self.sentence_subjects = []
        self.main_subjects = []
        self.sentence_speakers = []
        self.sentence_unknown = False

    def act(self, doers: list[Reference], *, outside: bool, relative: bool) -> None:
        """Remember who does something.

        Parameters
        ----------
        doers : list of Reference
        outside : bool
            The article tells it, not somebody whose speech it gives.
        relative : bool
            A relative clause tells it of something else: "القرار الذي أصدره *المجلس*، مشيراً".
        """
        self.sentence_subjects = doers
        if not relative:
            self.main_subjects = doers
        if outside and not relative:
            self.subjects = doers
            self.unknown = self.sentence_unknown

    def speak(self, speakers: list[Reference]) -> None:
        """Remember who speaks."""
        self.sentence_speakers = speakers
        self.unknown = self.sentence_unknown = False
        if speakers != self.speakers:
            self.told = [self.speakers, *self.told][:_MEMORY]
            self.speakers = speakers

    def mention(self, references: Iterable[Reference]) -> None:
        """Remember mentions read in passing."""
        self.recent.extend(references)
        del self.recent[:-_MEMORY]

    def dropped_subject(self, analysis: Analysis, *, speech: bool) -> list[Reference]:
        """Return whom a verb without subject is said of.

        Parameters
        ----------
        analysis : Analysis
            Of the verb; its gender and number must fit.
        speech : bool
            It is a verb of saying: the last speaker goes on before anybody else.
        """
        if analysis.number == "d" and self.pair:
            return list(self.pair)
        if speech and self.unknown:
            return []
        if speech:
            order = [self.sentence_speakers, self.main_subjects, self.speakers, self.subjects]
        else:
            order = [self.main_subjects, self.subjects, self.speakers]
        order += self.told
        for told in order:
            candidates = [self.gendered(r) for r in told]
            if candidates and agrees(analysis, candidates, before=False) and _resumes(analysis, candidates):
                return list(candidates)
        if speech and analysis.gender == "f" and analysis.number == "s" and analysis.person == "3":
            # The woman named last, whether she spoke before or not.
            women = (r for r in reversed(self.recent) if r.type == "person")
            return next(([r] for r in women if self.gendered(r).gender == "f"), [])
        return []

    def named_again(self, analysis: Analysis) -> list[Reference]:
        """Return who is meant by another noun with "itself": a body, or a woman, where it is feminine.

        Parameters
        ----------
        analysis : Analysis
            Of the verb.
        """
        for told in [self.speakers, *self.told, self.subjects] if analysis.gender == "f" else []:
            if told and all(r.type == "organization" for r in told):
                return [without_agreement(r) for r in told]
        return self.dropped_subject(analysis, speech=True)

    def gendered(self, reference: Reference) -> Reference:
        """Give a bare name the gender that the title of its bearer shows elsewhere."""
        gender = reference.gender or self.genders.get(reference.actor, "")
        return reference if gender == reference.gender else replace(reference, gender=gender)

    def antecedent(
        self, pronoun: str, exclude: Sequence[Reference], *, people: bool = False
    ) -> list[Reference]:
        """Return whom a pronoun stands for, other than some actors.

        Parameters
        ----------
        pronoun : str
        exclude : sequence of Reference
            Those that act on it: a plain pronoun is never the subject of its own verb.
        people : bool
            It stands for a person or group: "تعيينه", "اعتقالهم".
        """
        if pronoun == grammar.BOTH_STATES:
            states = list(dict.fromkeys(r.actor for r in reversed(self.recent) if r.type == "state"))[:2]
            named = {r.actor: r for r in self.recent}
            return [named[s] for s in reversed(states)] if len(states) == 2 else []
        if pronoun not in _GENDER_NUMBER:
            return []  # "us" is nobody named before
        barred = {r.actor for r in exclude}
        gender, number = _GENDER_NUMBER[pronoun]
        if number == "d" and self.pair and not barred & {r.actor for r in self.pair}:
            return list(self.pair)
        if number == "p" and len(self.others) > 1 and not barred & {r.actor for r in self.others}:
            return list(self.others)
        pair: Sequence[Reference] = self.pair or ()
        if not barred & {r.actor for r in pair}:
            pair = ()
        pools = [pair, self.others, self.sentence_subjects, tuple(reversed(self.recent)), self.subjects]
        for pool in pools:
            for reference in pool:
                if people and reference.type not in ("person", "group"):
                    continue
                if reference.actor not in barred and _fits(self.gendered(reference), gender, number):
                    return [reference]
        return []

    def fits(self, reference: Reference, pronoun: str) -> bool:
        """Tell whether a pronoun may stand for a mention.

        Parameters
        ----------
        reference : Reference
        pronoun : str
        """
        return pronoun in _GENDER_NUMBER and _fits(self.gendered(reference), *_GENDER_NUMBER[pronoun])


def _resumes(analysis: Analysis, candidates: Sequence[Reference]) -> bool:
    """Tell whether a verb without subject agrees in number with whom it is said of."""
    if analysis.number != "s" or analysis.gender != "m":
        return True
    return len(candidates) == 1 and candidates[0].number in ("s", "")


def _fits(reference: Reference, gender: str, number: str) -> bool:
    if reference.type == "place":
        return False
    if number == "s" and reference.number in ("d", "p"):
        # Plurals of things are feminine singular: "المصادر ... إنها".
        return gender == "f" and reference.type == "group"
    if number in ("d", "p") and reference.number not in (number, ""):
        return False
    return not gender or not reference.gender or gender == reference.gender
