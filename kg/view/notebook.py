"""The page inside a notebook: Jupyter, JupyterLab, VS Code and Colab."""

from __future__ import annotations

import html as _html
from dataclasses import dataclass

from kg.view.summary import summary_in


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that a notebook displays.

    The page stands in an ``iframe`` without an origin of its own, so that nothing in it can reach the
    notebook. A notebook that is not trusted drops the frame; the summary beneath it stays.

    Parameters
    ----------
    html : str
        The whole page.
    height : int or str
        Height of the frame in pixels, or as CSS writes it.

    Examples
    --------
    >>> "height:200px" in Inline("<p>hello</p>", 200)._repr_html_()
    True
    """

    html: str
    height: int | str = 640

    def _repr_html_(self) -> str:
        height = f"{self.height}px" if isinstance(self.height, int) else str(self.height)
        frame = (
            f'<iframe srcdoc="{_html.escape(self.html, quote=True)}" '
            'sandbox="allow-scripts allow-downloads" title="kg" '
            f'style="width:100%;height:{_html.escape(height, quote=True)};border:1px solid #8888;'
            'border-radius:6px"></iframe>'
        )
        return frame + summary_in(self.html)

    def __repr__(self) -> str:
        return f"<Inline page, {len(self.html):,} characters>"


def show(html: str, height: int | str = 640) -> Inline:
    """Display a page in a notebook.

    Each display adds the whole page to the notebook file.

    Parameters
    ----------
    html : str
        What :func:`kg.view.page` returned.
    height : int or str
        Height of the frame in pixels, or as CSS writes it (``"80vh"``).

    Returns
    -------
    Inline
        IPython displays it where it is the last value of a cell.

    Examples
    --------
    >>> show("<p>hello</p>", height=200)
    <Inline page, 12 characters>
    """
    return Inline(html, height)
