"""From the actors of a text to its claims: every trigger with its parties, status, source, date and place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from kg.actors.references import ActorReading, Reference
from kg.lexicon import Lexicon
from kg.model import Claim, Status
from kg.relations import grammar
from kg.relations.arms import with_arms
from kg.relations.attribution import Citation, Reports, citations, heading
from kg.relations.backdrop import Act, Backdrop, backdrop_of
from kg.relations.bearers import sufferer
from kg.relations.blame import blame_doers
from kg.relations.circumstances import clause_bounds, date_of, is_today, told_ahead
from kg.relations.clauses import nominal, verbal
from kg.relations.discourse import Discourse
from kg.relations.frames import Frame
from kg.relations.governing import (
    attackers,
    expresses,
    governor_of,
    lend_attackers,
    lend_demands,
    takes,
    topic_between,
)
from kg.relations.holders import noun_sources
from kg.relations.homeland import homes, resolve_homelands, with_homelands
from kg.relations.journeys import complete, leads_somewhere, stays_home
from kg.relations.lending import receivers
from kg.relations.meetings import discussed_there, two_sides
from kg.relations.nationality import reader_of_nationalities
from kg.relations.occasions import (
    another,
    go_on_to,
    lend_addressee,
    lend_partners,
    open_letter,
    resolve_ahead,
    take_partners,
)
from kg.relations.places import group_places, place_of
from kg.relations.settle import is_medium, settle
from kg.relations.sources import SPEECH_GROUPS, verb_sources
from kg.relations.speech import is_stranger, issues_text, lend_audience, only_saw_it
from kg.relations.status import in_present, status_of, unpromised
from kg.relations.surnames import with_surnames
from kg.relations.targets import OFFERS, find_targets
from kg.relations.triggers import Trigger, find_triggers
from kg.relations.units import Sentence, read_sentences, title_genders
from kg.text import Span, Text
from kg.text.dates import DateMention, find_dates


def find_claims(text: Text, reading: ActorReading, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Read the claims of a document.

    Parameters
    ----------
    text : Text
    reading : ActorReading
        Its actors and where they are mentioned.
    lexicon : Lexicon

    Returns
    -------
    tuple of Claim
        In the order of their triggers.
    """
    dates = find_dates(text.tokens, text.document.date)
    reader = _Reader(text, reading, dates, lexicon)
    claims = list(reader.claims())
    return tuple(settle(claims, reader.backdrops, reader.acts, text, reading.actors, lexicon))


#: Relations of states and bodies: whoever names them speaks for one.
_OF_STATES = frozenset({"cooperated-with"})
#: What a headline of the form "name: speech" tells.
_HEADLINE_RELATION = "stated"


