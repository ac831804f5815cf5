"""The command: what it writes and prints, its exit status, and how it ends when it cannot go on."""

from __future__ import annotations

import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import main

ARTICLE = (
    "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في عمّان أمس الإثنين. "
    "وأكد شكري أن مصر تدعم الأردن. وقال الصفدي إن بلاده تدين قصف إسرائيل لبنان."
)
TABLES = ["actors.csv", "documents.csv", "events.csv", "mentions.csv", "offices.csv", "same.csv"]
FILES = sorted([*TABLES, "graph.graphml", "graph.html", "graph.ttl"])


def kg(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main([str(a) for a in arguments])
    out, err = capsys.readouterr()
    assert end.value.code is None or isinstance(end.value.code, int)
    return end.value.code or 0, out, err


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload, no-any-return]


def visible(out: Path) -> list[str]:
    """Names of what a build wrote, without what it keeps for the next one."""
    return sorted(p.name for p in out.iterdir() if p.name != ".kg") if out.exists() else []


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("build", folder / "a.txt", "--date", "2024-06-25", "-o", folder / "out")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "out"


# ---------------------------------------------------------------- build


def test_build_writes_all_files_and_says_which_to_open(built: Path, tmp_path: Path, article: Path) -> None:
    assert visible(built) == FILES
    done = run("build", article, "--date", "2024-06-25", "-o", tmp_path / "out")
    assert done.returncode == 0
    assert done.stderr == ""  # no bar where it is not a terminal
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["documents", "1"]
    assert [line.split()[0] for line in lines[1:4]] == ["actors", "events", "claims"]
    assert lines[-1].endswith(str(tmp_path / "out" / "graph.html"))


