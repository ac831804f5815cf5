"""A walk forward from a trigger that sorts what it meets into the places of its clause."""

from __future__ import annotations

from collections.abc import Collection

from kg.actors.references import Reference
from kg.lexicon.cues import Cues
from kg.relations import grammar
from kg.relations.arguments import Arguments, agrees, coordinated, without_agreement
from kg.relations.nouns import is_noun
from kg.relations.triggers import Trigger
from kg.relations.units import Sentence, Unit, is_accusative

#: How far (in units) from a verb its parties may stand.
_VERB_REACH = 28
#: How far from a verb the owner of what it speaks of may stand.
_INSIDE_REACH = 8
#: How far behind a text that speaks its author may stand: "قال بيان إعلامي صادر عن *الوزارة*".
_AUTHOR_REACH = 5
#: Relations whose other party may be a place.
PLACE_RELATIONS = frozenset({"visited", "attacked", "deployed", "withdrew", "aided"})


class Scan:
    """Walks forward from a trigger and sorts what it meets into its arguments."""

    def __init__(
        self,
        sentence: Sentence,
        trigger: Trigger,
        stops: Collection[int],
        found: Arguments,
        cues: Cues,
    ) -> None:
        self.sentence, self.units = sentence, sentence.units
        self.trigger, self.stops, self.found = trigger, stops, found
        self.cues = cues
        self.head = ""  # first of the unknown nouns just before
        self.slot: list[Reference] = found.subjects  # where the last mention was put
        self.pending = ""  # preposition waiting for its noun
        self.last: int | None = None  # where that noun stands
        self.closed = False  # that noun has the article, so that no genitive follows it
        self.about = False  # after "about", "against the background of": the parties stand before
        self.among = False  # after "among them": the mention belongs with the one before
        self.part = False  # just behind a noun that stands for its owner: "مواقع *للحوثيين*"
        self.after_noun = False  # an unknown noun just before: a bare mention is its genitive
        self.itself = False  # "the same" closes the subject, so that a later mention is none
        self.i = trigger.unit + 1

    def verb(self) -> None:
        """Scan the clause of a verb or participle."""
        relative = False
        limit = min(len(self.units), self.trigger.unit + _VERB_REACH)
        analysis = self.trigger.analysis
        subject_open = analysis.is_verb and analysis.person == "3" and not self.found.fronted
        while self.i < limit:
            unit = self.units[self.i]
            if unit.kind in ("complementizer", "colon") or (unit.kind == "quote" and not self.after_noun):
                self.found.content = self.i
                if unit.kind != "quote" or not self._object_wanted():
                    break
                subject_open = False
            if self.i in self.stops and not relative:
                break
            if unit.kind == "relative":
                relative = True
            elif unit.kind == "comma":
                relative, self.after_noun, self.pending = False, False, ""
                if self._list_follows():
                    continue
                if self.found.subjects and not self.found.fronted and _clause_begins(self.units, self.i + 1):
                    break
            elif unit.ref is not None:
                if not self._verb_mention(unit, relative=relative, subject_open=subject_open):
                    break
                continue
            elif unit.kind in ("date", "adverb"):
                self.pending, self.after_noun = "", False
            elif unit.kind == "preposition":
                in_clause = relative and unit.norm in grammar.PREPOSITION_PRONOUNS
                if not in_clause and not self._owner_follows(unit):
                    self._preposition(unit)
            elif unit.kind == "word":
                self._verb_word(unit, subject_open=subject_open)
            self.i += 1
        self.found.end = self.i

    def _list_follows(self) -> bool:
        """Put the members of a group in its place where they are named: "ثلاثة من القادة، وهم فلان وفلان"."""
        j = self.i + 1
        if j + 1 >= len(self.units) or self.units[j].norm not in grammar.NAMELY:
            return False
        if not self.slot or self.slot[-1].type != "group" or self.units[j + 1].ref is None:
            return False
        self.slot[-1:], self.i = coordinated(self.sentence, j + 1)
        return True

    def _forceful(self) -> bool:
        entry = self.trigger.entry
        return entry is not None and entry.relation.group == "force"

    def _takes_object(self) -> bool:
        entry = self.trigger.entry
        return entry is not None and "object" in entry.targets

    def _object_wanted(self) -> bool:
        """Tell whether the one acted on may stand inside the quotation: طالب «الحكومة المغربية» بـ."""
        return self._takes_object() and not (self.found.objects or self.found.pronouns)

    def _put_inside(self, mentions: list[Reference]) -> None:
        if self.i - self.trigger.unit > _INSIDE_REACH:
            return
        self.found.first_inside = self.found.first_inside or mentions
        self.found.inside.extend(mentions)

    def _goes_places(self) -> bool:
        entry = self.trigger.entry
        return entry is not None and entry.relation.id in PLACE_RELATIONS

    def _as_actors(self, mentions: list[Reference], *, bare: bool) -> list[Reference]:
        return self.sentence.as_actor(mentions) if bare else mentions

    def _target_marked(self) -> bool:
        """Tell whether "and he met with X" has its other party, so that a later mention is no subject."""
        entry = self.trigger.entry
        marked = entry is not None and any(mark in self.found.oblique for mark in entry.targets)
        return marked and bool(self.trigger.analysis.conjunction)

    def _faces(self, mentions: list[Reference]) -> bool:
        """Tell whether only a comma parts subject and object: "التقى الوزير، فلان، السفير، فلاناً"."""
        entry = self.trigger.entry
        if entry is None or entry.relation.group != "meet" or "object" not in entry.targets:
            return False
        return len(mentions) > 1 and "و" not in mentions[1].particles

    def _verb_mention(self, unit: Unit, *, relative: bool, subject_open: bool) -> bool:
        """Sort a mention after a verb; False where it begins a new clause."""
        assert unit.ref is not None
        found = self.found
        mentions, after = coordinated(self.sentence, self.i)
        if self.trigger.complement is not None and self.i < self.trigger.complement < after:
            mentions, after = mentions[:1], self.i + 1  # "وقفت مصر *إلى جانب* العراق" joins nobody
        attached = "" if self._owned(unit) else grammar.preposition(unit.ref.particles)
        if self._goes_places():
            mentions = self.sentence.as_place(mentions)
        else:
            mentions = self._as_actors(mentions, bare=not (attached or self.pending or self.after_noun))
        if self.part:
            mentions = [without_agreement(r) for r in mentions]
        if not relative:
            goes_on = unit.ref.type == "group" and unit.norm.startswith("ال")  # "سبيل *الزملاء* الصحافيين"
            if self.after_noun and self.closed and not (attached or unit.ref.particles or goes_on):
                self.pending, self.after_noun = "", False
            if attached or self.pending:
                if self.after_noun and not attached:
                    if self.last != self.trigger.complement or self._takes_object():
                        self._put_inside(mentions)  # not "عن تقدير *بلاده* لدور مصر"
                    self.i = after
                    return True
                own = not self.after_noun or is_noun(self.head, self.cues.speeches)
                marked = found.oblique if own else found.nested
                self.slot = marked.setdefault(attached or self.pending, [])
                self.slot.extend(mentions)
                self.pending = ""
            elif self.among:
                self.slot.extend(mentions)
            elif self.after_noun and self.last == self.trigger.complement is not None:
                if self._takes_object():
                    found.objects.extend(mentions)  # "أطلقت سراح فلان", but not "أعرب عن تقدير بلاده"
            elif self.after_noun:
                # Its noun goes on: "دعم باريس للبنان".
                self._put_inside(mentions)
                self.i = after
                return True
            elif unit.ref.particles in ("و", "ف") and self.i > self.trigger.unit + 1:
                return False
            elif (
                subject_open
                and not (found.subjects or self.itself or found.voice)
                and not self._target_marked()
                and not is_accusative(self.sentence, unit.ref)
                and agrees(self.trigger.analysis, mentions, before=True)
            ):
                apart = 1 if self._faces(mentions) else len(mentions)
                found.subjects, found.objects = mentions[:apart], [*found.objects, *mentions[apart:]]
                self.slot = found.objects if apart < len(mentions) else mentions
            else:
                found.objects.extend(mentions)
                self.slot = found.objects
        self.after_noun = self.among = self.part = False
        self.i = after
        return True

    def _stands_for_owner(self, unit: Unit) -> bool:
        """Tell whether a noun acts, or is acted on, for the mention after it."""
        plain = not unit.analyses and not unit.preposition
        if self.part and plain and unit.norm.endswith(("ه", "ات")):
            return True  # an adjective goes on with it: "مواقع *عسكرية* للحوثيين"
        own = unit.norm in self.cues.parts or not unit.norm.startswith("ب")  # "باحات", but not "بمواقع"
        return own and is_noun(unit.norm, self.cues.parts)

    def _owner_follows(self, unit: Unit) -> bool:
        """Tell whether a preposition only leads from such a noun to its owner: "مواقع *في* لبنان"."""
        following = self._following
        return self.part and unit.norm in grammar.OF and following is not None and following.ref is not None

    def _owned(self, unit: Unit) -> bool:
        return self.part and unit.preposition == "ل"

    @property
    def _following(self) -> Unit | None:
        """The unit behind the one being read."""
        return self.units[self.i + 1] if self.i + 1 < len(self.units) else None

    def _named_behind(self) -> bool:
        """Tell whether the two are named: "الرئيسان التركي *فلان* والإيراني *فلان*"."""
        following = self._following
        return following is not None and following.ref is not None and not following.ref.particles

    def _measures(self, unit: Unit) -> bool:
        """Tell whether a word only measures the mention that follows it: "جميع أعضاء المجلس"."""
        following = self._following
        return unit.norm in grammar.MEASURES and following is not None and following.ref is not None

    def _verb_word(self, unit: Unit, *, subject_open: bool) -> None:
        if unit.norm in grammar.PASSES_ON and self._following is not None and self._following.ref is not None:
            self.i += 1  # "في تصريح *نشرته الوكالة*"
            return
        if len(unit.norm) == 1 or self._measures(unit):
            return  # one letter abbreviates a title: "د. فلان"
        if unit.norm in grammar.WEAPONS and self._named_behind() and self._forceful():
            self.pending, self.after_noun = grammar.BY, False
            return
        if self.found.objects and grammar.ALSO.get(unit.norm) == () and self._named_behind():
            self.slot = self.found.objects  # "استهدفت داعش في سوريا *وكذلك* حزب العمال"
            self.pending, self.among, self.after_noun = "", True, False
            return
        if unit.norm in grammar.BESIDES:
            self.pending, self.among, self.after_noun = "", True, False
            return
        if self._stands_for_owner(unit):
            if not self.part:
                self.pending = self.pending or unit.preposition
            self.part = True
            return
        self.part = False
        if unit.norm in grammar.BOTH and self._named_behind():
            return
        if unit.norm in grammar.BOTH_COUNTRIES and self.pending == "في":
            self.found.pronouns.setdefault("في", grammar.BOTH_STATES)  # "نفذت *في البلدين* هجمات"
            self.pending = ""
            return
        if unit.norm in grammar.BOTH and not self.pending:
            if self.found.subjects:
                self.found.both_objects = True
            else:
                self.found.both = unit.norm
            return
        if unit.norm in grammar.EACH_OF:
            self.pending = grammar.preposition(unit.norm.removesuffix("ا")[:-2]) or self.pending
            return
        if subject_open and self._in_subject_place():
            self.itself = self._is_itself(unit)
            if unit.norm in grammar.THE_SAME:
                return
            if self._known(unit, self.cues.sources):
                self.found.same = True
                return
            if self._is_text(unit):
                self._voice()
                return
            if is_noun(unit.norm, self.cues.honorifics) or self._known(unit, self.cues.roles):
                self.found.honorific = True
                return
            if self.itself:
                self.found.again = True
                return
        marked = unit.preposition or unit.norm.startswith(("ب", "لل"))
        if subject_open and not self.pending and not self.found.subjects and not marked:
            self.found.stranger = not self._is_said(unit)
        if self.found.subjects and not self.pending and not marked:
            self.found.bare_noun = True
        self.pending = self.pending or unit.preposition
        self.last = self.i
        if not self.after_noun:
            self.head = unit.norm
        self.after_noun = True
        self.closed = unit.norm.removeprefix("و").startswith(("ال", "بال", "لل"))

    def _is_itself(self, unit: Unit) -> bool:
        """Tell whether a noun is somebody named before in other words: "وقالت *الجمعية* ذاتها"."""
        following = self._following
        known = unit.norm.startswith("ال") and not unit.preposition
        return known and following is not None and following.norm in grammar.ITSELF

    def _in_subject_place(self) -> bool:
        """Tell whether a word stands right behind the verb, or behind "the same": "قالت *ذات* المصادر"."""
        behind = self.i - self.trigger.unit - 1
        return behind == 0 or (behind == 1 and self.units[self.i - 1].norm in grammar.THE_SAME)

    def _is_said(self, unit: Unit) -> bool:
        """Tell whether a noun right behind a verb is what is said, not who says it: "أكد *ضرورة* أن"."""
        following = self._following
        if following is None or following.kind != "complementizer" or self.i != self.trigger.unit + 1:
            return False
        return is_noun(unit.norm, self.cues.status_noun_set)

    def _is_text(self, unit: Unit) -> bool:
        """Tell whether a word is a text that speaks for its author; data are none: "بيانات"."""
        return is_noun(unit.norm, self.cues.voices) and not unit.norm.endswith(grammar.DATA)

    def _known(self, unit: Unit, nouns: frozenset[str]) -> bool:
        """Tell whether a word with the article is one of some nouns: whoever was spoken of before.

        A name behind it makes it somebody else: "أكد الخبير الأمني *أحسن* أبو طالب".
        """
        if not (unit.norm.startswith("ال") and unit.norm.removeprefix("ال") in nouns):
            return False
        for following in self.units[self.i + 1 : self.i + 5]:
            if following.kind != "word":
                return following.ref is None
            if not following.norm.startswith("ال"):
                return len(following.norm) > 3 and following.norm.startswith(("ب", "ل"))
        return True

    def _voice(self) -> None:
        """Take a text as speaker: its author, if named right after it, is the subject."""
        following = self._following
        definite = self.units[self.i].norm.removeprefix("و").startswith("ال")
        of_word = following is not None and following.kind == "word" and not definite
        if of_word and self.sentence.token(self.i + 1).text.startswith("ال"):
            self.found.stranger = True  # "بيان *المكتب* الإعلامي": whose it is, is no known actor
            return
        self.found.voice = True
        author = None
        for j in range(self.i + 1, min(self.i + 1 + _AUTHOR_REACH, len(self.units))):
            unit, before = self.units[j], self.units[j - 1]
            if unit.ref is not None:
                issued = unit.ref.particles == "" and before.norm in grammar.ISSUED_BY
                close = unit.ref.particles == "ل" or (unit.ref.particles == "" and j == self.i + 1)
                if issued or (close and not definite):
                    author = unit.ref
                break
            if unit.kind not in ("word", "preposition", "adverb", "date") or any(
                a.is_verb for a in unit.analyses
            ):
                break
        if author is not None:
            self.found.subjects = [author]
            self.i = j

    def _preposition(self, unit: Unit) -> None:
        before = self.units[self.i - 1].norm
        if unit.norm == "من" and (before in grammar.EACH_OF or before in grammar.QUANTIFIERS):
            self.after_noun = False  # "كلاً من", "خمسة من": the role is that of the measure
            return
        if unit.norm == "من" and before in grammar.SOME_OF_THEM and self._named_behind():
            self.i += 1  # "مدنيين أغلبهم *من النساء*": what they are
            return
        by = self._by(unit)
        if by is not None:
            self.pending, self.after_noun = grammar.BY, False
            self.i += by
            return
        pronoun = grammar.PREPOSITION_PRONOUNS.get(unit.norm)
        if unit.norm in grammar.AMONG_THEM:
            self.pending, self.among, self.after_noun = "", True, False
        elif pronoun:
            resumed = self.found.relative and self.i == self.trigger.unit + 1
            if not (resumed or self._speakers_own(pronoun[0])):
                self.found.pronouns.setdefault(*pronoun)
        else:
            norm = unit.norm
            self.pending = norm if norm in grammar.PREPOSITIONS else norm.removeprefix("و")
            self.after_noun = False

    def _by(self, unit: Unit) -> int | None:
        """How many words are left of "by", before whoever did it: "اغتيل *على يد* مسلحين"."""
        if f"{self.units[self.i - 1].norm} {unit.norm}" == grammar.BY:
            return 0
        following = self.units[self.i + 1 : self.i + 3]
        if not following or (unit.norm, following[0].norm) not in grammar.BY_WORDS:
            return None
        if following[0].ref is not None:
            return 0  # the noun is read with the mention: "*طرف* السلطات"
        return 1 if len(following) == 2 and following[1].ref is not None else None

    def _speakers_own(self, preposition: str) -> bool:
        """Tell whether "of his" belongs to a noun before it, and nobody is spoken to: "قال في بيان *له*"."""
        entry = self.trigger.entry
        speech = entry is not None and entry.relation.group in ("say", "ask", "warn")
        return speech and preposition == "ل" and self.after_noun and self.trigger.complement is None


def _clause_begins(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a verb or a clause word stands at unit ``i``."""
    if i >= len(units):
        return False
    return units[i].norm in grammar.CLAUSE_STARTS or any(a.is_verb for a in units[i].analyses)
