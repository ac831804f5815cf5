"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# How long an example may take is no matter of these tests: a busy machine is slow now and then.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

CHECKOUT = Path(__file__).resolve().parent.parent
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Root of the source tree."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the annotated articles and the scoring script; the test is skipped where it is absent."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the annotated articles are not beside this checkout")
    return folder


def chromium() -> str | None:
    """Find the browser: ``KG_CHROMIUM``, or one of the usual names."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, closed after each module: only one may be driven at a time."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install 'kg-actors[test]'")
    path = chromium()
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium, or set KG_CHROMIUM to its path")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()
