"""Precision, recall and F1 against articles that people annotated.

The rules: an actor matches a gold actor where a normalised name, alias or mention is equal, one to one, those
with most shared names first; an event matches where relation, source and target match, in either order for
symmetric relations. Places and groups of the system that take part in none of its events and match nothing
are not counted.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Actor, Dataset, Relation
from kg.scores import Counts, Share, conll_scores

__all__ = [
    "Counts",
    "Evaluation",
    "Share",
    "align",
    "comparable",
    "conll_scores",
    "evaluate",
    "read_conll",
    "table",
]

_DROPPED = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_VARIANTS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
_PUNCTUATION = re.compile(r"[^\w\s]")
_TAG = re.compile(r"O|[BI]-\S+")
_ROLES = ("source_id", "target_id", "attributed_to_id", "place_id")

Key = tuple[str, str, str]
Row = Mapping[str, str]


@dataclass(slots=True)
class Evaluation:
    """The figures of a whole gold file.

    Parameters
    ----------
    articles : int
    scores : dict of str to Counts
        ``actors``, ``actors typed``, ``events strict``, ``events by group`` and ``pairs``.
    details : dict of str to Share
        ``status``, ``attribution``, ``date`` and ``place`` accuracy on the matched events.
    relations : dict of str to Counts
        Strict, by relation.
    errors : list of dict
        For each article what was missed and what was spurious.
    """

    articles: int = 0
    scores: dict[str, Counts] = field(
        default_factory=lambda: {
            row: Counts() for row in ("actors", "actors typed", "events strict", "events by group", "pairs")
        }
    )
    details: dict[str, Share] = field(
        default_factory=lambda: {
            f"{name} accuracy": Share() for name in ("status", "attribution", "date", "place")
        }
    )
    relations: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    errors: list[dict[str, Any]] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, float | int | None]]:
        """Give all rows with their figures."""
        scores = {name: counts.figures() for name, counts in self.scores.items()}
        return scores | {name: share.figures() for name, share in self.details.items()}

    def text(self) -> str:
        """Give one row a line."""
        return f"{self.articles} articles\n" + table(self.figures())

    def error_lines(self) -> str:
        """Give what was missed and what was spurious, a JSON object an article."""
        return "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in self.errors)

    def json(self) -> str:
        """Give the figures, and the counts by relation, as JSON."""
        relations = {
            name: {"gold": c.gold, "tp": c.right, "sys": c.system}
            for name, c in sorted(self.relations.items())
        }
        return json.dumps({"figures": self.figures(), "relations": relations}, ensure_ascii=False, indent=1)


def evaluate(gold: str | Path, dataset: Dataset, relations: Mapping[str, Relation]) -> Evaluation:
    """Compare a data set with annotated articles.

    Parameters
    ----------
    gold : str or Path
        JSON lines, an article a line: ``id``, ``actors`` (``id``, ``type``, ``name``, ``mentions``) and
        ``events`` (``relation``, ``source``, ``target``, ``status``, ``attributed_to``, ``date``, ``place``).
    dataset : Dataset
        What was read in the same articles, under the same ids.
    relations : mapping of str to Relation
        Says which relations are symmetric, and the group of each.

    Returns
    -------
    Evaluation

    Raises
    ------
    InputError
        Where the gold file cannot be read; it names the line.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     gold = Path(folder, "gold.jsonl")
    ...     _ = gold.write_text('{"id": "d", "actors": [], "events": []}', "utf-8")
    ...     evaluate(gold, Dataset((), (), (), ()), {}).articles
    1
    """
    from kg.export.tables import COLUMNS, rows

    events: dict[str, list[Row]] = defaultdict(list)
    for cells in rows(dataset, relations)["events"]:
        row = {name: str(cell) for name, cell in zip(COLUMNS["events"], cells, strict=True)}
        events[row["doc_id"]].append(row)
    mentions: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in dataset.mentions:
        mentions[mention.doc_id][mention.actor_id].add(comparable(mention.text))
    actors = {actor.id: actor for actor in dataset.actors}
    result = Evaluation()
    for number, article in _articles(Path(gold)):
        try:
            doc_id = article["id"]
            _Comparison(article, events[doc_id], mentions[doc_id], actors, relations).add_to(result)
        except (KeyError, TypeError) as error:
            raise InputError(str(gold), f"is no annotated article: {error!r}", number) from None
    return result


def comparable(text: str) -> str:
    """Fold spelling variants, so that two writings of one name compare equal.

    Diacritics and tatweel go; the forms of alef, ya, ta marbuta and hamza carriers become one; punctuation
    counts as a space.

    Examples
    --------
    >>> comparable("“أنطوني” بلينكن") == comparable("انطونى بلينكن")
    True
    """
    folded = _DROPPED.sub("", text).translate(_VARIANTS)
    return " ".join(_PUNCTUATION.sub(" ", folded).lower().split())


def align(gold: Mapping[str, set[str]], system: Mapping[str, set[str]]) -> dict[str, str]:
    """Match actors of the system with gold actors, one to one, those that share most names first.

    Parameters
    ----------
    gold, system : mapping of str to set of str
        Comparable names by actor id.

    Returns
    -------
    dict of str to str
        From the system's id to the gold one.

    Examples
    --------
    >>> align({"a": {"x", "y"}, "b": {"y"}}, {"1": {"y"}, "2": {"x", "y"}})
    {'2': 'a', '1': 'b'}
    """
    candidates = []
    for system_id, system_names in system.items():
        for gold_id, gold_names in gold.items():
            if shared := system_names & gold_names:
                candidates.append((-len(shared), -max(map(len, shared)), system_id, gold_id))
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, system_id, gold_id in sorted(candidates):
        if system_id not in matched and gold_id not in taken:
            matched[system_id] = gold_id
            taken.add(gold_id)
    return matched


class _Comparison:
    """One article, as annotated and as read."""

    def __init__(
        self,
        article: Mapping[str, Any],
        rows: Sequence[Row],
        mentions: Mapping[str, set[str]],
        actors: Mapping[str, Actor],
        relations: Mapping[str, Relation],
    ) -> None:
        self.article, self.actors, self.relations = article, actors, relations
        self.active = {row[role] for row in rows for role in _ROLES if row[role]}
        self.gold_actors = {actor["id"]: actor for actor in article["actors"]}
        gold_names = {
            actor["id"]: {comparable(name or "") for name in (actor["name"], *actor["mentions"])} - {""}
            for actor in article["actors"]
        }
        self.names = {
            actor_id: (mentions.get(actor_id, set()) | self._listed(actor_id)) - {""}
            for actor_id in sorted(self.active | set(mentions))
        }
        self.matched = align(gold_names, self.names)
        self.gold: dict[Key, Mapping[str, Any]] = {}
        for event in article["events"]:
            self.gold.setdefault(self._key(event["relation"], event["source"], event["target"]), event)
        self.system: dict[Key, Row] = {}
        for row in rows:
            roles = (self._as_gold(row["source_id"]), self._as_gold(row["target_id"]))
            self.system.setdefault(self._key(row["relation"], *roles), row)

    def add_to(self, result: Evaluation) -> None:
        """Add the counts of this article."""
        result.articles += 1
        idle = {a for a in self.names if a not in self.matched and self._is_idle(a)}
        counted = len(self.names) - len(idle)
        typed = sum(self._type(s) == self.gold_actors[g]["type"] for s, g in self.matched.items())
        result.scores["actors"].add(len(self.matched), counted, len(self.gold_actors))
        result.scores["actors typed"].add(typed, counted, len(self.gold_actors))
        for row, fold in (("events strict", set), ("events by group", self._groups), ("pairs", _pairs)):
            gold, system = fold(self.gold), fold(self.system)
            result.scores[row].add(len(gold & system), len(system), len(gold))
        for key in self.gold:
            result.relations[key[0]].add(int(key in self.system), 0, 1)
        for key in self.system:
            result.relations[key[0]].add(0, 1, 0)
        for key in self.gold.keys() & self.system.keys():
            self._compare_details(self.gold[key], self.system[key], result.details)
        result.errors.append(self._errors(idle))

    def _compare_details(self, gold: Mapping[str, Any], row: Row, details: Mapping[str, Share]) -> None:
        stated = row["status"] or "occurred"
        details["status accuracy"].add(stated == (gold.get("status") or "occurred"))
        on_word_of = self._as_gold(row["attributed_to_id"])
        details["attribution accuracy"].add(on_word_of == gold.get("attributed_to"))
        if gold.get("date"):
            details["date accuracy"].add(row["date"] == gold["date"])
        if gold.get("place"):
            details["place accuracy"].add(self._as_gold(row["place_id"]) == gold["place"])

    def _listed(self, actor_id: str) -> set[str]:
        actor = self.actors.get(actor_id)
        return {comparable(name) for name in (actor.name_ar, *actor.aliases)} if actor else set()

    def _type(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        return actor.type if actor else ""

    def _is_idle(self, actor_id: str) -> bool:
        """Gold lists places and groups only where they take part in an event."""
        return actor_id not in self.active and self._type(actor_id) in ("place", "group")

    def _as_gold(self, actor_id: str) -> str | None:
        return self.matched.get(actor_id, "?" + actor_id) if actor_id else None

    def _key(self, relation: str, source: str | None, target: str | None) -> Key:
        known = self.relations.get(relation)
        first, second = source or "", target or ""
        if known and known.symmetric and second < first:
            first, second = second, first
        return relation, first, second

    def _groups(self, events: Iterable[Key]) -> set[Key]:
        """Put the group in place of the relation; who is source and who target does not count."""
        groups = {name: relation.group for name, relation in self.relations.items()}
        return {(groups.get(name, name), min(a, b), max(a, b)) for name, a, b in events}

    def _errors(self, idle: set[str]) -> dict[str, Any]:
        right = self.gold.keys() & self.system.keys()
        found = set(self.matched.values())
        return {
            "id": self.article["id"],
            "actors_missed": [a["name"] for i, a in self.gold_actors.items() if i not in found],
            "actors_spurious": [
                self._name("?" + a) for a in self.names if a not in self.matched and a not in idle
            ],
            "events_missed": [self._shown(k, e) for k, e in self.gold.items() if k not in right],
            "events_spurious": [self._shown(k, e) for k, e in self.system.items() if k not in right],
            "events_right": [self._shown(k) for k in self.gold if k in right],
        }

    def _shown(self, key: Key, event: Mapping[str, Any] | None = None) -> str:
        head = f"{key[0]}({self._name(key[1])}, {self._name(key[2])})"
        if event is None:
            return head
        return f"{head} ← {event.get('trigger', '')} | {event.get('sentence', '')[:80]}"

    def _name(self, actor_id: str) -> str:
        if actor_id.startswith("?"):
            actor = self.actors.get(actor_id[1:])
            return (actor.name_ar if actor else actor_id[1:]) + "*"
        return str(self.gold_actors[actor_id]["name"]) if actor_id in self.gold_actors else actor_id or "-"


def _pairs(events: Iterable[Key]) -> set[Key]:
    """Who with whom, whatever the relation."""
    return {("", min(a, b), max(a, b)) for _, a, b in events if a and b}


def read_conll(path: str | Path) -> tuple[list[list[str]], list[list[str]]]:
    """Read a file with a word and its tag a line, and an empty line after each sentence.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    (list of list of str, list of list of str)
        Words and tags of each sentence.

    Raises
    ------
    InputError
        Where a line is neither, or nothing is there; it names the line.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "test.conll").write_text("زار O|الأردن B-LOC|".replace("|", chr(10)), "utf-8")
    ...     read_conll(Path(folder, "test.conll"))
    ([['زار', 'الأردن']], [['O', 'B-LOC']])
    """
    sentences: list[list[str]] = [[]]
    tags: list[list[str]] = [[]]
    for number, line in enumerate(_lines(Path(path)), 1):
        cells = line.split()
        if not cells:
            if sentences[-1]:
                sentences.append([])
                tags.append([])
        elif len(cells) < 2 or not _TAG.fullmatch(cells[-1]):
            problem = f"a word and a tag were expected (O, B-PERS, I-LOC), not {line[:40]!r}"
            raise InputError(str(path), problem, number)
        else:
            sentences[-1].append(cells[0])
            tags[-1].append(cells[-1])
    if not sentences[-1]:
        del sentences[-1], tags[-1]
    if not sentences:
        raise InputError(str(path), "holds no sentence")
    return sentences, tags


def table(rows: Mapping[str, Mapping[str, float | int | None]]) -> str:
    r"""Write figures, a row a line.

    Examples
    --------
    >>> table({"PERS": {"f1": 0.5}})
    'PERS                  f1 0.5\n'
    """
    cells = {
        name: "  ".join(f"{label} {figure}" for label, figure in row.items()) for name, row in rows.items()
    }
    return "".join(f"{name:22}{row}\n" for name, row in cells.items())


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        raise InputError(str(path), "no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({error})") from None


def _articles(path: Path) -> Iterable[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise InputError(str(path), f"is not JSON ({error})", number) from None
