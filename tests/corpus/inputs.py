"""Files made for the tests of the readers, and what becomes of them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from kg.corpus import read
from kg.errors import InputError
from kg.model import Document

BODY = "التقى الوزير نظيره في عمّان أمس."
DAY = dt.date(2024, 6, 25)


def lines(*records: object) -> str:
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def outcome(*inputs: Path | str | Document, **options: object) -> tuple[list[Document], list[str]]:
    """Documents, and the messages of what was skipped, with the names of folders taken off."""
    errors: list[InputError] = []
    documents = list(read(inputs, on_error=errors.append, **options))  # type: ignore[arg-type]
    return documents, [str(e).replace(str(Path(e.source).parent) + "/", "") for e in errors]
