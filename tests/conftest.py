"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


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
