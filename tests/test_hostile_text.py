"""Arabic as it comes: letters of neighbours, marks anywhere, no stops, ids of any kind; all of it is read."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.export import FORMATS
from kg.model import Extraction
from tests.checks import check_offsets
from tests.corpus.inputs import lines
from tests.sentences import read

PLAIN = (
    "التقى وزير الخارجية المصري سامح شكري نظيره الأميركي أنتوني بلينكن في القاهرة. "
    "وقالت السعودية إن إيران هاجمت لبنان."
)


def presented(form: str) -> dict[str, str]:
    """Letters, and pairs of them, to their presentation forms of one kind."""
    found = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        text = "".join(chr(int(letter, 16)) for letter in letters)
        if kind == f"<{form}>" and unicodedata.category(text[:1]) == "Lo":
            found.setdefault(text, chr(code))
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def in_forms(form: str) -> Callable[[str], str]:
    def write(text: str) -> str:
        for letters, shape in presented(form).items():
            text = text.replace(letters, shape)
        return text

    return write


def after_each_letter(mark: str) -> Callable[[str], str]:
    return lambda text: "".join(c + mark if c.isalpha() else c for c in text)


def around_each_word(before: str, after: str) -> Callable[[str], str]:
    return lambda text: " ".join(before + word + after for word in text.split())


def replaced(**letters: str) -> Callable[[str], str]:
    return lambda text: text.translate({ord(k): v for k, v in letters.items()})


WRITINGS: dict[str, Callable[[str], str]] = {
    "isolated forms": in_forms("isolated"),
    "initial forms": in_forms("initial"),
    "medial forms": in_forms("medial"),
    "final forms": in_forms("final"),
    "Persian letters": replaced(ك="ک", ي="ی", ى="ی"),
    "Kurdish letters": replaced(ي="ێ", ه="ھ", ة="ە", و="ۆ"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "diacritics": after_each_letter("\u0651\u064e"),
    "tatweel": after_each_letter("ـ"),
    "long tatweel": after_each_letter("ـ" * 5),
    "joiners": after_each_letter("\u200d"),
    "non-joiners": after_each_letter("\u200c"),
    "soft hyphens": after_each_letter("\u00ad"),
    "right-to-left marks": after_each_letter("\u200f"),
    "letter marks": after_each_letter("\u061c"),
    "byte-order marks": after_each_letter("\ufeff"),
    "embeddings": around_each_word("\u202b", "\u202c"),
    "overrides": around_each_word("\u202e", "\u202c"),
    "isolates": around_each_word("\u2067", "\u2069"),
    "open isolates": around_each_word("\u2068", ""),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "no final stop": lambda text: text.rstrip("."),
    "a mark at the beginning": lambda text: "\ufeff" + text,
}


def told(extraction: Extraction) -> list[tuple[str, str | None, str | None]]:
    return [(c.relation, c.source_id, c.target_id) for c in extraction.claims]


@pytest.mark.parametrize("writing", WRITINGS)
def test_the_same_is_read_however_it_is_written(writing: str) -> None:
    text = WRITINGS[writing](PLAIN)
    assert text != PLAIN
    extraction = read(text)
    check_offsets(extraction)
    assert told(extraction) == told(read(PLAIN)) != []


def test_a_hundred_thousand_sentences() -> None:
    extraction = read("نعم. " * 99_999 + PLAIN)
    check_offsets(extraction)
    assert told(extraction) == told(read(PLAIN))


IDS = [
    "../../evil",
    "a/b",
    'a"b',
    "a b",
    "<script>",
    "=1+1",
    "..",
    "%2F",
    "C:\\x",
    "'; DROP",
    "x" * 3_000,
    "قال",
]


def test_ids_of_any_characters_name_articles_and_no_files(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(lines(*({"id": id_, "text": PLAIN} for id_ in IDS)), encoding="utf-8")
    before = sorted(p.name for p in tmp_path.parent.iterdir())
    formats = ",".join([*FORMATS, "html"])
    with pytest.raises(SystemExit) as end:
        main(["build", str(source), "-o", str(tmp_path / "out"), "--format", formats])
    assert end.value.code in (None, 0)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out"]
    assert sorted(p.name for p in tmp_path.parent.iterdir()) == before
    names = {p.name for p in (tmp_path / "out").rglob("*")}
    assert not [name for name in names if "evil" in name or "script" in name or len(name) > 100]
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as file:
        assert [row["doc_id"].removeprefix("'") if row["doc_id"][1:2] == "=" else row["doc_id"]
                for row in csv.DictReader(file)] == IDS  # fmt: skip
    subjects = {quad.subject.value for quad in ox.parse(path=tmp_path / "out" / "graph.nq")}
    assert len([s for s in subjects if "/doc/" in s]) == len(IDS)
    assert not [s for s in subjects if "/../" in s or " " in s or "<" in s]
