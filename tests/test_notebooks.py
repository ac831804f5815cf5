"""The notebooks run from clean, and are committed with outputs that show without running."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

nbformat: Any = pytest.importorskip("nbformat", reason="pip install 'kg-actors[test]'")
pytest.importorskip("matplotlib", reason="pip install 'kg-actors[test]'")

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def runner() -> ModuleType:
    return load("run")


@pytest.fixture
def make_month() -> Iterator[ModuleType]:
    yield load("make_month")
    sys.modules.pop("make_month")


def outputs(notebook: Any, kind: str) -> list[str]:
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if kind in output.get("data", {}):
                found.append(str(output["data"][kind]))
            elif kind == "stream" and output["output_type"] == "stream":
                found.append(str(output["text"]))
    return found


def test_the_four_are_there() -> None:
    assert NAMES == ["01_from_article_to_graph", "02_sparql", "03_politics_of_a_month", "04_your_own"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_it_runs_from_clean(runner: ModuleType, path: Path) -> None:
    done = runner.executed(path)
    kept = nbformat.read(path, as_version=4)
    numbers = [cell.execution_count for cell in done.cells if cell.cell_type == "code"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [c.source for c in kept.cells] == [c.source for c in done.cells]
    # As many tables and pictures as the committed file has: it is not the file of another state of the code.
    for kind in ("text/html", "image/png"):
        assert len(outputs(done, kind)) == len(outputs(kept, kind)), "python notebooks/run.py runs them anew"
    empty = [html for html in outputs(done, "text/html") if "<tbody>" in html and "<td" not in html]
    assert empty == [], "a table without rows shows nothing"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_it_is_committed_with_outputs_that_show_anywhere(path: Path) -> None:
    assert path.stat().st_size < 1_500_000
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    pages = outputs(notebook, "text/html")
    assert any("<table" in page for page in pages)
    assert path.stem == "04_your_own" or len(outputs(notebook, "image/png")) >= 1
    for page in pages:  # a viewer that drops the frame has the summary
        assert "<iframe" not in page or "<table" in page.split("</iframe>")[1]
    warnings = [text for text in outputs(notebook, "stream") if re.search(r"Warning|Glyph|/home/|/tmp", text)]
    assert warnings == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_it_keeps_nothing_of_the_machine(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert all("execution" not in cell["metadata"] for cell in notebook["cells"])


def test_the_month_is_the_same_each_time(make_month: ModuleType, tmp_path: Path) -> None:
    script = FOLDER / "make_month.py"
    texts = []
    for seed in ("0", "1"):
        target = tmp_path / f"{seed}.jsonl"
        subprocess.run([sys.executable, str(script), str(target)], check=True, env={"PYTHONHASHSEED": seed})
        texts.append(target.read_text(encoding="utf-8"))
    assert texts[0] == texts[1] == "".join(make_month.lines())
    assert texts[0] != "".join(make_month.lines(seed=1))


def test_the_month_tells_what_it_says_it_tells(make_month: ModuleType) -> None:
    articles, told = make_month.month()
    texts = {article["id"]: article["text"] for article in articles}
    assert len(articles) > 90
    assert {event.status for event, _ in told} == {"occurred", "planned", "negated"}
    for event, article in told:
        for country in (event.source, event.target):
            if country is not None:
                names = (country.minister, country.name, country.capital, country.adjective)
                assert any(name.removeprefix("ال") in texts[article] for name in names), event
