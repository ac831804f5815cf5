"""What the site shows of the rest of the project, taken from there when it is built.

The front page, the guide for contributors, the changes and the promises of security are files of the root;
the help of the command and the table of formats are what the program says; roles in docstrings become links.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import griffe
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
SHOWN = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
}
ROLE = re.compile(r":(?:class|func|meth|attr|data|mod|exc):`~?(?:(\w[^`<]*) <)?([\w.]+)>?`")
COMMANDS = ("build", "query", "view", "validate", "serve", "evaluate", "actors")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files of the root as pages."""
    for name, page in SHOWN.items():
        if (ROOT / name).exists():
            text = _at_home((ROOT / name).read_text(encoding="utf-8"))
            files.append(File.generated(config, page, content=text))
    return files


def _at_home(text: str) -> str:
    """Make links between files of the root links between pages."""

    def moved(found: re.Match[str]) -> str:
        target, anchor = found[1], found[2] or ""
        if target in SHOWN:
            return f"]({SHOWN[target]}{anchor})"
        return f"]({target.removeprefix('docs/')}{anchor})"

    return re.sub(r"\]\(([\w./-]+)(#[\w-]+)?\)", moved, text)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put in what the program says of itself."""
    if "<!-- help -->" in markdown:
        markdown = markdown.replace("<!-- help -->", "\n\n".join(map(_help, ("", *COMMANDS))))
    if "<!-- formats -->" in markdown:
        markdown = markdown.replace("<!-- formats -->", _formats())
    return markdown


def _help(command: str) -> str:
    arguments = [sys.executable, "-m", "kg", *command.split(), "--help"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "PYTHONUTF8": "1"}
    done = subprocess.run(arguments, env=environment, capture_output=True, encoding="utf-8", check=True)
    heading = f"## kg {command}\n\n" if command else ""
    return f"{heading}```text\n{done.stdout.strip()}\n```"


def _formats() -> str:
    sys.path.insert(0, str(ROOT))
    from kg.export.base import FORMATS

    rows = [f"| `{name}` | {form.files} | {form.purpose} |" for name, form in FORMATS.items()]
    return "\n".join(["| Format | Writes | Serves |", "|---|---|---|", *rows])


class Roles(griffe.Extension):
    """Turns the roles of docstrings (``:class:`kg.model.Claim```) into links to what is on the site."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite one docstring."""
        if obj.docstring is not None:
            obj.docstring.value = ROLE.sub(lambda found: _link(found, obj), obj.docstring.value)


def _link(found: re.Match[str], obj: griffe.Object) -> str:
    shown, target = found[1] or found[2], found[2]
    name: str | None = target if target.startswith("kg.") else None
    scope: griffe.Object | None = obj
    while name is None and scope is not None:  # a name counts in the class, then in the module it stands in
        if target.partition(".")[0] in scope.members:
            name = f"{scope.path}.{target}"
        scope = scope.parent if isinstance(scope.parent, griffe.Object) else None
    if name is None:
        return f"`{shown}`"
    return f'<autoref identifier="{name}" optional><code>{shown}</code></autoref>'
