"""Time to read texts of one word over and over, and of names that never repeat, as they grow.

    python benchmarks/long_texts.py [--kilobytes N]

Prints seconds of processor time for an eighth, a quarter, half and the whole of N kilobytes (1,000 where not
given), and what doubling the last half cost: 2 where time grows in proportion.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import time
from collections.abc import Callable, Iterator

from kg.extract import extract
from kg.lexicon import load
from kg.model import Document

REPEATED = {
    "one word": "كلمة ",
    "و": "و ",
    "commas": "، ",
    "opening quotes": "« ",
    "straight quotes": '" ',
    "stops": ". ",
    "one name": "بلينكن ",
    "a given name": "محمد ",
    "بن": "بن ",
    "a state": "إسرائيل ",
    "a title": "وزير ",
    "a verb": "التقى ",
    "a noun": "لقاء ",
    "a verb of saying": "قال ",
    "a day": "24 يونيو ",
    "a clause": "التقى بلينكن نتنياهو ",
    "speech": "قال بلينكن إن ",
    "speech in quotes": "قال بلينكن: «",
    "a list": "كلا من بلينكن و",
    "sentences": "قال بلينكن إن إسرائيل هاجمت لبنان. ",
}
NEW = {"new persons": "محمد {}، ", "new ministers": "الوزير {} {}، ", "new bodies": "رئيس منظمة {} {}، "}
PARTS = (8, 4, 2, 1)


def repeated(piece: str) -> Callable[[int], str]:
    """Make texts of one piece."""
    return lambda size: piece * (size // len(piece.encode()))


def new(pattern: str) -> Callable[[int], str]:
    """Make texts of a pattern with words that never come again."""
    words: Iterator[str] = map("".join, itertools.product("بتثجحخدذرزسشصضط", repeat=5))
    width = len(pattern.format("ببببب", "ببببب").encode())
    return lambda size: "".join(
        pattern.format(word, word[::-1]) for word in itertools.islice(words, size // width)
    )


def seconds(text: str) -> float:
    """Processor time of one reading."""
    begin = time.process_time()
    extract(Document("d", text, date=dt.date(2024, 6, 25)), load())
    return time.process_time() - begin


def measure(size: int) -> None:
    """Print a line for each kind of text."""
    seconds(REPEATED["sentences"])
    makers = {k: repeated(v) for k, v in REPEATED.items()} | {k: new(v) for k, v in NEW.items()}
    for name, make in makers.items():
        took = [seconds(make(size // part)) for part in PARTS]
        cells = "".join(f"{s:8.2f}" for s in took)
        print(f"{name:18}{cells}   x{took[-1] / max(took[-2], 1e-3):.1f}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kilobytes", type=int, default=1_000)
    measure(parser.parse_args().kilobytes * 1000)
