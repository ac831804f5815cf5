"""Checks a graph against the rules that its pattern promises."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.model import Dataset


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault."""

    subject: str
    rule: str
    problem: str
    advice: str


def validate(source: Dataset | Path | str) -> list[Fault]:
    """Check."""
    return []
