"""Search for inputs that break the readers, the extractor or the exports, guided by coverage.

    pip install atheris
    python -m tests.fuzz extractor FOLDER -max_total_time=600 -max_len=4096

The first argument is a target of :mod:`tests.fuzz.targets`, the second a folder that keeps the inputs which
reached something new; what follows are options of libFuzzer. An input that breaks something is written to
``crash-...`` in this folder; put it into the table of ``test_fuzz.py`` when it is mended.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import atheris


def main() -> None:
    """Fuzz the target that is named."""
    if len(sys.argv) < 3 or sys.argv[1] not in ("extractor", "readers", "exports"):
        sys.exit("name a target (extractor, readers or exports) and a folder")
    with atheris.instrument_imports(include=["kg"]):
        from tests.fuzz.targets import TARGETS, seeds

        name, folder = sys.argv.pop(1), Path(sys.argv[1])
        TARGETS[name](b"")  # what is loaded once is not counted
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds(name):
        (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
