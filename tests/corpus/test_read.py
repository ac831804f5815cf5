"""Readers: what each kind of file becomes."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import sys
from pathlib import Path

import pytest
import zstandard

from kg.corpus import measure, read
from kg.errors import InputError
from kg.model import Document
from tests.corpus.inputs import BODY, DAY, lines, outcome, put

# ---------------------------------------------------------------- what each kind becomes

PAGE_BODY = (
    "التقى وزير الخارجية الأردني نظيره المصري في عمّان أمس الإثنين، وبحثا سبل وقف إطلاق النار في المنطقة.\n"
    "وقال الوزير في مؤتمر صحافي إن اللقاء كان مثمراً، مضيفاً أن الجانبين اتفقا على مواصلة التشاور."
)
PAGE = """<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>قمة في عمّان | وكالة النهار</title>
<meta property="og:title" content="قمة في عمّان"><meta property="og:site_name" content="وكالة النهار">
<meta property="article:published_time" content="2024-06-25T09:30:00+03:00">
<link rel="canonical" href="https://example.org/a/1"></head><body>
<nav><a href="/">الرئيسية</a></nav><article><h1>قمة في عمّان</h1>
<p>التقى وزير الخارجية الأردني نظيره المصري في عمّان أمس الإثنين، وبحثا سبل وقف إطلاق النار في المنطقة.</p>
<p>وقال الوزير في مؤتمر صحافي إن اللقاء كان مثمراً، مضيفاً أن الجانبين اتفقا على مواصلة التشاور.</p>
<script>document.write("نص لا يقرأ")</script></article>
<footer>جميع الحقوق محفوظة 2019-01-01</footer></body></html>"""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>وكالة النهار</title>
<item><title>قمة في عمّان</title><guid>n-1</guid><link>https://example.org/1</link>
<pubDate>Tue, 25 Jun 2024 23:30:00 +0300</pubDate><description>ملخص</description>
<content:encoded><![CDATA[<p>التقى <b>الوزير</b> نظيره.</p><p>وقال إنه متفائل.</p>]]></content:encoded></item>
<item><title>خبر ثان</title><guid>n-2</guid>
<description>&lt;p&gt;زار الرئيس بغداد.&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>النهار</title><entry><title>قمة</title><id>urn:1</id>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
<published>2024-06-25T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>التقى الوزير نظيره.</p><p>وغادر.</p></div></content></entry></feed>"""

KINDS = [
    ("a.txt", BODY, Document("a.txt", BODY)),
    ("a.txt", "\ufeff" + BODY + "\r\nوقال.\rوأضاف.\n", Document("a.txt", BODY + "\nوقال.\nوأضاف.\n")),
    ("a.txt", (BODY + "\r\n").encode("utf-16"), Document("a.txt", BODY + "\n")),
    (
        "a.jsonl",
        lines(
            {
                "id": 7,
                "title": "قمة",
                "text": BODY,
                "date": "2024-06-25",
                "outlet": "النهار",
                "url": "u",
                "x": 1,
            }
        ),
        Document("7", f"قمة\n\n{BODY}", "قمة", DAY, "النهار", "u"),
    ),
    ("a.jsonl", "\ufeff\n" + lines({"text": "قال.\r\nوأضاف"}), Document("a.jsonl:2", "قال.\r\nوأضاف")),
    ("a.ndjson", lines({"text": BODY, "title": " ", "date": None, "id": ""}), Document("a.ndjson:1", BODY)),
    ("a.jsonl", lines({"text": BODY}).encode("utf-16"), Document("a.jsonl:1", BODY)),
    ("a.jsonl", b'{"text": "\\ud83d \xd9\x82\xd8\xa7\xd9\x84"}', Document("a.jsonl:1", "\ufffd قال")),
    ("a.json", json.dumps([{"text": BODY, "id": "q"}]), Document("q", BODY)),
    ("a.json", json.dumps({"text": BODY}, indent=1), Document("a.json:1", BODY)),
    (
        "a.csv",
        'title,text,date\r\nقمة,"قال:\n""نعم""",2024-06-25T00:00:00Z\r\n',
        Document("a.csv:2", 'قمة\n\nقال:\n"نعم"', "قمة", DAY),
    ),
    ("a.csv", f"\ufeffid;text\nn1;{BODY}\n", Document("n1", BODY)),
    ("a.tsv", f"id\ttext\nn1\t{BODY}\n", Document("n1", BODY)),
    ("a.csv", f"id,text\nn1,{BODY}\n".encode("utf-16"), Document("n1", BODY)),
    (
        "a.html",
        PAGE,
        Document(
            "a.html",
            f"قمة في عمّان\n\n{PAGE_BODY}",
            "قمة في عمّان",
            DAY,
            "وكالة النهار",
            "https://example.org/a/1",
        ),
    ),
    (
        "a.atom",
        ATOM,
        Document(
            "urn:1", "قمة\n\nالتقى الوزير نظيره.\nوغادر.", "قمة", DAY, "النهار", "https://example.org/1"
        ),
    ),
]


@pytest.mark.parametrize(("name", "content", "expected"), KINDS)
def test_one_article_of_each_kind(
    tmp_path: Path, name: str, content: str | bytes, expected: Document
) -> None:
    assert outcome(put(tmp_path, name, content)) == ([expected], [])


def test_rss_takes_the_fullest_body_and_the_feed_as_outlet(tmp_path: Path) -> None:
    documents, errors = outcome(put(tmp_path, "f.rss", RSS))
    assert errors == []
    assert documents == [
        Document(
            "n-1",
            "قمة في عمّان\n\nالتقى الوزير نظيره.\nوقال إنه متفائل.",
            "قمة في عمّان",
            DAY,
            "وكالة النهار",
            "https://example.org/1",
        ),
        Document("n-2", "خبر ثان\n\nزار الرئيس بغداد.", "خبر ثان", None, "وكالة النهار"),
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="DC.date" content="2024-06-25">', DAY),
        ('<meta itemprop="datePublished" content="2024-06-25T01:00:00Z">', DAY),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "Person"}, {"@type": ["NewsArticle"], '
            '"datePublished": "2024-06-25"}]}</script>',
            DAY,
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ("<title>نشر في 25 يونيو 2024</title>", None),
        ('<link rel="canonical" href="https://example.org/2024/06/25/a">', None),
    ],
)
def test_a_page_has_the_date_of_its_metadata_or_none(
    tmp_path: Path, head: str, expected: dt.date | None
) -> None:
    page = f'<html><head><meta charset="utf-8">{head}</head><body><p>{BODY} 25 يونيو 2024</p></body></html>'
    documents, errors = outcome(put(tmp_path, "p.html", page))
    assert errors == []
    assert [d.date for d in documents] == [expected]


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{BODY}</p></body></html>'
    documents, _ = outcome(put(tmp_path, "p.html", page.encode("cp1256")))
    assert [d.text for d in documents] == [BODY]


def test_a_page_that_declares_an_unknown_encoding_is_read_as_utf_8(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="arabic-1"></head><body><p>{BODY}</p></body></html>'
    documents, _ = outcome(put(tmp_path, "p.html", page))
    assert [d.text for d in documents] == [BODY]


def test_parquet(tmp_path: Path) -> None:
    import pandas as pd

    path = tmp_path / "a.parquet"
    frame = pd.DataFrame(
        {
            "id": [5, 6],
            "body": [BODY, BODY + "!"],
            "date": pd.to_datetime(["2024-06-25", None]),
            "no": [1.0, 2.0],
        }
    )
    frame.to_parquet(path)
    packed = put(tmp_path, "b.parquet.gz", gzip.compress(path.read_bytes()))
    expected = [Document("5", BODY, date=DAY), Document("6", BODY + "!")]
    assert outcome(path, columns={"text": "body"}) == (expected, [])
    assert outcome(packed, columns={"text": "body"}) == (expected, [])
    assert outcome(path) == (
        [],
        [
            "a.parquet: has no 'text'; found: id, body, date, no. "
            "Say which one holds the article with --columns text=NAME"
        ],
    )


def test_packed_files(tmp_path: Path) -> None:
    plain = lines({"text": BODY}, {"text": BODY + "!"}).encode()
    gz = put(tmp_path, "a.jsonl.gz", gzip.compress(plain))
    # Two frames: what tools that append leave behind.
    zst = put(
        tmp_path, "b.jsonl.zst", b"".join(zstandard.compress(p) for p in plain.splitlines(keepends=True))
    )
    documents, errors = outcome(gz, zst)
    assert errors == []
    assert [(d.id, d.text) for d in documents] == [
        ("a.jsonl.gz:1", BODY),
        ("a.jsonl.gz:2", BODY + "!"),
        ("b.jsonl.zst:1", BODY),
        ("b.jsonl.zst:2", BODY + "!"),
    ]


# ---------------------------------------------------------------- several inputs


def test_a_folder_is_read_by_name_without_hidden_foreign_and_own_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".hidden/c.txt", "notes.pdf", "noend"):
        put(tmp_path, name, BODY)
    for name in ("actors.csv", "mentions.csv", "events.csv", "more.txt"):
        put(tmp_path, f"out/{name}", BODY)
    documents, errors = outcome(tmp_path)
    assert [d.id for d in documents] == ["a/b.txt", "a/z.txt", "b.txt"]
    assert errors == []


