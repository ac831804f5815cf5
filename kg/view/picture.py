"""A picture of a page, for a README or a paper: ``python -m kg.view.picture graph.html graph.png``.

It opens the page in Chromium as a reader would, so the picture shows what the page shows. Needs Playwright
(``pip install 'kg-actors[test]'``) and a Chromium on the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from kg.errors import KgError, MissingExtraError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def picture(
    source: Path,
    target: Path,
    *,
    fragment: str = "",
    width: int = 1440,
    height: int = 860,
    scale: float = 2.0,
) -> None:
    """Write what a page shows as a PNG file.

    Parameters
    ----------
    source, target : Path
        The page and the picture.
    fragment : str
        What the page's address has behind ``#`` once the wanted view is open in a browser, such as
        ``lang=en&theme=dark&actor=egypt``.
    width, height : int
        Size of the window.
    scale : float
        Pixels of the picture for each of the window.

    Raises
    ------
    KgError
        If there is no page, or no Chromium on the machine.
    MissingExtraError
        If Playwright is not installed.

    Examples
    --------
    >>> picture(Path("graph.html"), Path("graph.png"))  # doctest: +SKIP
    """
    if not source.is_file():
        raise KgError(f"{source}: no such page; 'kg build' and 'kg view' write one")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise MissingExtraError("a picture of the page", "test") from error
    browser_path = os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if browser_path is None:
        raise KgError("no Chromium found: install one, or set KG_CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        tab = browser.new_page(
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
            offline=True,
            color_scheme="light",
            reduced_motion="reduce",
        )
        tab.goto(source.resolve().as_uri() + (f"#{fragment}" if fragment else ""))
        tab.wait_for_function("() => typeof KG !== 'undefined' && KG.firstDrawing && KG.app.ready")
        tab.wait_for_timeout(300)
        aside = target.with_name(f".{target.name}.part")
        aside.write_bytes(tab.screenshot(type="png"))
        aside.replace(target)
        browser.close()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m kg.view.picture", description="a page as a PNG file")
    parser.add_argument("page", type=Path)
    parser.add_argument("png", type=Path)
    parser.add_argument("--fragment", default="", help="what the address has behind # in the wanted view")
    parser.add_argument("--size", default="1440x860", help="of the window (default: %(default)s)")
    given = parser.parse_args()
    width, _, height = given.size.partition("x")
    try:
        picture(given.page, given.png, fragment=given.fragment, width=int(width), height=int(height))
    except KgError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
