"""Looks at a picture: how large it is, and how much is drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from matplotlib.image import imread


def size_and_ink(path: Path) -> tuple[tuple[int, int], float]:
    """Width and height in pixels, and the share of them that is not white."""
    pixels = imread(path)[..., :3]
    height, width, _ = pixels.shape
    return (width, height), float(np.mean((pixels < 0.98).any(axis=2)))
