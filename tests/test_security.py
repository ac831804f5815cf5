"""What SECURITY.md promises of the code itself."""

from __future__ import annotations

import ast
import re
import socket
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from tests.test_cli import ARTICLE

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
RUNS_DATA = {"pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "yaml"}
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_data_is_run(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        assert not {name.partition(".")[0] for name in names} & RUNS_DATA
        if isinstance(node, ast.Call):
            assert not (isinstance(node.func, ast.Name) and node.func.id in RUNS_TEXT)
            assert not [k for k in node.keywords if k.arg in ("shell", "allow_pickle", "resolve_entities")]
            assert not (isinstance(node.func, ast.Attribute) and node.func.attr in ("system", "popen"))


def test_a_build_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any) -> None:
        raise AssertionError(f"a connection to {arguments[1:]}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = (
        f'<html><head><link href="https://example.org/x.css" rel="stylesheet"></head><p>{ARTICLE}</p></html>'
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    for arguments in (
        ["build", str(tmp_path / "a.html"), "-o", str(tmp_path / "out"), "--date", "2024-06-25"],
        ["view", str(tmp_path / "out"), "-o", str(tmp_path / "page.html")],
        ["validate", str(tmp_path / "out")],
        ["query", str(tmp_path / "out"), "--stock", "who-met-whom"],
        ["actors", "بلينكن"],
    ):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code in (None, 0)
    assert (tmp_path / "page.html").exists()


def test_the_files_that_the_promises_name_are_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)`", text)
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).is_file()] == []
