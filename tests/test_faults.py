"""What goes wrong outside: a full disk, no permission, a killed process; and the next build goes on."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.export import FORMATS
from kg.export.tables import read_csv
from tests.test_cli import ARTICLE, heed_ctrl_c, needs_proc, run

ARTICLES = [{"id": str(n), "text": f"{ARTICLE} وقال الوزير رقم {n} إنه زار لبنان."} for n in range(60)]


def feed(folder: Path) -> Path:
    path = folder / "in.jsonl"
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in ARTICLES), encoding="utf-8")
    return path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 2 MB; only an administrator may, and not in every container."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "kg-test", str(disk)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def check_whole(out: Path) -> None:
    """Fail where a file under a final name is cut off, or something written aside was left."""
    left = sorted(p.name for p in out.rglob("*") if p.name != ".kg" and p.name.startswith("."))
    assert left == []
    if (out / "events.csv").exists():
        read_csv(out)
    for name in ("graph.ttl", "graph.nt", "graph.nq"):
        if (out / name).exists():
            list(ox.parse(path=out / name))
    if (out / "graph.graphml").exists():
        nx.read_graphml(out / "graph.graphml")
    if (out / "graph.html").exists():
        assert (out / "graph.html").read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("form", "left"),  # kilobytes
    [("csv", 30), ("csv", 400), ("csv,turtle,graphml,html", 700), (",".join(FORMATS), 1_000)],
)
def test_a_full_disk_is_told_and_every_file_is_whole(
    tmp_path: Path, small_disk: Path, form: str, left: int
) -> None:
    source, out = feed(tmp_path), small_disk / "out"
    free = shutil.disk_usage(small_disk).free - left * 1_000
    (small_disk / "filler").write_bytes(b"x" * free)
    done = run("build", source, "-o", out, "--format", form, "--date", "2024-06-25")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"kg: {out}")
    assert "disk full" in done.stderr or "disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    check_whole(out)


def test_after_a_full_disk_the_next_build_goes_on(tmp_path: Path, small_disk: Path) -> None:
    source, out = feed(tmp_path), small_disk / "out"
    assert run("build", source, "-o", out, "--format", "csv").returncode == 0
    before = {p.name: p.read_bytes() for p in out.glob("*.csv")}
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:  # all that is left
            file.write(b"x" * 1_000)
    done = run("build", source, "-o", out, "--format", "csv,turtle,graphml")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert {p.name: p.read_bytes() for p in out.glob("*.csv")} == before
    check_whole(out)
    filler.unlink()
    assert run("build", source, "-o", out, "--format", "csv").returncode == 0
    assert {p.name: p.read_bytes() for p in out.glob("*.csv")} == before


def test_a_disk_that_can_only_be_read(tmp_path: Path, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    done = run("build", feed(tmp_path), "-o", small_disk / "out", "--format", "csv")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(f"kg: {small_disk / 'out'}")
    assert "only be read" in done.stderr or "no permission to write" in done.stderr
    assert "choose another folder with -o" in done.stderr
    assert "Traceback" not in done.stderr


def as_nobody_special(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run kg by a user whom permissions bind: an administrator gives that privilege away."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("this user may read and write everything")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_an_output_folder_without_permission(tmp_path: Path) -> None:
    source, closed = feed(tmp_path), tmp_path / "closed"
    closed.mkdir(mode=0o555)
    for out in (closed, closed / "out"):
        done = as_nobody_special("build", source, "-o", out, "--format", "csv")
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith(f"kg: {closed}")
        assert "permission" in done.stderr
        assert "choose another folder with -o" in done.stderr
        assert "Traceback" not in done.stderr
    assert list(closed.iterdir()) == []


def test_an_input_without_permission_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(ARTICLE, encoding="utf-8")
    secret.chmod(0)
    done = as_nobody_special("build", secret, feed(tmp_path), "-o", tmp_path / "out", "--format", "csv")
    assert done.returncode == 1
    assert done.stderr == f"kg: skipped {secret}: may not be read: check its permissions\n"
    assert len(read_csv(tmp_path / "out").documents) == len(ARTICLES)


@needs_proc
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9), (signal.SIGTERM, -15)]
)
def test_after_a_build_was_stopped_the_next_one_works(tmp_path: Path, number: int, status: int) -> None:
    """No lock holds it up, and nothing half written is in its way."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "kg", "build", "-", "-o", str(out), "--format", "csv,turtle"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", preexec_fn=heed_ctrl_c,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(feed(tmp_path).read_text(encoding="utf-8"))
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while not (out / ".kg").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(number)
        _, stderr = process.communicate(timeout=60)
    assert process.returncode in (status, 128 + number)
    assert "Traceback" not in stderr
    if number == signal.SIGINT:
        assert stderr == "kg: stopped; no file is left half-written\n"
    done = run("build", tmp_path / "in.jsonl", "-o", out, "--format", "csv,turtle", "--prune")
    assert (done.returncode, done.stderr) == (0, "")
    check_whole(out)
    assert len(read_csv(out).documents) == len(ARTICLES)
