"""The habits that keep the code good, checked: style, types, size, the one-way flow, a quick start."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this interpreter in the root."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_ruff() -> None:
    done = command("-m", "ruff", "check", "--no-cache", "--output-format=concise", ".")
    assert done.returncode == 0, done.stdout + done.stderr
    done = command("-m", "ruff", "format", "--no-cache", "--check", ".")
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy() -> None:
    done = command("-m", "mypy", "--strict", "kg")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_examples_in_docstrings_run() -> None:
    done = command("-m", "pytest", "-q", "--doctest-modules", "-p", "no:cacheprovider", "kg")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def tool(name: str, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a program that stands beside this interpreter."""
    return subprocess.run(
        [str(Path(sys.executable).parent / name), *arguments],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip


def test_data_flow_one_way() -> None:
    done = tool("lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("kg/text/tokens.py", "import kg.graph.merge", "Data flows one way BROKEN"),
        ("kg/actors/names.py", "import networkx", "no library of graphs or tables BROKEN"),
        ("kg/corpus/read.py", "import torch", "knows of torch BROKEN"),
    ],
)
def test_an_import_against_the_flow_would_be_found(
    tmp_path: Path, module: str, line: str, contract: str
) -> None:
    shutil.copytree(ROOT / "kg", tmp_path / "kg", ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a", encoding="utf-8") as file:
        file.write(f"\n\ndef late() -> None:\n    {line}\n")
    done = tool("lint-imports", "--no-cache", folder=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert contract in done.stdout


def test_no_code_is_dead() -> None:
    done = tool("vulture")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_of_a_commit_are_those_of_the_tests() -> None:
    """They run programs of the environment, which need no network."""
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"repo: (.+)", text) == ["local"]
    entries = re.findall(r"entry: (\S+)", text)
    assert entries == ["ruff", "ruff", "mypy", "lint-imports", "vulture", "python"]
    assert text.count("language: system") == len(entries)


HEAVY = (
    *("torch", "transformers", "camel_tools", "pandas", "numpy", "networkx", "rdflib", "pyvis", "pyoxigraph"),
    *("trafilatura", "pyarrow", "lxml", "rich", "typer"),
)


def seconds(*arguments: str) -> tuple[float, str]:
    """Time that a process computes, whatever else the machine does, at its best of three; what it prints."""
    times = []
    for _ in range(3):
        begin = os.times()
        done = command(*arguments)
        end = os.times()
        times.append(end.children_user + end.children_system - begin.children_user - begin.children_system)
        assert done.returncode == 0, done.stderr
    return min(times), done.stdout


def test_import_is_quick_and_light() -> None:
    time, out = seconds("-c", f"import sys, kg; print([m for m in {HEAVY!r} if m in sys.modules])")
    assert out.strip() == "[]"
    assert time < 0.5


def test_a_build_needs_no_torch(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("التقى الوزير نظيره الأردني في عمّان.", encoding="utf-8")
    code = (
        "import sys; sys.modules['torch'] = None\n"  # importing it fails from here on
        f"import kg; graph = kg.build({str(article)!r}); graph.save({str(tmp_path / 'out')!r})\n"
        "assert 'transformers' not in sys.modules"
    )
    done = command("-c", code)
    assert done.returncode == 0, done.stderr


def test_help_is_quick() -> None:
    time, out = seconds("-m", "kg", "--help")
    assert "Usage: kg" in out
    assert time < 0.5


FORBIDDEN = ("pickle", "shelve", "marshal", "eval", "exec")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_data_is_run_as_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (getattr(node, "module", None) or "", *(alias.name for alias in node.names))
    }
    assert (called | imported).isdisjoint(FORBIDDEN)
