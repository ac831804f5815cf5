"""Readers against files made to hurt, and against bytes at random: told, skipped, and never for long."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.corpus.inputs import BODY, lines, outcome, put

DEEP = 100_000
LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
HOSTILE = [
    (
        "a.xml",
        f'<!DOCTYPE r [<!ENTITY l0 "هه">{LAUGHS}]><rss><item><description>&l11;</description></item></rss>',
    ),
    ("a.xml", "<feed><entry><content>" + "<p>" * DEEP + "قال" + "</p>" * DEEP + "</content></entry></feed>"),
    ("a.html", "<table><tr><td>" * 5_000 + BODY),
    ("a.html", "<p>" + "<b>" * DEEP + BODY),
    ("a.json", "[" * DEEP + "]" * DEEP),
    ("a.jsonl", '{"text": ' + "9" * 5_000 + "}"),
    ("a.csv", 'text\n"' + BODY + "\n" * 50_000),
    ("a.csv", "text" + "," * 50_000 + "\n" + BODY + "," * 49_999),
]


@pytest.mark.parametrize(("name", "content"), HOSTILE)
def test_a_hostile_file_ends_soon_and_the_rest_goes_on(tmp_path: Path, name: str, content: str) -> None:
    begin = time.perf_counter()
    documents, errors = outcome(put(tmp_path, name, content), put(tmp_path, "good.txt", BODY))
    assert time.perf_counter() - begin < 10
    assert documents[-1].id == "good.txt"
    assert len(documents) + len(errors) == 2


def test_scripts_and_nested_tables_of_a_page(tmp_path: Path) -> None:
    page = (
        "<html><body><script>var x = 'قال السارق';</script><style>p:after{content:'قال'}</style>"
        f"<p>{BODY}</p><table><tr><td>عمود<table><tr><td>داخلي</td></tr></table></td></tr></table>"
        '<p onclick="alert(1)">انتهى</p></body></html>'
    )
    (document,), errors = outcome(put(tmp_path, "p.html", page))
    assert errors == []
    assert BODY in document.text
    for absent in ("السارق", "content", "alert", "<"):
        assert absent not in document.text


@pytest.mark.parametrize(
    "entity", ["<!ENTITY x SYSTEM {}>", "<!ENTITY % x SYSTEM {}> %x;", "<!ENTITY x PUBLIC 'p' {}>"]
)
def test_no_entity_brings_another_file_in(tmp_path: Path, entity: str) -> None:
    secret = put(tmp_path, "secret.txt", "السر المكتوم")
    declared = entity.format(f'"{secret.as_uri()}"')
    for text in ("قال الوزير", "قال &x; الوزير"):
        feed = f"<!DOCTYPE rss [{declared}]><rss><item><description>{text}</description></item></rss>"
        documents, errors = outcome(put(tmp_path, "a.xml", feed), put(tmp_path, "good.txt", BODY))
        assert documents[-1].id == "good.txt"
        assert len(documents) + len(errors) == 2
        assert not any("السر" in d.text for d in documents)
        page = f"<!DOCTYPE html [{declared}]><html><body><p>{BODY} {text}</p></body></html>"
        documents, errors = outcome(put(tmp_path, "a.html", page))
        assert not any("السر" in d.text for d in documents)


SAMPLES = [
    lines({"text": BODY, "date": "2024-06-25"}, {"id": "x", "text": BODY}).encode(),
    f'id,text\n1,"{BODY}"\n'.encode(),
    f"<html><head><title>خ</title></head><body><p>{BODY}</p></body></html>".encode(),
    f"<rss><channel><title>خ</title><item><description>{BODY}</description></item></channel></rss>".encode(),
    gzip.compress(lines({"text": BODY}).encode(), mtime=0),
    (BODY * 3).encode("cp1256"),
    BODY.encode("utf-16"),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good file with a piece cut out and random bytes put in."""
    data = draw(st.sampled_from(SAMPLES))
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 20)))
    return data[:start] + draw(st.binary(max_size=12)) + data[end:]


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(data=st.one_of(st.binary(max_size=200), damaged()))
@example(data=b"\xff\xfe\x00")
@example(data=b"\x1f\x8b")
@example(data=b'"')
def test_any_bytes_in_any_kind_of_file(tmp_path: Path, data: bytes) -> None:
    for name in (
        "a.txt",
        "a.jsonl",
        "a.json",
        "a.csv",
        "a.html",
        "a.xml",
        "a.jsonl.gz",
        "a.csv.zst",
        "a.parquet",
    ):
        documents, errors = outcome(put(tmp_path, name, data), date="2024-06-25")
        assert documents or errors
        for document in documents:
            assert document.text.startswith(document.title)
            document.text.encode("utf-8")  # can be written
            document.id.encode("utf-8")