def test_offsets_in_the_tables_slice_the_article(built: Path) -> None:
    import csv

    with (built / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert ARTICLE[int(row["start"]) : int(row["end"])] == row["sentence"]
        assert row["trigger"] in row["sentence"]


def test_standard_input(tmp_path: Path) -> None:
    done = run("build", "-", "-o", tmp_path / "out", "--format", "csv", input=ARTICLE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "stay undated: give --date" in done.stdout
    assert visible(tmp_path / "out") == TABLES
    assert done.stdout.splitlines()[-1].endswith("events.csv")


def test_what_is_skipped_is_told_and_shows_in_the_exit_status(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{\n" * 60, encoding="utf-8")
    status, out, err = kg("build", article, bad, "-o", tmp_path / "out", "--format", "csv", capsys=capsys)
    assert status == 1
    assert out.splitlines()[0].split(maxsplit=1) == ["documents", "1, 60 skipped"]
    messages = err.splitlines()
    assert messages[0].startswith(f"kg: skipped {bad}:1: is not JSON")
    assert len(messages) == 51
    assert messages[-1] == "kg: ... and 10 more were skipped"


def test_a_fault_in_a_list_of_actors_is_named(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix kg: <https://w3id.org/kg-actors/ontology#> .\n"
        "<https://w3id.org/kg-actors/id/actor/me> a kg:Person .\n",
        encoding="utf-8",
    )
    for workers in ("1", "2"):
        arguments = ["build", article, "-o", tmp_path / "out", "--actors", own, "--workers", workers]
        status, _, err = kg(*arguments, capsys=capsys)
        assert status == 2
        assert err.startswith(f"kg: {own}: ")
        assert "skosprefLabel" in err.replace(":", "")
    assert not (tmp_path / "out").exists()


def _limit_file_size() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))


def test_a_disk_that_is_full_is_told_and_no_half_file_is_left(tmp_path: Path, article: Path) -> None:
    out = tmp_path / "out"  # the page is the largest file and goes over the limit
    days = "\n".join(f"وأكد سيرغي لافروف أن اليوم رقم {day} كان صعباً." for day in range(1500))
    article.write_text(f"{article.read_text(encoding='utf-8')}\n{days}\n", encoding="utf-8")
    done = run("build", article, "-o", out, preexec_fn=_limit_file_size)
    assert done.returncode == 2
    assert done.stderr.startswith(f"kg: {out / 'graph.html'}: ")
    assert "Traceback" not in done.stderr
    assert visible(out) == [name for name in FILES if name != "graph.html"]


def _children(parent: int) -> list[int]:
    """Processes that run the extractor."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text().rsplit(")", 1)[1].split()
                arguments = (folder / "cmdline").read_text()
            except OSError:  # it ended meanwhile
                continue
            if int(stat[1]) == parent and "spawn_main" in arguments:
                found.append(int(folder.name))
    return found


def _workers(parent: int) -> list[int]:
    """Wait for the worker processes of a build."""
    deadline = time.monotonic() + 60
    while not (workers := _children(parent)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return workers


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="processes are watched through /proc"
)


def heed_ctrl_c() -> None:
    """Undo what a shell does to jobs in the background, of which these tests may be part."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def interrupted(out: Path, articles: int, strike: Callable[[int, list[int]], None]) -> tuple[int, str, str]:
    """Build with two workers, and once they are there do to the build (by its id and theirs) what ends it."""
    command = [sys.executable, "-m", "kg", "build", "-", "-o", str(out), "--workers", "2"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8", preexec_fn=heed_ctrl_c
    ) as process:
        assert process.stdin is not None
        process.stdin.write((json.dumps({"text": ARTICLE}, ensure_ascii=False) + "\n") * articles)
        process.stdin.flush()
        strike(process.pid, _workers(process.pid))
        stdout, stderr = process.communicate(timeout=60)
    return process.returncode, stdout, stderr


@needs_proc
def test_ctrl_c_ends_with_a_message_and_without_files(tmp_path: Path) -> None:
    done = interrupted(tmp_path / "out", 400, lambda build, _: os.kill(build, signal.SIGINT))
    assert done == (130, "", "kg: stopped; no file is left half-written\n")
    assert visible(tmp_path / "out") == []


@needs_proc
def test_a_killed_worker_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    status, stdout, stderr = interrupted(
        tmp_path / "out", 1_000, lambda _, workers: os.kill(workers[0], signal.SIGKILL)
    )
    assert (status, stdout) == (2, "")
    assert "kg: a worker process ended before its work was done." in stderr
    assert visible(tmp_path / "out") == []


NOTHING = [
    (["build", "{folder}/gone.txt", "-o", "{out}"], "no such file or folder"),
    (["build", "{article}", "-o", "{out}", "--date", "25/6/2024"], "date '25/6/2024' is not a day"),
    (["build", "{article}", "-o", "{out}", "--since", "tomorrow"], "since: date 'tomorrow' is not a day"),
    (["build", "{article}", "-o", "{out}", "--columns", "body"], "--columns 'body': write it as name=value"),
    (["build", "{article}", "-o", "{out}", "--columns", "body=text"], "'body' is no field of an article"),
    (["build", "{article}", "-o", "{out}", "--format", "csv,pdf"], "there is no format 'pdf'"),
    (["build", "{article}", "-o", "{out}", "--base", "x"], "'x' is no namespace"),
    (["build", "{article}", "-o", "{out}", "--recognizer", "me"], "there is no recogniser 'me'"),
    (["build", "{article}", "-o", "{out}", "--ontologies", "{folder}/none"], "relations.ttl"),
    (["build", "{article}", "-o", "{article}"], "a file stands where the output folder is to be"),
    (["build", "{article}"], "Missing option '-o'"),
    (["query", "{folder}"], "give either a query or the name of a stock question"),
    (["query"], "name the folder that kg build wrote"),
    (["query", "{folder}", "ASK {{}}", "--csv", "--json"], "choose one of --table, --csv and --json"),
    (["query", "{folder}", "--stock", "x", "--param", "y"], "--param 'y': write it as name=value"),
    (["view", "{folder}"], "documents.csv: no such file"),
    (["evaluate", "{folder}/gone.jsonl"], "gone.jsonl: no such file"),
]


@pytest.mark.parametrize(("arguments", "message"), NOTHING)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    out = tmp_path / "out"
    filled = [a.format(folder=tmp_path, article=article, out=out) for a in arguments]
    status, stdout, stderr = kg(*filled, capsys=capsys)
    assert status == 2
    assert message in stderr
    assert stdout == ""
    assert not out.exists()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    records = [{"id": f"n{i}", "text": ARTICLE, "date": f"2024-06-{i % 28 + 1:02}"} for i in range(40)]
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    written = []
    for seed, workers in (("1", "1"), ("2", "2")):
        out = tmp_path / f"out{seed}"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = run("build", path, "-o", out, "--workers", workers, env=environment)
        assert (done.returncode, done.stderr) == (0, "")
        written.append({name: (out / name).read_bytes() for name in visible(out)})
    assert sorted(written[0]) == FILES
    assert written[0] == written[1]


def test_a_terminal_shows_progress(tmp_path: Path, article: Path) -> None:
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-m", "kg", "build", str(article), "-o", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=follower, env=environment) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                block = os.read(leader, 4096)
            except OSError:  # how Linux tells that the other end was closed
                break
            if not block:
                break
            shown += block
        assert process.wait() == 0
    os.close(leader)
    assert b"reading" in shown
    assert b"1 articles" in shown


# ---------------------------------------------------------------- the other commands


def test_query(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sparql = "SELECT (COUNT(?c) AS ?n) WHERE { ?c a kg:Claim ; kg:status kg:occurred }"
    status, table, _ = kg("query", built, sparql, capsys=capsys)
    _, csv, _ = kg("query", built, sparql, "--csv", capsys=capsys)
    _, text, _ = kg("query", built, sparql, "--json", capsys=capsys)
    number = int(csv.splitlines()[1])
    assert status == 0
    assert number > 0
    assert str(number) in table.splitlines()[2]
    assert json.loads(text) == [{"n": number}]


def test_query_from_standard_input(built: Path) -> None:
    done = run("query", built, "-", "--csv", input="SELECT ?x WHERE { ?x a kg:Document }")
    assert done.stdout.splitlines()[0] == "x"
    assert len(done.stdout.splitlines()) == 2


def test_every_stock_question_that_is_listed_can_be_asked(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, listed, _ = kg("query", "--list", capsys=capsys)
    assert status == 0
    free = [line.split() for line in listed.splitlines() if not line.startswith(" ")]
    names = [words[0] for words in free if all(w.startswith("[") for w in words[1:])]
    assert names
    for name in names:
        status, _, err = kg("query", built, "--stock", name, capsys=capsys)
        assert (status, err) == (0, "")


def test_view(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    status, out, _ = kg("view", built, "--since", "2024-01-01", "-o", page, capsys=capsys)
    assert (status, out.strip()) == (0, str(page))
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert kg("view", built, "--actor", "nobody", "-o", page, capsys=capsys)[0] == 2


def test_validate(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kg("validate", built, capsys=capsys) == (0, "", "0 faults\n")


def test_evaluate_in_memory_equals_evaluate_of_what_was_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    actors = [
        {"id": "a1", "type": "person", "name": "سامح شكري", "mentions": ["شكري"]},
        {"id": "a2", "type": "person", "name": "أيمن الصفدي", "mentions": ["الصفدي"]},
    ]
    event = {"relation": "met-with", "source": "a2", "target": "a1", "status": "occurred"}
    record = {
        "id": "g",
        "title": "",
        "text": ARTICLE,
        "date": "2024-06-25",
        "actors": actors,
        "events": [event],
    }
    gold.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    errors = tmp_path / "errors.jsonl"
    kg("build", gold, "-o", tmp_path / "out", "--format", "csv", capsys=capsys)
    status, built, _ = kg("evaluate", gold, tmp_path / "out", "--errors", errors, capsys=capsys)
    assert status == 0
    assert kg("evaluate", gold, capsys=capsys) == (0, built, "")
    assert built.startswith("1 articles\nactors ")
    assert json.loads(errors.read_text(encoding="utf-8"))["events_right"] == [
        "met-with(سامح شكري, أيمن الصفدي)"
    ]
    _, text, _ = kg("evaluate", gold, tmp_path / "out", "--json", capsys=capsys)
    assert json.loads(text)["figures"]["events strict"]["recall"] == 1.0


def test_evaluate_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "names.conll"
    words = ["زار O", "الرئيس O", "خالد B-PERS", "العبدلي I-PERS", "مصر B-LOC", ". O", ""]
    path.write_text("\n".join(words), encoding="utf-8")
    status, out, _ = kg("evaluate", "--conll", path, capsys=capsys)
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == ["LOC", "PERS", "all"]
    assert out.splitlines()[2].split()[1:] == "precision 1.0 recall 1.0 f1 1.0 gold 2 system 2".split()
    assert json.loads(kg("evaluate", "--conll", path, "--json", capsys=capsys)[1])["all"]["f1"] == 1.0
    assert kg("evaluate", capsys=capsys)[0] == 2
    assert kg("evaluate", path, "--conll", path, capsys=capsys)[0] == 2


@pytest.mark.parametrize("name", ["united-states", "الولايات المتحدة", "United States", "اميركا"])
def test_actors_are_found_by_id_and_in_any_spelling(capsys: pytest.CaptureFixture[str], name: str) -> None:
    status, out, _ = kg("actors", name, capsys=capsys)
    assert status == 0
    assert out.startswith("united-states  state  ")


def test_a_name_that_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = kg("actors", "قصعين السادس", capsys=capsys)
    assert (status, out) == (1, "")
    assert "no known actor is called 'قصعين السادس'" in err


# ---------------------------------------------------------------- help


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    from kg import __version__

    assert kg("--version", capsys=capsys) == (0, f"kg {__version__}\n", "")


@pytest.mark.parametrize("command", ["build", "query", "view", "evaluate", "actors"])
def test_help_teaches_by_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    status, out, _ = kg(command, "--help", capsys=capsys)
    assert status == 0
    assert f"  kg {command} " in out


def test_help_names_every_format_and_kind_of_input(capsys: pytest.CaptureFixture[str]) -> None:
    from kg.export import names

    _, out, _ = kg("build", "--help", capsys=capsys)
    listed = out.split("Formats:")[1].split(".")[0].split()
    assert sorted(listed) == sorted([*names(), "html"])
    for suffix in (".txt", ".html", ".jsonl", ".csv", ".parquet", ".rss", ".gz", ".zst"):
        assert suffix in out
