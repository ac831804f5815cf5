"""Building into a folder that exists: what is read, what stays, what goes, and what a kill leaves behind."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.cli import main

ARTICLE = (
    "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في عمّان أمس الإثنين. "
    "وأكد شكري أن مصر تدعم الأردن."
)
OTHER = "استقبل الرئيس الفرنسي إيمانويل ماكرون نظيره التركي رجب طيب أردوغان في باريس."
FORMATS = "csv,parquet,parts,nquads,turtle,graphml,html"


def kg(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as end:
        main([str(a) for a in arguments])
    return int(end.value.code or 0)


def records(path: Path, *given: tuple[str, str]) -> Path:
    lines = [json.dumps({"id": i, "text": t, "date": "2024-06-25"}, ensure_ascii=False) for i, t in given]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def files(out: Path) -> dict[str, bytes]:
    """All that a user sees in a folder."""
    seen = (p for p in out.rglob("*") if p.is_file() and ".kg" not in p.relative_to(out).parts)
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in seen}


def test_a_second_build_gives_what_one_build_gives(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = records(tmp_path / "before.jsonl", ("a", ARTICLE), ("b", OTHER), ("c", ARTICLE))
    after = records(tmp_path / "after.jsonl", ("n", OTHER), ("a", ARTICLE), ("b", ARTICLE), ("c", ARTICLE))
    assert kg("build", before, "-o", tmp_path / "out", "--format", FORMATS) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == ["documents", "3"]
    assert kg("build", after, "-o", tmp_path / "out", "--format", FORMATS) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.split(maxsplit=1)[1] == "4 (1 new, 1 read again, 2 as before)"
    assert kg("build", after, "-o", tmp_path / "at-once", "--format", FORMATS) == 0
    assert files(tmp_path / "out") == files(tmp_path / "at-once")


def test_what_is_gone_stays_until_it_is_pruned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = records(tmp_path / "both.jsonl", ("a", ARTICLE), ("b", OTHER))
    one = records(tmp_path / "one.jsonl", ("a", ARTICLE))
    assert kg("build", both, "-o", tmp_path / "out", "--format", FORMATS) == 0
    whole = files(tmp_path / "out")
    assert kg("build", one, "-o", tmp_path / "out", "--format", FORMATS) == 0
    assert "emmanuel-macron" in (tmp_path / "out" / "actors.csv").read_text(encoding="utf-8")
    capsys.readouterr()
    assert kg("build", one, "--prune", "-o", tmp_path / "out", "--format", FORMATS) == 0
    assert "1 (1 dropped, 1 as before)" in capsys.readouterr().out
    assert "emmanuel-macron" not in (tmp_path / "out" / "actors.csv").read_text(encoding="utf-8")
    assert kg("build", one, "-o", tmp_path / "alone", "--format", FORMATS) == 0
    assert files(tmp_path / "out") == files(tmp_path / "alone")
    assert kg("build", both, "-o", tmp_path / "out", "--format", FORMATS) == 0
    assert files(tmp_path / "out") == whole


def test_nothing_is_pruned_where_an_input_could_not_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    records(folder / "a.jsonl", ("a", ARTICLE))
    records(folder / "b.jsonl", ("b", OTHER))
    assert kg("build", folder, "-o", tmp_path / "out", "--format", "csv") == 0
    (folder / "b.jsonl").write_bytes(b"")
    assert kg("build", folder, "--prune", "-o", tmp_path / "out", "--format", "csv") == 1
    told = capsys.readouterr()
    assert "kg: nothing was dropped by --prune: " in told.err
    assert "b.jsonl could not be read, and its articles may still be there" in told.err
    assert "2 (2 as before), 1 skipped" in told.out


def test_an_edited_list_of_actors_is_applied_to_every_article(tmp_path: Path) -> None:
    text = "التقى الوزير رئيس ملتقى مياه النيل في القاهرة."
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix kg: <https://w3id.org/kg-actors/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/kg-actors/id/actor/nile-water-forum> a kg:Organization ;\n"
        '  skos:prefLabel "ملتقى مياه النيل"@ar, "Nile Water Forum"@en .\n',
        encoding="utf-8",
    )
    early = records(tmp_path / "early.jsonl", ("a", text))
    late = records(tmp_path / "late.jsonl", ("b", text))
    assert kg("build", early, "-o", tmp_path / "out", "--format", "csv") == 0
    assert kg("build", late, "-o", tmp_path / "out", "--format", "csv", "--actors", own) == 0
    mentions = (tmp_path / "out" / "mentions.csv").read_text(encoding="utf-8").splitlines()
    assert {line.split(",")[0] for line in mentions if "nile-water-forum" in line} == {"a", "b"}


def test_two_builds_into_one_folder_do_not_meet(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "kg", "build", "-", "-o", str(out), "--format", "csv"]
    line = json.dumps({"text": ARTICLE}, ensure_ascii=False) + "\n"
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, **piped, text=True, encoding="utf-8") as first:  # type: ignore[call-overload]
        assert first.stdin is not None
        deadline = time.monotonic() + 60
        while not (out / ".kg" / "state.sqlite").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        second = subprocess.run(
            command, input=line, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert second.returncode == 2
        assert "another kg build is writing into this folder: wait until it is done" in second.stderr
        assert second.stdout == ""
        # The one that has the folder is killed, and lets go of it.
        first.kill()
        first.communicate()
    third = subprocess.run(command, input=line, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (third.returncode, third.stderr) == (0, "")


def _fork_build(arguments: list[str]) -> int:
    """Build in a process of its own, which has all that a build imports."""
    child = os.fork()
    if child == 0:
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            main(arguments)
        except SystemExit as end:
            os._exit(int(end.code or 0))
        finally:
            os._exit(99)
    return child


KILLS = 20


def test_killed_at_any_moment_the_next_build_ends_as_if_nothing_had_been(tmp_path: Path) -> None:
    old = records(tmp_path / "old.jsonl", *((f"d{i}", OTHER) for i in range(30)), ("gone", ARTICLE))
    new = records(tmp_path / "new.jsonl", *((f"d{i}", ARTICLE if i % 2 else OTHER) for i in range(130)))

    def arguments(out: Path) -> list[str]:
        return ["build", str(new), "--prune", "-o", str(out), "--format", "csv,nquads,parts,graphml"]

    def begun(name: str) -> Path:
        assert kg("build", old, "-o", tmp_path / name, "--format", "csv") == 0
        return tmp_path / name

    whole = begun("whole")
    assert kg(*arguments(whole)) == 0
    expected = files(whole)

    chance = random.Random(20240625)
    killed, unfinished = 0, 0
    began = time.monotonic()
    _, status = os.waitpid(_fork_build(arguments(begun("timed"))), 0)
    duration = time.monotonic() - began
    assert status == 0
    for number in range(KILLS):
        out = begun(f"out{number}")
        child = _fork_build(arguments(out))
        time.sleep(chance.uniform(0, duration))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
        unfinished += files(out) != expected
        assert kg(*arguments(out)) == 0
        assert files(out) == expected
    # Otherwise this has shown nothing.
    assert killed >= KILLS // 4
    assert unfinished >= KILLS // 4
