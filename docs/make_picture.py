"""Make the README's picture: build the examples and photograph the page. ``python docs/make_picture.py``.

Needs Playwright (the extra ``test``) and a Chromium on the machine; see :mod:`kg.view.picture`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import kg
from kg.view.picture import picture

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
# The file and what the page's address has behind # in that view.
VIEWS = {"page.png": "lang=en&actor=ayman-safadi&focus=ayman-safadi"}


def main() -> None:
    """Write the pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "graph.html"
        kg.build([ROOT / "examples"], date="2024-09-05").view(page)
        for name, fragment in VIEWS.items():
            picture(page, PICTURES / name, fragment=fragment, width=1280, height=760, scale=1.5)
            print(PICTURES / name)


if __name__ == "__main__":
    main()
