"""Where: the place that stands with a trigger."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.actors.references import Reference
from kg.lexicon import Lexicon
from kg.relations import grammar
from kg.relations.frames import Frame
from kg.relations.sources import SPEECH_GROUPS
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence, Unit

#: How many words may stand between a noun of an act and the في that belongs to it.
_ADJECTIVES = 3
#: How many words of a site may stand between في and a name: "في محيط مطار بيروت".
_SITE_WORDS = 2


def place_of(
    sentence: Sentence,
    frame: Frame,
    triggers: Sequence[Trigger],
    first: int,
    homes: Mapping[int, str],
    lexicon: Lexicon,
) -> list[str]:
    """Return the places that the clause names for an act, the likeliest first.

    Parameters
    ----------
    sentence : Sentence
    frame : Frame
    triggers : sequence of Trigger
        All of the sentence, in order.
    first : int
        Unit where the clause of the trigger begins.
    homes : mapping of int to str
        Places that described groups stand in ("المتظاهرون في حيفا"), by first token of the group.
    lexicon : Lexicon

    Returns
    -------
    list of str
        Ids; a party of the act is for the caller to pass over.
    """
    trigger = frame.trigger
    parties = [*frame.sources, *frame.targets]
    group = trigger.entry.relation.group if trigger.entry is not None else ""
    speech = group in SPEECH_GROUPS
    actors = {r.actor for r in parties}
    finder = _Finder(
        sentence,
        trigger.unit,
        triggers,
        actors,
        lexicon,
        speech=speech,
        says=group == "say",
        names=trigger.analysis.pos == "noun",
        complement=trigger.complement,
    )
    around = [*finder.after(governed=trigger.analysis.pos == "noun")]
    # What stands before a participle belongs to its verb, and "and" begins a clause.
    if trigger.analysis.pos != "part" and not (trigger.analysis.is_verb and trigger.analysis.conjunction):
        around += range(trigger.unit - 1, first - 1, -1)
    found = [r.actor for i in around if (r := finder.place(i)) is not None]
    groups = frame.targets if speech and group != "ask" else parties
    return found + [homes[r.first] for r in groups if r.type == "group" and r.first in homes]


def named_place(
    sentence: Sentence,
    triggers: Sequence[Trigger],
    first: int,
    parties: Collection[str],
    lexicon: Lexicon,
) -> str | None:
    """Return the first place that stands with في behind a unit, whatever happens there.

    Parameters
    ----------
    sentence : Sentence
    triggers : sequence of Trigger
    first : int
    parties : collection of str
        Ids of those who take part.
    lexicon : Lexicon

    Returns
    -------
    str or None
    """
    finder = _Finder(sentence, first, triggers, parties, lexicon)
    for i in range(first + 1, len(sentence.units)):
        if sentence.units[i].kind in ("complementizer", "colon", "quote"):
            return None
        if (reference := finder.place(i)) is not None and reference.actor not in parties:
            return reference.actor
    return None


class _Finder:
    """Looks for the places of what the unit ``at`` names."""

    def __init__(
        self,
        sentence: Sentence,
        at: int,
        triggers: Sequence[Trigger],
        parties: Collection[str],
        lexicon: Lexicon,
        *,
        speech: bool = False,
        says: bool = False,
        names: bool = False,
        complement: int | None = None,
    ) -> None:
        self.sentence, self.units, self.lexicon = sentence, sentence.units, lexicon
        self.at, self.parties, self.complement = at, parties, complement
        self.speech, self.says, self.names = speech, says, names
        self.verbs = {t.unit: t for t in triggers if t.analysis.pos != "noun"}
        self.visits = {
            t.unit
            for t in triggers
            if t.entry is not None and t.entry.relation.id == "visited" and t.analysis.pos == "noun"
        }
        self.meetings = {t.unit for t in triggers if t.entry is not None and t.entry.relation.group == "meet"}

    def after(self, *, governed: bool) -> Iterator[int]:
        """Units behind a trigger that belong to its clause and to no noun that names a thing.

        Parameters
        ----------
        governed : bool
            The words that follow qualify the trigger, a noun; behind a verb they are what it acts on.
        """
        blocked = False
        for i in range(self.at + 1, len(self.units)):
            unit = self.units[i]
            if unit.kind == "quote" and self._quoted_name(i):
                continue
            if unit.kind in ("complementizer", "colon", "quote") or unit.norm in grammar.CLAUSE_STARTS:
                return
            if i == self.complement:
                governed = True  # "شنت *غارات* في مأرب"
            elif i in self.verbs:
                if not (governed and self._goes_on_with_noun(i)):
                    return
            elif unit.kind == "preposition" or unit.preposition:
                governed = True
                blocked = blocked or self._of_what_is_said(i)
                blocked = blocked or self._another_time(i)
            elif unit.kind in ("comma", "date"):
                governed = blocked = False
            elif unit.kind == "word" and not governed:
                blocked = True  # "بحثا وقف النار *في غزة*"
            if not blocked:
                yield i

    def _quoted_name(self, i: int) -> bool:
        """Tell whether a quotation mark opens a name: "لقائه بـ*"زعيم الحزب"*"."""
        quoted = self.units[i + 1 : i + 3]
        return len(quoted) == 2 and quoted[0].ref is not None and quoted[1].kind == "punct"

    def place(self, i: int) -> Reference | None:
        """Mention at unit ``i`` where it is the place of the act."""
        reference = self.units[i].ref
        if reference is None or reference.type in ("person", "group"):
            return None
        if self._visited(i, reference) or self._witnesses(i, reference):
            return reference
        if (head := self._marker(i, reference)) is None or self._of_a_thing(head, i):
            return None
        return self._nearer(i, reference)

    def _witnesses(self, i: int, reference: Reference) -> bool:
        """Tell whether something is said to happen to a place: "شهدت *عدن* هجمات"."""
        site = reference.type in ("place", "state") and not reference.particles
        return site and i > 0 and self.units[i - 1].norm in grammar.WITNESSES

    def _visited(self, i: int, reference: Reference) -> bool:
        """Tell whether a mention is where somebody is on a visit: "أكد خلال زيارته الأخيرة *إلى لبنان*"."""
        j = i - 1
        if grammar.preposition(reference.particles) != "ل":
            if j < 0 or self.units[j].norm not in grammar.TOWARDS:
                return False
            j -= 1
        while j > 0 and i - j <= 2 + _ADJECTIVES and j not in self.visits:
            if self.units[j].kind not in ("word", "preposition"):
                return False
            j -= 1
        return (
            j in self.visits
            and j != self.at
            and any(u.norm in grammar.ON_VISIT for u in self.units[max(j - 2, 0) : j])
        )

    def _of_what_is_said(self, i: int) -> bool:
        """Tell whether a preposition leads to what somebody says or asks for: "دعا *إلى* حوار في ليبيا"."""
        following = self.units[i + 1] if i + 1 < len(self.units) else None
        if not self.speech or self.units[i].norm not in grammar.CONTENT or following is None:
            return False
        if self.units[i].norm in grammar.FROM and self.says:
            return False  # "أعلن القائد *من* تخوم المدينة"
        return following.kind == "word" and following.norm not in grammar.ON_OCCASION

    def _another_time(self, i: int) -> bool:
        """Tell whether a meeting is on another day than the act: "قبل لقائه", "عقب استقباله ... قبل أيام"."""
        norm = self.units[i].norm
        if norm not in grammar.BEFORE | grammar.AFTER or not self.meetings & set(
            range(i + 1, i + 1 + _ADJECTIVES)
        ):
            return False
        if norm in grammar.BEFORE:
            return True
        for unit in self.units[i + 2 :]:
            if unit.kind in ("comma", "complementizer", "colon", "quote"):
                return False
            if unit.kind == "date":
                return True
        return False

    def _goes_on_with_noun(self, i: int) -> bool:
        """Tell whether a verb is said of the occasion before it: "المحادثات *التي جمعت*", "مؤتمر *عقده*"."""
        end = i - 1 if self.units[i - 1].kind == "relative" else i
        if end == i and not self.verbs[i].analysis.pronoun:
            return False
        return self._occasion_ends_at(end)

    def _occasion_ends_at(self, end: int) -> bool:
        """Tell whether the words before a unit name the act itself, a meeting or another occasion."""
        for j in range(end - 1, max(-1, end - 2 - _ADJECTIVES), -1):
            if j == self.at or j in self.meetings:
                return self._adjectives(j, end)
            if self.units[j].norm in grammar.ON_OCCASION:
                return j < end - 1
            if self.units[j].kind != "word":
                return False
        return False

    def _marker(self, i: int, reference: Reference) -> int | None:
        """Find the preposition before a place, which for بـ is the mention itself."""
        attached = grammar.preposition(reference.particles)
        if attached:
            named = attached != "ب" or reference.type == "state" or (self.speech and i == self.at + 1)
            return None if named else i
        j = i - 1
        while j >= 0 and i - j <= _SITE_WORDS and self._site_word(self.units[j]):
            j -= 1
        if j < 0 or (reference.type == "organization" and j < i - 1 and not self._premises(i - 1)):
            return None
        norm = self.units[j].norm
        if norm in grammar.INSIDE:
            return j
        return j if self._speaks_from(j, reference) else None

    def _site_word(self, unit: Unit) -> bool:
        return unit.kind == "word" and not unit.analyses

    def _premises(self, i: int) -> bool:
        return self.units[i].norm in grammar.PREMISES

    def _speaks_from(self, j: int, reference: Reference) -> bool:
        """Tell whether somebody speaks from a place: "وأعلن الوزير *من* الدوحة أن"."""
        if not self.speech or self.units[j].norm not in grammar.FROM or reference.type == "organization":
            return False
        before = self.units[j - 1] if j else None
        if j < self.at:
            return before is None or before.kind == "comma"
        return before is None or j - 1 == self.at or before.kind in ("comma", "date", "ref")

    def _of_a_thing(self, j: int, place: int) -> bool:
        """Tell whether the preposition at unit ``j`` belongs to a noun that is no act: "الوضع *في* اليمن"."""
        before = self.units[j - 1] if j else None
        if before is not None and before.norm == "و":
            return self._of_a_thing(j - 1, place)  # "و في حيفا"
        if before is not None and before.ref is not None:
            return self._of_a_mention(j - 1, before.ref, place)
        for i in range(j - 1, max(-1, j - 2 - _ADJECTIVES), -1):
            unit = self.units[i]
            if unit.norm in grammar.ON_OCCASION and i != j - 1:
                return False
            if unit.kind == "punct":
                continue
            if unit.kind == "relative":
                return not self._occasion_ends_at(i)  # "الهجمات *التي وقعت* في لندن"
            if unit.kind != "word":
                return i != j - 1 and unit.norm not in grammar.PREMISES
            if i == self.at or i in self.meetings:
                return not self._adjectives(i, j)
            if any(a.is_verb for a in unit.analyses):
                if i and self.units[i - 1].kind == "relative":
                    return not self._occasion_ends_at(i - 1)
                return i != j - 1  # "بحث *الأوضاع* في غزة"
        return j > 0

    def _adjectives(self, noun: int, end: int) -> bool:
        """Tell whether words behind a noun can be its adjectives: "اللقاء *الثنائي* في"."""
        first = self.units[noun]
        if any(a.is_verb for a in first.analyses) and not (noun == self.at and self.names):
            return True
        definite = first.norm.startswith("ال") or any(a.definite or a.pronoun for a in first.analyses)
        return all(u.norm.startswith("ال") == definite for u in self.units[noun + 1 : end])

    def _of_a_mention(self, i: int, reference: Reference, place: int) -> bool:
        """Tell whether a place belongs to the mention before it: "نائب رئيس الحركة *في غزة*"."""
        if i < self.at and reference.type in ("organization", "group"):
            return True  # "الهيئة *في بغداد* وافقت"
        at = self.units[place].ref
        in_body = at is not None and at.type == "organization" and not self._premises(place)
        if in_body and reference.type in ("person", "group", "organization"):
            return True  # "رئيس اللجنة *في مجلس الأمن*", "أعضاء *في البرلمان*"
        attached = self.units[place].preposition
        if self.speech and attached and (reference.type == "organization" or reference.kind == "title"):
            return True  # "حذرت المديرية *بجازان*", "قال المتحدث باسم الوزارة *بعدن*"
        if reference.type == "person" and self._ends_with_title(reference):
            return True
        if reference.type not in ("group", "organization"):
            return False
        if reference.type == "group" and self._kept(reference):
            return True
        acts = i - 1 in self.verbs  # "الوقفة التي نظمتها *الحركة* بالدار البيضاء"
        return reference.actor not in self.parties and not acts and not self._on_occasion(i)

    def _kept(self, reference: Reference) -> bool:
        """Tell whether a group ends with the participle of a place: "الرهائن *المحتجزين* في غزة"."""
        last = self.sentence.text.tokens[reference.last - 1].norm
        return last.startswith("الم") and last.endswith(("ين", "ون")) and reference.last - reference.first > 1

    def _on_occasion(self, i: int) -> bool:
        """Tell whether a mention is part of an occasion: "خلال قمة *الجامعة العربية* في القاهرة"."""
        for j in range(i - 1, max(-1, i - 2 - _ADJECTIVES), -1):
            if self.units[j].norm in grammar.ON_OCCASION:
                return j < i - 1
            if self.units[j].kind != "word":
                return False
        return False

    def _ends_with_title(self, reference: Reference) -> bool:
        """Tell whether a mention ends with a title after a comma, which a place then goes on with."""
        tokens = self.sentence.text.tokens[reference.first : reference.last]
        commas = [n for n, t in enumerate(tokens) if t.text in grammar.COMMAS]
        if not commas:
            return False
        norms = [t.norm for t in tokens[commas[-1] + 1 :]]
        tries = self.lexicon.titles.tries
        return bool(norms) and any(tries[c].longest(norms, 0) for c in ("TitleHead", "FixedTitle"))

    def _nearer(self, i: int, reference: Reference) -> Reference:
        """Prefer the city behind the premises of a body or government: "في مقر المجلس *بالرباط*"."""
        if reference.type not in ("organization", "state"):
            return reference
        j = i + 1
        if j + 1 < len(self.units) and self.units[j].norm in grammar.INSIDE:
            j += 1
        city = self.units[j].ref if j < len(self.units) else None
        if city is None or city.type != "place":
            return reference
        marked = j > i + 1 or grammar.preposition(city.particles) == "ب"
        return city if marked else reference


def group_places(references: Collection[Reference], sentence_tokens: Sequence[str]) -> dict[int, str]:
    """Find the places that stand inside the mentions of described groups: "المتظاهرون في حيفا".

    Parameters
    ----------
    references : collection of Reference
        All of a text, inner ones too.
    sentence_tokens : sequence of str
        Folded tokens of the text.

    Returns
    -------
    dict of int to str
        Ids of places, by the first token of the group.
    """
    groups = [r for r in references if r.type == "group" and not r.inner]
    starts = sorted(groups, key=lambda r: r.first)
    places = [r for r in references if r.inner and r.type in ("place", "state")]
    found: dict[int, str] = {}
    at = 0
    for place in sorted(places, key=lambda r: r.first):
        while at < len(starts) and starts[at].last <= place.first:
            at += 1
        if at == len(starts):
            break
        if starts[at].first < place.first and _stands_in(place, sentence_tokens):
            found.setdefault(starts[at].first, place.actor)
    return found


def _stands_in(place: Reference, tokens: Sequence[str]) -> bool:
    return tokens[place.first - 1] in ("في", "داخل") or (
        grammar.preposition(place.particles) == "ب" and place.type == "place"
    )
