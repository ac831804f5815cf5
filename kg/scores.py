"""Counts of right answers, and the figures made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import KgError


@dataclass(slots=True)
class Counts:
    """How many of the system's answers and of the gold answers there are, and how many of them agree."""

    right: int = 0
    system: int = 0
    gold: int = 0

    def add(self, right: int, system: int, gold: int) -> None:
        """Add the counts of one article."""
        self.right += right
        self.system += system
        self.gold += gold

    @property
    def precision(self) -> float:
        """Share of the system's answers that are right."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold answers that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (van Rijsbergen, *Information Retrieval*, 1979).

        Examples
        --------
        >>> Counts(right=2, system=4, gold=2).f1
        0.6666666666666666
        """
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def figures(self) -> dict[str, float | int | None]:
        """Give the figures, rounded to four places."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**{k: round(v, 4) for k, v in shares.items()}, "gold": self.gold, "system": self.system}


@dataclass(slots=True)
class Share:
    """How many of the matched events also have a detail right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one event."""
        self.right += right
        self.of += 1

    def figures(self) -> dict[str, float | int | None]:
        """Give the figures, rounded to four places."""
        return {"accuracy": round(self.right / self.of, 4) if self.of else None, "of": self.of}


def conll_scores(
    gold_tags: Sequence[Sequence[str]], predicted_tags: Sequence[Sequence[str]]
) -> dict[str, Counts]:
    """Compare names tagged word by word (B-PERS, I-PERS, O), name by name.

    A name counts as found where its words and its type are equal. An ``I-`` that follows no tag of its type
    begins a name, as in ``conlleval`` (Tjong Kim Sang and Buchholz, CoNLL-2000).

    Parameters
    ----------
    gold_tags, predicted_tags : sequence of sequence of str
        Tags of each sentence.

    Returns
    -------
    dict of str to Counts
        By type, sorted, and ``all``.

    Raises
    ------
    KgError
        Where a sentence has more tags on one side.

    Examples
    --------
    >>> scores = conll_scores([["B-PERS", "I-PERS", "O", "B-LOC"]], [["B-PERS", "I-PERS", "O", "O"]])
    >>> scores["PERS"].f1, scores["LOC"].recall, scores["all"].precision
    (1.0, 0.0, 1.0)
    """
    if len(gold_tags) != len(predicted_tags):
        raise KgError(f"{len(gold_tags)} sentences are annotated and {len(predicted_tags)} predicted")
    by_type: dict[str, Counts] = defaultdict(Counts)
    for number, (gold, predicted) in enumerate(zip(gold_tags, predicted_tags, strict=True), 1):
        if len(gold) != len(predicted):
            raise KgError(f"sentence {number} has {len(gold)} tags, but {len(predicted)} were predicted")
        wanted, found = _names(gold), _names(predicted)
        for type_ in {t for _, _, t in wanted | found}:
            of_type = {n for n in wanted if n[2] == type_}, {n for n in found if n[2] == type_}
            by_type[type_].add(len(of_type[0] & of_type[1]), len(of_type[1]), len(of_type[0]))
    total = Counts()
    for counts in by_type.values():
        total.add(counts.right, counts.system, counts.gold)
    return {**dict(sorted(by_type.items())), "all": total}


def _names(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names of a sentence: first word, word behind the last, type."""
    names: set[tuple[int, int, str]] = set()
    start, current = 0, ""
    for i, tag in enumerate((*tags, "O")):
        prefix, _, type_ = tag.partition("-")
        goes_on = prefix == "I" and type_ == current
        if current and not goes_on:
            names.add((start, i, current))
            current = ""
        if type_ and not goes_on:
            start, current = i, type_
    return names
