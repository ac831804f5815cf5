"""Run the notebooks from clean and keep their outputs. ``python notebooks/run.py [NAME...]``.

What changes from run to run without meaning anything (times, counters of the machine) is left out of the files,
so that a difference between two runs is a difference in what the program finds.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


def executed(path: Path, timeout: int = 300) -> Any:
    """Run a notebook in its folder, with the package of this checkout.

    Parameters
    ----------
    path : Path
    timeout : int
        Seconds that one cell may take.

    Returns
    -------
    nbformat.NotebookNode
        With its outputs. A cell that fails raises ``nbclient.exceptions.CellExecutionError``.
    """
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    places = [str(FOLDER.parent), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, places)), "PYTHONUTF8": "1"}
    client = NotebookClient(
        notebook, timeout=timeout, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute(env=environment)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def main() -> None:
    """Run those named, or all."""
    import nbformat

    names = sys.argv[1:] or sorted(path.name for path in FOLDER.glob("*.ipynb"))
    for name in names:
        path = FOLDER / name
        text = nbformat.writes(executed(path)) + "\n"
        path.write_text(text, encoding="utf-8")
        print(f"{name}: {len(text.encode()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
