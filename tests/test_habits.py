"""The habits that keep the code good, checked: style, types, size, the one-way flow, a quick start."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))

# Left to right; a room may import itself and the rooms before it.
FLOW = (
    ("model", "errors"),
    ("text",),
    ("lexicon",),
    ("actors",),
    ("relations",),
    ("extract",),
    ("corpus",),
    ("graph",),
    ("export",),
    ("query", "view"),
    ("api", "scores", "evaluate", "lookup", "console", "ipython"),
    ("cli",),
    ("__main__", "__init__"),
)
PLACE = {room: place for place, rooms in enumerate(FLOW) for room in rooms}


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_ruff() -> None:
    folders = [f for f in ("kg", "tests", "benchmarks", "notebooks") if (ROOT / f).is_dir()]
    done = command("-m", "ruff", "check", "--no-cache", "--output-format=concise", *folders)
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


def _room(path: Path) -> str:
    return path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each module that is imported, anywhere, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.lineno, node.module
            if node.module == "kg":
                yield from ((node.lineno, f"kg.{alias.name}") for alias in node.names)


def test_data_flow_one_way() -> None:
    against = []
    for path in MODULES:
        here = PLACE[_room(path)]
        for line, module in _imports(ast.parse(path.read_text(encoding="utf-8"))):
            parts = module.split(".")
            room = parts[1] if parts[0] == "kg" and len(parts) > 1 else None
            if room in PLACE and PLACE[room] > here:
                against.append(f"{path.relative_to(ROOT)}:{line} imports {module}")
    assert against == []


def test_every_room_has_its_place_in_the_flow() -> None:
    assert {_room(path) for path in MODULES} - set(PLACE) == set()


HEAVY = (
    *("torch", "transformers", "camel_tools", "pandas", "numpy", "networkx", "rdflib", "pyvis", "pyoxigraph"),
    *("trafilatura", "pyarrow", "lxml", "rich", "typer"),
)


def test_import_is_quick_and_light() -> None:
    code = f"import sys, kg; print([m for m in {HEAVY!r} if m in sys.modules])"
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        done = command("-c", code)
        times.append(time.perf_counter() - begin)
        assert done.stdout.strip() == "[]", done.stdout + done.stderr
    assert min(times) < 0.5


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
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        done = command("-m", "kg", "--help")
        times.append(time.perf_counter() - begin)
        assert "Usage: kg" in done.stdout
    assert min(times) < 0.5


FORBIDDEN = ("pickle", "shelve", "marshal", "eval", "exec")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_data_is_run_as_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    imported = {module.split(".")[0] for _, module in _imports(tree)}
    assert (called | imported).isdisjoint(FORBIDDEN)
