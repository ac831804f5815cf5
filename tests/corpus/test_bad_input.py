"""Bad input: what is said of it, while the rest goes on."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from kg.cli import main
from kg.corpus import read
from kg.errors import InputError
from tests.corpus.inputs import BODY, lines, outcome, put

CP1256 = (BODY * 3).encode("cp1256")
ICONV = "is not UTF-8; it looks like Windows-1256, convert with: iconv -f WINDOWS-1256 -t UTF-8 OLD > NEW"
UTF16 = ICONV.replace("Windows-1256", "UTF-16 without a mark").replace("WINDOWS-1256", "UTF-16{}")
BAD = [
    ("a.txt", "", "a.txt: is empty: there is no text to read"),
    ("a.txt", " \n\t\u200f\ufeff\n", "a.txt: is empty: there is no text to read"),
    ("a.txt", "The minister met him.", "a.txt: has no Arabic letters: kg reads Arabic text"),
    ("a.txt", "١٢٣ ،؛", "a.txt: has no Arabic letters: kg reads Arabic text"),
    ("a.txt", CP1256, f"a.txt:1: {ICONV}"),
    (
        "a.txt",
        f"{BODY}\nقال ".encode() + b"\xff\xfe.",
        "a.txt:2: has bytes that are not UTF-8: save it as UTF-8",
    ),
    (
        "a.txt",
        b"\xff\xfe" + BODY.encode("utf-16-le")[:-1],
        "a.txt:1: has bytes that are not UTF-16-LE: save it as UTF-8",
    ),
    ("a.jsonl", "", "a.jsonl: is empty: there is no line to read"),
    (
        "a.jsonl",
        '{"text": "قال',
        "a.jsonl:1: is not JSON (Unterminated string starting at: line 1 column 10 (char 9));"
        " the line is cut off",
    ),
    ("a.jsonl", '["قال"]', 'a.jsonl:1: an object was expected, with a text: {"text": ...}, not a list'),
    (
        "a.jsonl",
        '{"body": "قال"}',
        "a.jsonl:1: has no 'text'; found: body. Say which one holds the article with --columns text=NAME",
    ),
    ("a.jsonl", '{"text": 5}', "a.jsonl:1: 'text' holds a int where text is wanted"),
    (
        "a.jsonl",
        '{"text": "قال", "date": "25/06/2024"}',
        "a.jsonl:1: date '25/06/2024' is not a day: write it as YYYY-MM-DD",
    ),
    (
        "a.jsonl",
        '{"text": "قال", "date": "9999-12-31"}',
        "a.jsonl:1: date '9999-12-31' is not a day: write it as YYYY-MM-DD",
    ),
    (
        "a.jsonl",
        '{"text": "قال", "date": 20240625}',
        "a.jsonl:1: date '20240625' is not a day: write it as YYYY-MM-DD",
    ),
    ("a.jsonl", b'{"text": "' + CP1256 + b'"}', f"a.jsonl:1: {ICONV}"),
    ("a.jsonl", "[" * 100_000, "a.jsonl:1: is not JSON (nested too deeply); the line is cut off"),
    ("a.json", "[1]", "a.json: item 1 of the list is not an object with a text"),
    (
        "a.json",
        "{",
        "a.json:1: is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 "
        "(char 1)); a file with an object on each line is named .jsonl",
    ),
    ("a.csv", "", "a.csv: is empty: the first line must name the columns"),
    (
        "a.csv",
        "id,body\n1,قال\n",
        "a.csv:1: has no 'text'; found: id, body. Say which one holds the article with --columns text=NAME",
    ),
    (
        "a.csv",
        "id,text\n1,قال,زاد\n",
        "a.csv:2: has 3 cells where the header names 2: check quotes and separators",
    ),
    (
        "a.csv",
        "\x1b[2J,a\x07b,\u202e\n1,2,3\n",
        r"a.csv:1: has no 'text'; found: \x1b[2J, a\x07b, \u202e. Say which one holds the article with "
        "--columns text=NAME",
    ),
    ("a.csv", b"id,text\n1," + CP1256, f"a.csv:1: {ICONV}"),
    ("a.csv", "id,text\n\n", "a.csv: holds no article: there is nothing in it but a frame"),
    ("a.json", "[]", "a.json: holds no article: there is nothing in it but a frame"),
    ("a.jsonl", lines({"text": BODY * 3}).encode("utf-16-le"), f"a.jsonl:1: {UTF16.format('LE')}"),
    ("a.csv", f"text\n{BODY}\n".encode("utf-16-be"), f"a.csv:1: {UTF16.format('BE')}"),
    ("a.txt", BODY.encode("utf-16-le"), f"a.txt:1: {UTF16.format('LE')}"),
    (
        "a.parquet",
        "no",
        "a.parquet: is not a readable Parquet file (Parquet file size is 2 bytes, "
        "smaller than the minimum file footer (8 bytes))",
    ),
    ("a.html", "", "a.html: holds no HTML that can be read"),
    (
        "a.html",
        "<html><body><p>only English here</p></body></html>",
        "a.html: has no Arabic letters: kg reads Arabic text",
    ),
    (
        "a.xml",
        "<rss><channel><item>",
        "a.xml:1: is not well-formed XML (no element found: line 1, column 20)",
    ),
    ("a.xml", "<html/>", "a.xml: is XML of another kind (<html>): a feed is <rss> or <feed>"),
    ("a.xml", "<rss><channel/></rss>", "a.xml: is a feed without articles"),
    (
        "a.xml",
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><item><title>&x;</title></item></rss>',
        "a.xml:1: is not well-formed XML (undefined entity &x;: line 1, column 74)",
    ),
    (
        "a.txt.gz",
        gzip.compress(BODY.encode(), mtime=0)[:-9],
        "a.txt.gz: cannot be read to its end (Compressed file ended before the end-of-stream marker was "
        "reached): is it cut off?",
    ),
    (
        "a.txt.gz",
        BODY,
        "a.txt.gz: cannot be read to its end (Not a gzipped file (b'\\xd8\\xa7')): is it cut off?",
    ),
    (
        "a.txt.zst",
        zstandard.compress(BODY.encode())[:-4],
        "a.txt.zst: cannot be read to its end (the last frame is not complete): is it cut off?",
    ),
    (
        "a.txt.zst",
        BODY,
        "a.txt.zst: cannot be read to its end (zstd decompressor error: Unknown frame descriptor): "
        "is it cut off?",
    ),
    (
        "a.pdf",
        "%PDF",
        "a.pdf: is of no kind that kg reads: .atom .csv .htm .html .json .jsonl .ndjson .parquet .rss "
        ".text .tsv .txt .xhtml .xml, and these with .gz or .zst",
    ),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD)
def test_bad_input_is_told_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: str | bytes, message: str
) -> None:
    good = put(tmp_path, "good.txt", BODY)
    documents, errors = outcome(put(tmp_path, name, content), good)
    assert errors == [message]
    assert [d.id for d in documents] == ["good.txt"]


def test_a_broken_record_among_good_ones_is_skipped_by_itself(tmp_path: Path) -> None:
    good = [json.dumps({"id": str(i), "text": BODY}, ensure_ascii=False).encode() for i in range(3)]
    content = b"\n".join(
        [good[0], b'{"text": "\xd9\x82\xff"}', b"{}", good[1], b'{"id": "0", "text": "', good[0], good[2]]
    )
    path = put(tmp_path, "a.jsonl", content)
    documents, errors = outcome(path)
    assert [d.id for d in documents] == ["0", "1", "2"]
    assert [e.split(": ")[0] for e in errors] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:5", "a.jsonl:6"]
    assert errors[-1] == "a.jsonl:6: id '0' is taken by a.jsonl:1: an id must name one article"


def test_a_broken_row_among_good_ones_is_skipped_by_itself(tmp_path: Path) -> None:
    rows = ["id,text", f"1,{BODY}", f'2,"{BODY}\n\nثان"', "3,x,y", "", f"4,{BODY}"]
    content = "\n".join(rows).encode() + b"\n5,\xd9\x82\xff\n" + f"6,{BODY}\n".encode()
    documents, errors = outcome(put(tmp_path, "a.csv", content))
    assert [d.id for d in documents] == ["1", "2", "4", "6"]
    assert [e.split(": ")[0] for e in errors] == ["a.csv:6", "a.csv:9"]


def test_all_kinds_of_bad_input_in_one_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells each, reads what is good, and says by its exit status that something was skipped."""
    inputs = [put(tmp_path, f"{n}/{name}", content) for n, (name, content, _) in enumerate(BAD)]
    inputs.append(put(tmp_path, "good.txt", BODY))
    with pytest.raises(SystemExit) as end:
        main(["build", *map(str, inputs), "-o", str(tmp_path / "out"), "--format", "csv"])
    assert end.value.code == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(" ")[2] for line in told if "Traceback" in line] == []
    assert len(told) == len(BAD)
    for (name, _, message), line in zip(BAD, told, strict=True):
        assert line.startswith("kg: skipped ")
        assert line.endswith(message.removeprefix(name)), line
    assert (tmp_path / "out" / "documents.csv").read_text(encoding="utf-8").count("good.txt") == 1


