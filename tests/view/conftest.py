"""Pages opened in a Chromium without any network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Opened:
    """An open page and all that it did that it should not do."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def js(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def settle(self) -> None:
        """Wait until what was asked for is drawn."""
        self.page.wait_for_timeout(220)

    def text(self, selector: str = "#details") -> str:
        return str(self.page.inner_text(selector))

    def shown(self) -> list[str]:
        """Ids of the actors in the drawing."""
        return sorted(self.js("KG.graph.drawn.map(a => KG.data.actors.id[a])"))

    def lines(self) -> list[str]:
        """Edges in the drawing, as ``source status target``."""
        return sorted(
            self.js(
                "KG.graph.lines.map(b => [KG.data.actors.id[KG.data.typed.from[b]],"
                " KG.data.raw.statuses[KG.data.edges.status[b]],"
                " KG.data.actors.id[KG.data.typed.to[b]]].join(' '))"
            )
        )

    def click_at(self, x: float, y: float) -> None:
        box = self.page.locator("#graph").bounding_box()
        self.page.mouse.move(box["x"] + x, box["y"] + y)
        self.page.mouse.click(box["x"] + x, box["y"] + y)
        self.settle()

    def place(self, actor: str) -> tuple[float, float]:
        at = self.js(
            f"KG.graph.network.canvasToDOM(KG.graph.network.getPosition(KG.data.byId.get({actor!r})))"
        )
        return at["x"], at["y"]

    def click_actor(self, actor: str) -> None:
        self.click_at(*self.place(actor))


def violations(one: Opened) -> list[Any]:
    """What axe-core finds wrong in the page as it is now."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(one.page).response["violations"]
    return [(v["id"], v["impact"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found]


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Open the text of a page from a file, offline; the fixture fails the test if it reached for anything."""
    contexts = []
    all_opened: list[Opened] = []

    def open_(html: str, fragment: str = "", **options: Any) -> Opened:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        # Without animations an actor stands where it will stand as soon as it is asked for.
        settings: dict[str, Any] = {
            "viewport": {"width": 1400, "height": 850}, "offline": True,
            "color_scheme": "light", "reduced_motion": "reduce",
        }  # fmt: skip
        settings |= options
        context = browser.new_context(**settings)
        contexts.append(context)
        tab = context.new_page()
        one = Opened(tab)
        all_opened.append(one)
        tab.on("request", lambda request: one.requests.append(request.url))
        tab.on("console", lambda message: message.type == "error" and one.errors.append(message.text))
        tab.on("pageerror", lambda error: one.errors.append(str(error)))
        tab.on("dialog", lambda dialog: (one.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))
        tab.goto(path.as_uri() + fragment)
        if options.get("java_script_enabled", True):
            tab.wait_for_function("() => typeof KG !== 'undefined' && KG.firstDrawing && KG.app.ready")
        return one

    yield open_
    for one in all_opened:
        foreign = [url for url in one.requests if not url.startswith(("file:", "blob:", "data:"))]
        assert foreign == [], "the page made requests"
        assert one.errors == [], "the page reported errors"
    for context in contexts:
        context.close()
