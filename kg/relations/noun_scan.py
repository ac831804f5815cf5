"""A walk forward from a verbal noun, and along the verb that may carry it on, that sorts what it meets."""

from __future__ import annotations

from kg.actors.references import Reference
from kg.relations import grammar
from kg.relations.arguments import coordinated
from kg.relations.scan import Scan
from kg.relations.units import Unit

#: How much may stand between two commas inside what a noun tells.
_INSERTED = 4
#: How far (in units) from a verbal noun its parties may stand.
_NOUN_REACH = 18
#: How many adjectives may stand between a verbal noun and its preposition.
_ADJECTIVES = 3
#: Pronouns of whom a verb without subject is said of, by its gender and number.
_PRONOUN_OF = {("m", "s"): "ه", ("f", "s"): "ها", ("m", "d"): "هما", ("f", "d"): "هما", ("m", "p"): "هم"}


class NounScan(Scan):
    """Walks forward from a verbal noun and sorts what it meets into its arguments."""

    def noun(self) -> None:
        """Scan the phrase of a verbal noun, and the verb that may carry it on (لقاء جمع، زيارة يقوم بها)."""
        found, trigger = self.found, self.trigger
        if trigger.complement is not None:
            # "توصل إيران إلى اتفاق", "تحميل الحركة مسؤولية", "إطلاق سراح الأسرى"
            if self.i < len(self.units) and self.units[self.i].ref is not None:
                first = self.units[trigger.complement].first  # "وقوف مصر إلى جانب *العراق*" joins nobody
                found.subjects = [r for r in coordinated(self.sentence, self.i)[0] if r.first < first]
            self.i = trigger.complement + 1
        if self._joined_noun():
            self.i += 1
        place_of_genitive = self.i
        carried = goal = False  # goal: "المساعدة *للتصدي* لداعش" names what it is for
        gap = 0
        while self.i < min(len(self.units), trigger.unit + _NOUN_REACH):
            unit = self.units[self.i]
            if unit.kind == "relative" or (
                self.i in self.stops and _carries(unit) and (carried or not self._ended())
            ):
                if gap and trigger.analysis.pronoun and unit.kind == "relative" and self._judges():
                    break  # "رفضها المقترح *الذي* قدمته إسرائيل": not whose the act is
                if gap > 3 or found.oblique or (carried and unit.kind == "relative"):
                    break
                if self._of_what_is_said():
                    break
                if self._includes(unit):
                    break  # "جولة *تشمل* مصر": what it includes is no traveller
                carried = True
                if self._suffered(unit):
                    if not self._forceful():
                        break  # "إدانة الأعمال التي تستهدف المنطقة": not whose act it is
                    found.suffered, gap = True, 0
                found.carried = found.carried or any(a.pronoun for a in unit.analyses)
            elif unit.kind == "comma" and [u.norm for u in self.units[self.i + 1 : self.i + 3]] == [
                "من",
                "قبل",
            ]:
                pass  # "الاقتحامات المتكررة للأقصى، من قبل ..."
            elif unit.kind == "comma" and self._closes_apposition():
                pass  # "الزيارة التي قام بها فلان، رئيس الحكومة، إلى المغرب"
            elif unit.kind == "comma" and self.i == trigger.unit + 1 and self._carried_on():
                pass  # "مباحثات*،* أجراها، الثلاثاء، السفير مع الوزير"
            elif unit.kind == "comma" and self._partner_follows():
                self.about = False  # "خلال اجتماعه أمس في مقر المجلس، *مع الوزير*"
            elif unit.kind == "comma" and self._insertion(carried=carried):
                continue  # "اللقاء الذي جمع، صباح اليوم، الوزير بالسفير"
            elif unit.kind in ("complementizer", "colon", "quote", "comma") or self.i in self.stops:
                break
            elif unit.ref is not None:
                mentions, after = coordinated(self.sentence, self.i)
                if self.i == trigger.unit + 1 and self._named_by_city(mentions, after):
                    self.i = after  # "في اجتماع *الدوحة*": it is where they met
                    continue
                if not self._goes_places():
                    mentions = self._as_actors(mentions, bare=not (unit.ref.particles or self.pending))
                attached = "" if self._owned(unit) else grammar.preposition(unit.ref.particles)
                self.part = False
                if attached or self.pending:
                    own = gap <= _ADJECTIVES and not self.about and not (attached and goal)
                    marked = found.oblique if own else found.nested
                    self.slot = marked.setdefault(attached or self.pending, [])
                    self.slot.extend(mentions)
                elif self.among:
                    self.slot.extend(mentions)
                elif unit.ref.particles:
                    break
                elif found.suffered:
                    if gap > 1:
                        break  # "هجمات تعرضت لها في الأيام الأخيرة ولإبلاغ *الحلفاء*"
                    found.objects.extend(mentions)
                elif self._takes_genitive(place_of_genitive) or (
                    carried and not found.subjects and self._does()
                ):
                    found.subjects = mentions
                elif not trigger.analysis.definite and not gap:
                    found.objects.extend(mentions)
                elif gap == 1 and self._owner_meant():
                    found.first_inside = mentions
                    break
                else:
                    break
                self.pending, self.among, gap = "", False, 0
                self.i = after
                continue
            elif unit.kind == "preposition":
                if not self._owner_follows(unit):
                    self._preposition(unit)
                    self._topic(unit)
            elif unit.kind in ("date", "adverb"):
                self.pending = ""
            elif unit.kind == "word":
                self._topic(unit)
                if unit.norm in grammar.EACH_OF:
                    self.pending = grammar.preposition(unit.norm.removesuffix("ا")[:-2]) or self.pending
                elif self._stands_for_owner(unit):
                    self.part, self.pending = True, self.pending or unit.preposition
                    place_of_genitive += self.i == place_of_genitive
                elif self._measures(unit):
                    place_of_genitive += self.i == place_of_genitive
                elif (unit.norm in grammar.BOTH and self.i <= trigger.unit + 1) or (
                    unit.norm in grammar.BOTH and self.pending == "بين" and not found.objects
                ):
                    found.both = unit.norm
                else:
                    gap += 1
                    if gap > 4:
                        break
                    goal = goal or (unit.norm.startswith(("ل", "ب")) and len(unit.norm) > 3)
                    if not self._apposed(unit):
                        self.pending = self._aims(unit)
            self.i += 1
        found.end = self.i
        named = found.subjects or (self._goes_places() and found.oblique.get("ل"))  # "زيارة *لوزير الدفاع*"
        owner = self._owner(trigger.unit + 1) if carried and not named else ""
        if owner:
            found.pronouns.setdefault("genitive", owner)

    def _joined_noun(self) -> bool:
        """Tell whether a second noun shares whoever is acted on: "مقتل *وإصابة* ثلاثة جنود"."""
        entry, following, unit = self.trigger.entry, self._following, self.units[self.i : self.i + 1]
        if entry is None or not entry.genitive_object or following is None or following.ref is None:
            return False
        if self.trigger.analysis.definite or self.trigger.analysis.pronoun or following.ref.particles:
            return False
        named = any(a.pos == "noun" and a.conjunction == "و" and not a.definite for a in unit[0].analyses)
        return unit[0].kind == "word" and (named or unit[0].norm in grammar.AND_HARMING)

    def _ended(self) -> bool:
        """Tell whether a verb right behind begins a clause, as the noun has the article: "أنّ اللقاء *تناول*".

        An attack is subject of that clause, and whoever it struck is told there: "أنّ الغارات *استهدفت*".
        """
        return self.trigger.analysis.definite and not self._forceful()

    def _owner(self, first: int) -> str:
        """Return the pronoun of whose meeting a relative clause tells: "اللقاء الذي *عقده*" is "لقاؤه"."""
        entry = self.trigger.entry
        if entry is None or entry.relation.group != "meet" or self.trigger.analysis.pronoun:
            return ""
        for i in range(first, min(first + _ADJECTIVES + 2, self.i)):
            verb = next((a for a in self.units[i].analyses if a.is_verb and not a.conjunction), None)
            if verb is None:
                continue
            if verb.person != "3":
                return ""
            following = self.units[i + 1].norm if i + 1 < len(self.units) else ""
            if verb.pronoun and (verb.pronoun == "ها") != self._is_feminine():
                return verb.pronoun  # "اللقاء الذي *جمعها* بالوزير": the pronoun is no longer the meeting
            if verb.pronoun or following in grammar.PREPOSITION_PRONOUNS:
                return _PRONOUN_OF.get((verb.gender, verb.number), "")
            return ""
        return ""

    def _is_feminine(self) -> bool:
        return self.units[self.trigger.unit].norm.endswith(("ه", "ات"))

    def _judges(self) -> bool:
        entry = self.trigger.entry
        if entry is None:
            return False
        return entry.relation.group in ("blame", "back", "agree") or entry.relation.id == "expressed-concern"

    def _of_what_is_said(self) -> bool:
        """Tell whether a verb belongs to what is said, not to who says it: "الإعلان *عن* زعيم *سيأتي*"."""
        entry = self.trigger.entry
        if entry is None or entry.relation.group != "say":
            return False
        between = self.units[self.trigger.unit + 1 : self.i]
        return any(u.kind == "preposition" and u.norm not in grammar.PREPOSITION_PRONOUNS for u in between)

    def _does(self) -> bool:
        """Tell whether the verb of a relative clause takes up the noun: "الدعم الذي *تقدمه* روسيا"."""
        for unit in reversed(self.units[self.trigger.unit + 1 : self.i]):
            if unit.norm in grammar.PREPOSITION_PRONOUNS:
                return True
            if unit.norm in grammar.ARRANGED:
                return False  # "لقاء *استضافته* الجامعة": who only gives it room
            if unit.norm in grammar.PASSES_ON:
                reference = self.units[self.i].ref
                return reference is not None and reference.type == "person"
            entry = self.trigger.entry
            if unit.kind == "word" and entry is not None and entry.relation.id == "proposed":
                return unit.norm.endswith(("ه", "ها"))  # "عرض مسرحية تحاكي *الشاعر*" is none of his
            if unit.kind == "word":
                return unit.norm.endswith(("ه", "ها", "هما")) or any(a.is_verb for a in unit.analyses)
        return False

    def _closes_apposition(self) -> bool:
        """Tell whether a comma ends what is said of the mention before it, and its phrase goes on."""
        before = self.units[self.i - 1]
        following = self._following
        if before.ref is None or following is None or following.kind != "preposition":
            return False
        tokens = self.sentence.text.tokens[before.first : before.last]
        return any(t.text in grammar.COMMAS for t in tokens)

    def _named_by_city(self, mentions: list[Reference], after: int) -> bool:
        """Tell whether a meeting has the name of the city where it is held, and no party of its name."""
        entry = self.trigger.entry
        if entry is None or not (entry.relation.symmetric and entry.relation.group == "meet"):
            return False
        if len(mentions) != 1 or mentions[0].type != "place" or mentions[0].particles:
            return False
        return not any(u.norm in entry.targets for u in self.units[after : after + _ADJECTIVES])

    def _includes(self, unit: Unit) -> bool:
        following = self._following
        included = any(u is not None and u.norm in grammar.INCLUDES for u in (unit, following))
        return included and self.trigger.entry is not None and self.trigger.entry.relation.id == "visited"

    def _partner_follows(self) -> bool:
        """Tell whether whoever is met is named behind a comma."""
        entry, found = self.trigger.entry, self.found
        if entry is None or not entry.relation.symmetric or self.trigger.analysis.definite:
            return False
        following = self.units[self.i + 1 : self.i + 3]
        named = len(following) == 2 and following[0].norm == "مع" and following[1].ref is not None
        return named and not (entry.targets & found.oblique.keys() or found.objects)

    def _carried_on(self) -> bool:
        """Tell whether a verb behind a comma goes on with the noun before it and takes it up."""
        following = self._following
        return following is not None and any(a.is_verb and a.pronoun for a in following.analyses)

    def _insertion(self, *, carried: bool) -> bool:
        """Step over what stands between two commas: "اجتماعاً*، الأربعاء،* مع", "حرب*، بدعم أميركي،* على"."""
        j = self.i + 1
        while j < min(self.i + 1 + _INSERTED, len(self.units)) and self.units[j].kind != "comma":
            if self.units[j].only_verb or self.units[j].kind in ("complementizer", "colon", "relative"):
                return False
            j += 1
        behind = self.units[j + 1] if j + 1 < len(self.units) else None
        if j == self.i + 1 or behind is None or self.units[j].kind != "comma":
            return False
        timed = all(u.kind in ("date", "adverb") for u in self.units[self.i + 1 : j])
        phrase = self.units[self.i + 1].kind == "preposition" or bool(self.units[self.i + 1].preposition)
        marks = self.trigger.entry.targets if self.trigger.entry is not None else frozenset()
        goes_on = behind.norm in marks or behind.norm in grammar.TOWARDS or behind.norm == "مع"
        if (timed and (carried or goes_on)) or (phrase and carried and behind.norm in marks):
            self.i = j + 1
            return True
        return False

    def _suffered(self, unit: Unit) -> bool:
        """Tell whether a relative clause says who suffers what the noun tells."""
        following = self._following
        return any(u is not None and u.norm in grammar.SUFFERED for u in (unit, following))

    def _topic(self, unit: Unit) -> None:
        """Note where a noun turns to what it is about: the parties stand before that."""
        entry = self.trigger.entry
        if unit.norm in grammar.ABOUT and (entry is None or unit.norm not in entry.targets):
            self.about = True

    def _aims(self, unit: Unit) -> str:
        """Return the preposition on a noun whose owner is aimed at: "دعم إسبانيا لخطة *المغرب*"."""
        entry, norm = self.trigger.entry, unit.norm
        if entry is None or "aim" not in entry.targets:
            return ""
        if self.pending in entry.targets:
            return self.pending  # "اعتراضاً على سياسة *الحكومة*"
        return norm[0] if len(norm) > 3 and norm[0] in ("ل", "ب") else ""

    def _owner_meant(self) -> bool:
        """Tell whether whoever owns the thing spoken of is meant: "رفض إصلاحات *الحكومة*"."""
        entry, before = self.trigger.entry, self.units[self.i - 1]
        if entry is None or "aim" not in entry.targets or before.kind != "word":
            return False
        if entry.relation.group != "blame" and entry.relation.id != "protested":
            return False
        return not (before.norm.removeprefix("و").startswith("ال") or self.found.first_inside)

    def _takes_genitive(self, place: int) -> bool:
        analysis = self.trigger.analysis
        return self.i == place and not (analysis.definite or analysis.pronoun or self.found.subjects)

    def _apposed(self, unit: Unit) -> bool:
        """Tell whether a noun only qualifies the mention that follows it: "مع الحليفة تركيا"."""
        following = self._following
        return unit.norm.startswith("ال") and following is not None and following.ref is not None


def _carries(unit: Unit) -> bool:
    """Tell whether a verb right after a noun goes on telling of it: "لقاء جمع", "اتصال أجراه"."""
    return any(a.is_verb and not a.conjunction for a in unit.analyses)
