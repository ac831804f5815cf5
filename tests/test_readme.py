"""What the README and the pages of docs/ say holds: commands, outputs, Turtle, links."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

import kg

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATHS = sorted(set(re.findall(r"`((?:examples|ontologies|tests|notebooks|docs|\.ci)/[^` ]*)[` ]", README)))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWING = [page for page in PAGES if re.search("^```(console|pycon)$", page.read_text("utf-8"), re.MULTILINE)]
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def runner() -> ModuleType:
    return script("run_readme")


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.stem)
def test_it_shows_what_the_program_prints(runner: ModuleType, page: Path) -> None:
    _, changes = runner.compare(page)
    assert changes == "", "python docs/run_readme.py --write sets the outputs anew"


def test_a_wrong_output_would_be_found(runner: ModuleType, tmp_path: Path) -> None:
    text = "```pycon\n>>> 1 + 1\n3\n>>> for n in range(2):\n...     print(n)\n...\n0\n```\n"
    right = "```pycon\n>>> 1 + 1\n2\n>>> for n in range(2):\n...     print(n)\n...\n0\n1\n```\n"
    assert runner.run(text, tmp_path) == right
    shell = "```console\n$ echo a\n> echo b\nc\n$ kg --version\nnone\n```\n"
    printed = f"```console\n$ echo a\n> echo b\na\nb\n$ kg --version\nkg {kg.__version__}\n```\n"
    assert runner.run(shell, tmp_path) == printed


def test_two_commands_set_everything_up() -> None:
    first = next(block for kind, block in BLOCKS if kind == "sh").splitlines()
    assert first == [
        "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/kg build examples -o out",
        ".venv/bin/pip install -q '.[test]' && .venv/bin/python -m pytest",
    ]


def test_its_turtle_adds_an_actor_a_relation_and_a_title(tmp_path: Path) -> None:
    actor, relation, title = (block for kind, block in BLOCKS if kind == "turtle")
    mine = tmp_path / "mine"
    shutil.copytree(ROOT / "ontologies", mine)
    for name, more in (("relations.ttl", relation), ("titles.ttl", title)):
        file = mine / name
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{more}", encoding="utf-8")
    actors = tmp_path / "my-actors.ttl"
    actors.write_text(actor, encoding="utf-8")
    article = kg.Document("d", "نعى ملتقى مياه النيل أمس الناظر عثمان الزبير.")

    before = kg.build([article])
    assert "nile-water-forum" not in set(before.actors.actor_id)
    assert before.events.empty
    after = kg.build([article], actors=actors, ontologies=mine)
    assert list(after.events.relation) == ["mourned"]
    assert list(after.events.source_id) == ["nile-water-forum"]
    assert list(after.events.target_name) == ["عثمان الزبير"]
    assert "الناظر عثمان الزبير" in set(after.mentions.text)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_what_it_links_to_is_there(link: str) -> None:
    if link.startswith("#"):
        heads = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
        anchors = {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
        assert link[1:] in anchors
    else:
        assert (ROOT / link).exists()


@pytest.mark.parametrize("path", PATHS)
def test_what_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_its_pictures_can_be_made_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("playwright", reason="pip install 'kg-actors[test]'")
    if not (os.environ.get("KG_CHROMIUM") or any(map(shutil.which, BROWSERS))):
        pytest.skip("no Chromium here: apt-get install chromium, or set KG_CHROMIUM to its path")
    maker = script("make_picture")
    kept = {path.name: path for path in (ROOT / "docs" / "pictures").iterdir()}
    monkeypatch.setattr(maker, "PICTURES", tmp_path)
    maker.main()
    made = {path.name: path for path in tmp_path.iterdir()}
    assert set(made) == set(kept)
    for name, path in made.items():
        assert f"docs/pictures/{name}" in README
        header = path.read_bytes()[:24]  # the signature and, at the end, width and height
        assert header == kept[name].read_bytes()[:24]
        assert path.stat().st_size > 100_000  # a page that failed to draw is nearly empty


def test_the_interpreter_it_asks_for_is_the_one_the_package_asks_for() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'requires-python = ">=3.11,<3.14"' in project
    assert "Python 3.11 to 3.13" in README
    assert sys.version_info[:2] >= (3, 11)