def test_files_of_one_name_in_two_folders_get_ids_of_their_own(tmp_path: Path) -> None:
    first, second = put(tmp_path, "x/a.txt", BODY), put(tmp_path, "y/a.txt", BODY + "!")
    documents, errors = outcome(first, second, first)
    assert [(d.id, d.text) for d in documents] == [("a.txt", BODY), ("a.txt~2", BODY + "!")]
    assert errors == ["a.txt: id 'a.txt' is taken by a.txt: an id must name one article"]


class _Pipe(io.BytesIO):
    """Standard input without a file behind it."""


@pytest.mark.parametrize(
    ("content", "ids"),
    [(BODY, ["stdin"]), ("\ufeff " + lines({"text": BODY}, {"id": "k", "text": BODY}), ["stdin:1", "k"])],
)
def test_standard_input_is_text_or_json_lines(
    monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(_Pipe(content.encode())))
    documents, errors = outcome("-")
    assert [d.id for d in documents] == ids
    assert errors == []
    assert not sys.stdin.closed


def test_texts_and_documents_are_inputs_too() -> None:
    documents, errors = outcome(BODY, Document("d", BODY), "سطر\nسطر", date="2024-06-25")
    assert [(d.id, d.date) for d in documents] == [("text:1", DAY), ("d", DAY), ("text:2", DAY)]
    assert errors == []


# ---------------------------------------------------------------- options


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return put(
        tmp_path,
        "n.jsonl",
        lines(
            {"id": "1", "body": BODY, "day": "2024-06-24", "outlet": "A"},
            {"id": "2", "body": BODY, "day": "2024-06-25", "outlet": "B"},
            {"id": "3", "body": BODY, "outlet": "a"},
        ),
    )


@pytest.mark.parametrize(
    ("options", "ids", "skipped"),
    [
        ({}, ["1", "2", "3"], 0),
        ({"limit": 2}, ["1", "2"], 0),
        ({"limit": 0}, [], 0),
        ({"outlet": "a"}, ["1", "3"], 0),
        ({"since": "2024-06-25"}, ["2"], 1),
        ({"since": "2024-06-25", "date": "2024-06-26"}, ["2", "3"], 0),
    ],
)
def test_options_choose_articles(
    three: Path, options: dict[str, object], ids: list[str], skipped: int
) -> None:
    documents, errors = outcome(three, columns={"text": "body", "date": "day"}, **options)
    assert [d.id for d in documents] == ids
    assert len(errors) == skipped


def test_a_date_given_does_not_replace_that_of_the_article(three: Path) -> None:
    documents, _ = outcome(three, columns={"text": "body", "date": "day"}, date=DAY)
    assert [d.date for d in documents] == [dt.date(2024, 6, 24), DAY, DAY]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-06-25", DAY),
        (" 2024-06-25 ", DAY),
        ("20240625", DAY),
        ("2024-06-25T23:59:59Z", DAY),
        ("2024-06-25 01:00:00.123+0300", DAY),
        ("", None),
        (None, None),
        ("0000-00-00", None),
        ("0000-00-00 00:00:00", None),
    ],
)
def test_dates(tmp_path: Path, written: str | None, expected: dt.date | None) -> None:
    documents, errors = outcome(put(tmp_path, "a.jsonl", lines({"text": BODY, "date": written})))
    assert errors == []
    assert [d.date for d in documents] == [expected]


def test_files_are_read_only_as_far_as_they_are_wanted(three: Path, tmp_path: Path) -> None:
    stream = read([three, tmp_path / "gone.txt"], columns={"text": "body", "date": "day"})
    assert next(stream).id == "1"
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        list(stream)


def test_bytes_read_add_up_to_the_size_on_disk(tmp_path: Path) -> None:
    paths = [
        put(tmp_path, "a.txt", BODY),
        put(tmp_path, "b.jsonl.gz", gzip.compress(lines({"text": BODY}).encode())),
    ]
    seen: list[int] = []
    list(read(paths, on_bytes=seen.append))
    assert sum(seen) == measure(paths) == sum(p.stat().st_size for p in paths)


@pytest.mark.parametrize(
    "options", [{"columns": {"body": "text"}}, {"date": "25/6/2024"}, {"since": "2024-13-01"}]
)
def test_bad_options_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(InputError):
        outcome(BODY, **options)