def test_without_a_callback_the_first_bad_input_is_raised(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        list(read([tmp_path / "gone.txt"]))


def test_a_file_without_permission(tmp_path: Path) -> None:
    import os

    path = put(tmp_path, "a.txt", BODY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert outcome(path) == ([], ["a.txt: may not be read: check its permissions"])


@pytest.mark.parametrize(
    ("module", "name", "message"),
    [
        (
            "zstandard",
            "a.txt.zst",
            "Reading .zst files needs an optional library: pip install 'kg-actors[zstd]'",
        ),
        (
            "pyarrow",
            "a.parquet",
            "Reading Parquet files needs an optional library: pip install 'kg-actors[parquet]'",
        ),
    ],
)
def test_a_library_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, message: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)  # importing it fails from here on
    documents, errors = outcome(put(tmp_path, name, BODY), put(tmp_path, "good.txt", BODY))
    assert errors == [f"{name}: {message}"]
    assert [d.id for d in documents] == ["good.txt"]


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a/closed/x.txt", BODY)
    put(tmp_path, "a/open.txt", BODY)
    listing = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied", str(folder))
        return iter(listing(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)  # the user who runs the tests may read everything
    documents, errors = outcome(tmp_path / "a")
    assert [d.id for d in documents] == ["open.txt"]
    assert errors == ["closed: cannot be listed (Permission denied): check its permissions"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert outcome(tmp_path / "empty") == ([], ["empty: holds no file that kg reads"])


@pytest.mark.parametrize("identity", ["../../etc/passwd", 'a"b', "a b\n", "<script>", "١"])
def test_odd_ids_are_kept_as_given(tmp_path: Path, identity: str) -> None:
    documents, errors = outcome(put(tmp_path, "a.jsonl", lines({"id": identity, "text": BODY})))
    assert errors == []
    assert [d.id for d in documents] == [identity.strip()]


def test_fifty_megabytes_on_one_line(tmp_path: Path) -> None:
    text = BODY * (50_000_000 // len(BODY.encode()))
    documents, errors = outcome(put(tmp_path, "a.jsonl", lines({"id": "big", "text": text}, {"text": BODY})))
    assert errors == []
    assert [len(d.text) for d in documents] == [len(text), len(BODY)]
