"""Run what the README and ``docs/`` show. ``python docs/run_readme.py --write`` sets the outputs anew.

A ``console`` block holds commands behind ``$`` (``>`` goes on) with what they print below each; a ``pycon``
block is a Python session. Those of a page run in order, in one empty folder beside copies of ``examples/``
and ``ontologies/``, with this interpreter in place of the one that the README installs. ``sh`` blocks are
only for reading.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(block: str, prompt: str, more: str) -> Iterator[tuple[str, str]]:
    """Split a block into inputs and the outputs that it shows, both with their line ends."""
    given, shown = "", ""
    for line in block.splitlines(keepends=True):
        goes_on = given and not shown and (line.startswith(more) or line.rstrip() == more.rstrip())
        if line.startswith(prompt) or goes_on:
            if line.startswith(prompt) and given:
                yield given, shown
                given, shown = "", ""
            given += line
        else:
            shown += line
    if given:
        yield given, shown


def command(line: str, folder: Path) -> str:
    """Run a shell command with ``kg`` meaning this interpreter's; give all that it prints."""
    bin_ = folder / ".bin"
    if not bin_.exists():
        bin_.mkdir()
        (bin_ / "kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
        (bin_ / "kg").chmod(0o755)
    environment = os.environ | {
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")])),
        "PYTHONUTF8": "1",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        line, shell=True, cwd=folder, env=environment, encoding="utf-8", check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout


def python(source: str, names: dict[str, Any]) -> str:
    """Run one input of a Python session; give what it prints or returns."""
    code = "".join(line[4:] or "\n" for line in source.splitlines(keepends=True))
    with contextlib.redirect_stdout(io.StringIO()) as out:
        try:
            exec(compile(code, "<page>", "single"), names)
        except Exception:
            traceback.print_exc(file=out)
    return out.getvalue()


def run(text: str, folder: Path) -> str:
    """Give a page with the outputs that the program prints now."""
    names: dict[str, Any] = {"__name__": "__main__"}

    def anew(found: re.Match[str]) -> str:
        kind, block = found.groups()
        lines = []
        if kind == "console":
            for given, _ in steps(block, "$ ", "> "):
                lines += [given, command(re.sub(r"^[$>] ", "", given, flags=re.MULTILINE), folder)]
        else:
            with contextlib.chdir(folder):
                for given, _ in steps(block, ">>> ", "... "):
                    lines += [given, python(given, names)]
        return f"```{kind}\n{''.join(lines)}```"

    return BLOCK.sub(anew, text)


def compare(page: Path) -> tuple[str, str]:
    """Give a page as it should be, and what differs from it."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("examples", "ontologies"):
            shutil.copytree(ROOT / part, folder / part)
        true = run(text, folder)
    changes = difflib.unified_diff(
        text.splitlines(), true.splitlines(), page.name, "what the program prints", lineterm=""
    )
    return true, "\n".join(changes)


def main() -> None:
    """Compare, or write."""
    parser = argparse.ArgumentParser(description="run what the pages show")
    parser.add_argument("--write", action="store_true", help="set their outputs anew")
    parser.add_argument("pages", nargs="*", type=Path, default=PAGES)
    given = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    differ = False
    for page in given.pages:
        true, changes = compare(page)
        differ |= bool(changes)
        if given.write and changes:
            page.write_text(true, encoding="utf-8")
        print(changes or f"{page.name} shows what the program prints.")
    sys.exit(differ and not given.write)


if __name__ == "__main__":
    main()
