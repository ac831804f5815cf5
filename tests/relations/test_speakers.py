"""Who goes on speaking behind relative clauses and demands, and what looks like saying or promising."""

from __future__ import annotations

import pytest

from tests.sentences import Row, check, row

ROWS = [
    row(
        "انتقد هاكان فيدان القرار الذي أصدره مجلس النواب العراقي، مشيراً إلى أن الوضع صعب.",
        "criticized | hakan-fidan | مجلس النواب العراقي",
        "stated | hakan-fidan | -",
    ),
    row("أكد هاكان فيدان ضرورة أن تلتزم سوريا بالاتفاق.", "affirmed | hakan-fidan | -"),
    row("تعهد هاكان فيدان بدعم سوريا.", "promised | hakan-fidan | -"),
    row(
        "أكد هاكان فيدان اعتماد مبدأ الحوار، داعياً إلى متابعة دقيقة للملف.",
        "affirmed | hakan-fidan | -",
        "called-on | hakan-fidan | -",
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_speakers(row: Row) -> None:
    check(row)
