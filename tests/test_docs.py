"""The site builds without a warning, shows all there is, and asks nothing of another machine."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("material", reason="pip install 'kg-actors[docs]'")
pytest.importorskip("mkdocstrings", reason="pip install 'kg-actors[docs]'")

ROOT = Path(__file__).resolve().parent.parent
# What a browser fetches by itself, where it is on another machine.
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)[^>]*\ssrc="?https?:|<link[^>]*rel="?(?:stylesheet|preload|icon)[^>]*https?:"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "not included in the" not in done.stderr, "mkdocs.yml leaves pages out of its nav"
    return folder


def page(site: Path, name: str) -> str:
    return (site / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("index", "who did or said what to whom"),
        ("tutorial", "actor:sameh-shoukry"),
        ("contributing", "Add an export format"),
        ("changelog", "0.1.0"),
        ("store", "Graph Store Protocol"),
        ("design", "prov:wasDerivedFrom"),
        ("reference/cli", "--recognizer"),
        ("howto/export", "events.tsv"),
    ],
)
def test_pages(site: Path, name: str, shown: str) -> None:
    text = re.sub(r"<[^>]+>", "", page(site, name))
    assert shown in text
    assert "<!-- " not in text


def test_the_reference_is_that_of_the_docstrings(site: Path) -> None:
    text = page(site, "reference/python")
    assert 'id="kg.api.build"' in text
    assert "Day of publication of articles that do not say theirs." in text
    graph = page(site, "reference/graph")
    assert ":func:" not in graph  # roles have become links
    assert 'href="#kg.graph.events.group_claims"' in graph


@pytest.mark.parametrize(
    "room", ["text", "lexicon", "actors", "relations", "corpus", "graph", "export", "query", "view"]
)
def test_what_a_room_gives_is_in_the_reference(site: Path, room: str) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (site / "reference").glob("*.html")]
    shown = {name.rpartition(".")[2] for text in pages for name in re.findall(r'id="(kg[\w.]*)"', text)}
    assert set(getattr(import_module(f"kg.{room}"), "__all__", ())) - shown == set()


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    found = [p.name for p in site.rglob("*.html") if FETCHED.search(p.read_text(encoding="utf-8"))]
    assert found == []


def test_it_works_from_the_disk(site: Path, browser: Any) -> None:
    tab = browser.new_page()
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto((site / "howto" / "read.html").as_uri())
    tab.locator("input.md-search__input").click()
    tab.keyboard.type("apostrophe")
    tab.locator(".md-search-result__item", has_text="Take the data elsewhere").first.wait_for()
    tab.close()
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []
