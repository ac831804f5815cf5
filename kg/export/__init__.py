"""Writes a data set to files, one small module a format.

A format is a function ``(dataset, out, settings) -> paths`` and a line in :data:`kg.export.base.FORMATS`.
"""

from kg.export.base import DATA, FORMATS, KG, ExportError, Settings, names, write
from kg.export.files import replacing

__all__ = ["DATA", "FORMATS", "KG", "ExportError", "Settings", "names", "replacing", "write"]
