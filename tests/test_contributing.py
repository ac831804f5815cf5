"""What CONTRIBUTING.md tells to do is done here, word by word, in a copy of the source."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## Add an? ([\w ]+)\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL))
# A block and the paragraph above it.
STEP = re.compile(r"((?:^[^\n`](?:[^\n]+\n)+))\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Edit:
    """Lines that go to the end of a file, below one of its lines, or into a new one."""

    path: str
    below: str | None
    new: bool
    lines: str

    def do(self, folder: Path) -> None:
        file = folder / self.path
        if self.new:
            assert not file.exists()
            file.write_text(self.lines, encoding="utf-8")
            return
        text = file.read_text(encoding="utf-8")
        if self.below is None:
            file.write_text(f"{text}\n{self.lines}", encoding="utf-8")
            return
        lines = text.splitlines(keepends=True)
        places = [number for number, line in enumerate(lines) if line.strip() == self.below]
        assert len(places) == 1, f"{self.path} has not one line {self.below}"
        lines.insert(places[0] + 1, self.lines)
        file.write_text("".join(lines), encoding="utf-8")


def edit(words: str, lines: str) -> Edit:
    """Read an instruction: the words above a block, and the block."""
    if found := re.match(r"At the end of `([^`]+)`", words):
        return Edit(found[1], None, False, lines)
    if found := re.match(r"A new file `([^`]+)`", words):
        return Edit(found[1], None, True, lines)
    found = re.match(r"In `([^`]+)`, below `([^`]+)`", words)
    assert found, f"CONTRIBUTING.md gives no such instruction as: {words}"
    return Edit(found[1], found[2], False, lines)


def steps(section: str) -> tuple[list[Edit], list[str]]:
    """Edits and commands of a section, each in its order."""
    found = [(words.strip(), kind, block) for words, kind, block in STEP.findall(section)]
    assert len(found) == section.count("```") / 2
    runs = [line for words, kind, block in found if kind == "sh" for line in block.splitlines()]
    assert all("Then run:" in words for words, kind, _ in found if kind == "sh")
    return [edit(words, block) for words, kind, block in found if kind != "sh"], runs


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the guide in a copy of the source, with this interpreter."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(folder),
        "PYTEST_ADDOPTS": "-p no:cacheprovider -x",
    }
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, encoding="utf-8", check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("kg", "ontologies", "tests", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_it_tells_how_to_add_each() -> None:
    assert set(SECTIONS) == {"relation", "title", "actor", "export format"}


@pytest.mark.parametrize("name", SECTIONS)
def test_under_ten_lines(name: str) -> None:
    edits, _ = steps(SECTIONS[name])
    assert 1 <= sum(bool(line.strip()) for e in edits for line in e.lines.splitlines()) < 10


@pytest.mark.parametrize("name", SECTIONS)
def test_its_words_lead_there(name: str, copy: Path) -> None:
    edits, commands = steps(SECTIONS[name])
    assert commands
    first, *others = edits
    for each in others:
        each.do(copy)
    assert any(run(command, copy).returncode for command in commands), "it works without the first edit, too"
    first.do(copy)
    for command in commands:
        done = run(command, copy)
        assert done.returncode == 0, f"{command}\n{done.stdout}"
    changed = " ".join(e.path for e in edits if e.path.endswith(".py"))
    style = run(f"ruff check --no-cache {changed} && ruff format --no-cache --check {changed}", copy)
    assert style.returncode == 0, style.stdout