class _Reader:
    """Reads sentence after sentence, remembering what was said."""

    def __init__(
        self, text: Text, reading: ActorReading, dates: Sequence[DateMention], lexicon: Lexicon
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.dates = {d.first: d for d in dates}
        spans = [Span(d.first, d.last) for d in dates]
        self.homes = homes(reading, lexicon)
        self.nationality = reader_of_nationalities(text, lexicon)
        homelands = with_homelands(text, reading, self.homes, lexicon)
        references = with_arms(text, with_surnames(text, reading, homelands, lexicon), lexicon)
        self.mentioned = {r.actor: r for r in reading.references}
        self.sentences = read_sentences(text, references, spans, lexicon)
        self.discourse = Discourse(
            homes=self.homes, offers=lexicon.cues.offers, genders=title_genders(self.sentences)
        )
        self.media = frozenset(a.id for a in reading.actors if is_medium(a, lexicon))
        self.reports = Reports(text, lexicon)
        self.backdrops: list[Backdrop] = []
        self.acts: list[Act] = []
        self.group_places = group_places(reading.references, [t.norm for t in text.tokens])
        self.day_told: tuple[object, dt.date | None] = (None, None)
        self.planned = False  # what the last trigger told

    def claims(self) -> Iterator[Claim]:
        """Read all sentences."""
        for sentence in self.sentences:
            self.discourse.new_sentence()
            self.day_told = (None, None)
            self.planned = False
            yield from self._sentence(sentence)

    def _sentence(self, sentence: Sentence) -> Iterator[Claim]:
        sentence = resolve_homelands(sentence, self.homes, self.discourse.speakers or self.discourse.subjects)
        yield from self._headline(sentence)
        triggers = find_triggers(sentence, self.lexicon)
        cited = citations(sentence, self.lexicon, self.discourse.speakers)
        verbs = frozenset(t.unit for t in triggers if t.analysis.pos != "noun")
        frames: list[Frame] = []
        position = 0
        for trigger in triggers:
            self.discourse.mention(
                u.ref for u in sentence.units[position : trigger.unit] if u.ref is not None
            )
            topic = topic_between(sentence, position, trigger.unit)
            if topic:
                self.discourse.act(topic, outside=False, relative=False)
            position = trigger.unit
            if not any(c.first <= trigger.unit < c.last for c in cited):
                frame = self._frame(sentence, trigger, verbs - {trigger.unit}, frames)
                if trigger.analysis.is_verb:
                    resolve_ahead(frames, frame)
                complete(sentence, frame, frames, self.homes, self.lexicon.actors.entries)
                lend_audience(sentence, frame, frames, self.lexicon.cues.speeches)
                lend_addressee(frame, frames)
                open_letter(sentence, frame, frames)
                frames.append(frame)
                if not only_saw_it(sentence, frame, self.media):
                    self._remember(sentence, frame)
                there = discussed_there(sentence, frame, triggers, self.discourse.pair or ())
                if there:
                    frame.sources, frame.targets = there, []
        self.discourse.mention(u.ref for u in sentence.units[position:] if u.ref is not None)
        lend_partners(sentence, frames)
        self.discourse.addressed = go_on_to(frames, self.discourse.addressed)
        take_partners(sentence, frames, self.media)
        lend_attackers(sentence, frames, self.lexicon.cues.involvement)
        lend_demands(frames)
        blame_doers(frames)
        parties = {r.actor for f in frames for r in (*f.sources, *f.targets)}
        backdrop = backdrop_of(sentence, triggers, self.dates, parties, self.lexicon)
        if backdrop is not None:
            self.backdrops.append(backdrop)
        for n, frame in enumerate(frames):
            if not expresses(frame, frames[n + 1 :]):
                yield from self._claims(sentence, frame, frames, triggers, cited)
            if (further := another(sentence, frame)) is not None:
                yield from self._claims(sentence, further, frames, triggers, cited)

    def _headline(self, sentence: Sentence) -> Iterator[Claim]:
        """Read "name: what they say" at the head of an article."""
        speaker = heading(sentence)
        if speaker is None:
            return
        colon = next(i for i, u in enumerate(sentence.units) if u.kind == "colon")
        self.reports.hear(sentence, colon, speaker)
        self.discourse.speak([speaker])
        self.discourse.act([speaker], outside=True, relative=False)
        yield self._claim(
            sentence,
            _HEADLINE_RELATION,
            (speaker.start, speaker.end),
            speaker,
            None,
            status="occurred",
            attributed_to=None,
            date=None,
            place_id=None,
        )

    def _frame(
        self, sentence: Sentence, trigger: Trigger, stops: frozenset[int], frames: Sequence[Frame]
    ) -> Frame:
        """Decide the parties of one trigger."""
        if trigger.analysis.pos == "noun":
            arguments = nominal(sentence, trigger, stops, self.lexicon.cues)
            governor = governor_of(sentence, trigger, frames)
            sources = noun_sources(sentence, trigger, arguments, self.discourse, governor, self.nationality)
        else:
            arguments = verbal(sentence, trigger, stops, self.lexicon.cues)
            governor = None
            region = next(iter(self.reports.around(sentence, trigger)), None)
            speaker = region.speaker if region else None
            sources = verb_sources(sentence, trigger, arguments, self.discourse, speaker, self.nationality)
            sources = sources or attackers(sentence, trigger, frames)
        targets: list[Reference] = []
        if trigger.entry is not None:
            targets = find_targets(
                sentence, trigger, arguments, sources, self.discourse, self.nationality, self.media
            )
            blame = trigger.entry.relation.group == "blame"  # "واجهت *إسرائيل* انتقادات بسبب حصار غزة"
            targets = targets if not (blame and sources and takes(governor)) else []
            targets = targets or [
                r for r in receivers(governor, trigger, sources, self.discourse) if r not in sources
            ]
            if (
                trigger.entry.relation.symmetric
                and len(targets) > 1
                and targets == arguments.oblique.get("بين")
            ):
                # "لقاء بين أ وب": both sides are there, whoever tells of it.
                sources, targets = targets, []
        if trigger.entry is not None and trigger.entry.relation.id == "attacked":
            noun = trigger.analysis.pos == "noun" and not targets
            struck = sufferer(sentence, trigger) if noun else None
            targets = [struck] if struck is not None and struck not in sources else targets
            sources = sources or self._known_attacker(trigger, targets)
        if trigger.entry is not None and trigger.entry.relation.id in _OF_STATES:
            sources, targets = self._as_states(sources), self._as_states(targets)
        return Frame(trigger, arguments, sources, targets)

    def _known_attacker(self, trigger: Trigger, targets: Sequence[Reference]) -> list[Reference]:
        """Return who wages a war that everybody knows, where the article tells of them: "الحرب على غزة"."""
        if trigger.analysis.pos != "noun":
            return []
        entries = self.lexicon.actors.entries
        for target in targets:
            entry = entries.get(target.actor)
            for attacked in (target.actor, entry.within if entry is not None else ""):
                attacker = self.lexicon.cues.wars.get(attacked)
                if attacker in self.mentioned:
                    return [self.mentioned[attacker]]
        return []

    def _as_states(self, references: Sequence[Reference]) -> list[Reference]:
        """Read persons as the states they serve: their "cooperation" is that of two countries."""
        served = [s for r in references for s in self.discourse.we(r, own=False)]
        return [r for r in served if r.type != "person"]

    def _claims(
        self,
        sentence: Sentence,
        frame: Frame,
        frames: Sequence[Frame],
        triggers: Sequence[Trigger],
        cited: Sequence[Citation],
    ) -> Iterator[Claim]:
        pairs = [p for p in frame.pairs() if p[0] is None or not stays_home(frame, p[0], self.homes)]
        if not pairs and not (frame.sources and frame.trigger.analysis.pos == "past"):
            return
        status, bounds, day = self._day(sentence, frame, triggers)
        if unpromised(frame.trigger, status):
            return
        if not pairs:
            self._act(sentence, frame, status, day)
            return
        trigger = frame.trigger
        assert trigger.entry is not None
        places = place_of(sentence, frame, triggers, bounds[0], self.group_places, self.lexicon)
        if trigger.entry.relation.id == "attacked":
            places += [r.actor for r in frame.targets if self._inside(r)]
        for source, target in pairs:
            # An attack "in" a state has the state as target and place.
            elsewhere = trigger.entry.relation.id != "attacked"
            involved = {r.actor for r in (source, target) if r is not None and (elsewhere or r is source)}
            yield self._claim(
                sentence,
                trigger.entry.relation.id,
                self._trigger_span(sentence, trigger),
                source,
                target,
                status=status,
                attributed_to=self.reports.attribution(sentence, frame, source, cited, frames),
                date=day,
                place_id=next((p for p in places if p not in involved), None),
            )

    def _day(
        self, sentence: Sentence, frame: Frame, triggers: Sequence[Trigger]
    ) -> tuple[Status, tuple[int, int], dt.date | None]:
        """Status of what a trigger tells, the bounds of its clause, and its day."""
        trigger = frame.trigger
        status = status_of(sentence, trigger, triggers, self.lexicon)
        bounds = clause_bounds(sentence, trigger, triggers, frame.arguments.end)
        day = date_of(sentence, bounds, trigger, triggers, self.dates, status)
        published = self.text.document.date
        if status == "occurred" and in_present(sentence, trigger, triggers):
            # A meeting of today told in the present is still to come; what has been is told in the past.
            meeting = trigger.entry is not None and trigger.entry.relation.group == "meet"
            today = meeting and not sentence.is_title and is_today(sentence, bounds, self.dates, published)
            later = (
                day > published or today
                if day and published
                else told_ahead(sentence, bounds, self.lexicon.cues)
            )
            status = "planned" if later or self._during_it(sentence, trigger) else status
        if status == "occurred" and day and published and day > published:
            day = None  # the day of something that is only spoken of
        self.planned = status == "planned"
        told = (status, [r.actor for r in frame.sources])
        going_on = trigger.analysis.conjunction == "و" or trigger.analysis.pos == "part"
        if day is None and going_on and self.day_told[0] == told:
            day = self.day_told[1]  # "سيلتقي غداً الرئيس وسيجتمع بالوزراء"
        if day is not None:
            self.day_told = (told, day)
        return status, bounds, day

    def _act(self, sentence: Sentence, frame: Frame, status: Status, day: dt.date | None) -> None:
        """Note when somebody did what is no relation: "عقد الرئيس اليوم اجتماعاً", at which he speaks."""
        if status == "occurred" and day is not None and not self.reports.around(sentence, frame.trigger):
            start = self.text.tokens[sentence.span.first].start
            self.acts += [Act(start, r.actor, day) for r in frame.sources]

    def _inside(self, target: Reference) -> bool:
        """Tell whether an attack is on something in a place, which is then its target: "مواقع *في لبنان*"."""
        before = self.text.tokens[target.first - 1].norm if target.first else ""
        return target.type in ("place", "state") and before in grammar.INSIDE

    def _during_it(self, sentence: Sentence, trigger: Trigger) -> bool:
        """Tell whether an act in the present is part of one that is planned: "تجري *خلالها* محادثات"."""
        near = sentence.units[max(trigger.unit - 2, 0) : trigger.unit + 2]
        return self.planned and any(u.norm in grammar.DURING_IT for u in near)

    def _remember(self, sentence: Sentence, frame: Frame) -> None:
        """Update the discourse with a frame just read."""
        discourse, trigger = self.discourse, frame.trigger
        # What is said inside somebody's speech does not change who goes on speaking after it.
        region = next(iter(self.reports.around(sentence, trigger)), None)
        outside = region is None or region.speaker.actor in {r.actor for r in frame.sources}
        if trigger.analysis.is_verb and frame.sources:
            discourse.act(frame.sources, outside=outside, relative=frame.arguments.relative)
        elif frame.sources and leads_somewhere(sentence, frame):
            discourse.act(frame.sources, outside=False, relative=False)
        elif trigger.analysis.is_verb and frame.arguments.fronted and not frame.arguments.pronouns:
            # "أنّ فلاناً اعتُقل، واعترف": whoever is acted on goes on as the subject.
            discourse.act(frame.targets or discourse.sentence_subjects, outside=False, relative=False)
        if frame.sources and issues_text(sentence, frame, self.lexicon.cues.voices):
            discourse.authors = frame.sources
        if trigger.entry is None:
            both = two_sides(sentence, frame, self.lexicon)
            discourse.pair = (both[0], both[1]) if both else discourse.pair
            return
        group = trigger.entry.relation.group
        if trigger.analysis.is_verb and frame.sources and group in SPEECH_GROUPS and outside:
            discourse.speak(frame.sources)
        if frame.targets:
            discourse.others = frame.targets
        if trigger.entry.relation.id in OFFERS and frame.sources:
            discourse.offerers = frame.sources
        for a, b in frame.pairs()[:1]:
            if a is not None and b is not None and b.type != "place":
                discourse.couple = (a, b)
                if group == "meet" or (group == "say" and b.type == "person"):
                    discourse.pair = (a, b)
        content = frame.arguments.content
        told = group in SPEECH_GROUPS and outside and content is not None
        if told and not frame.sources and is_stranger(sentence, frame):
            discourse.unknown = discourse.sentence_unknown = True
        if content is not None and frame.sources and group in SPEECH_GROUPS and trigger.complement is None:
            self.reports.hear(sentence, content, frame.sources[0])

    def _trigger_span(self, sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
        """Offsets of a trigger without the و or ف attached to it."""
        token = sentence.token(trigger.unit)
        return token.offset(len(trigger.analysis.conjunction)), token.end

    def _claim(
        self,
        sentence: Sentence,
        relation: str,
        trigger: tuple[int, int],
        source: Reference | None,
        target: Reference | None,
        **rest: object,
    ) -> Claim:
        tokens = self.text.tokens
        start, end = tokens[sentence.span.first].start, tokens[sentence.span.last - 1].end
        content = self.text.document.text
        return Claim(
            doc_id=self.text.document.id,
            relation=relation,
            source_id=source.actor if source else None,
            target_id=target.actor if target else None,
            trigger=content[slice(*trigger)],
            trigger_start=trigger[0],
            sentence=content[start:end],
            start=start,
            end=end,
            **rest,  # type: ignore[arg-type]
        )
