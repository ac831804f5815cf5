"""From bytes to text: UTF-8, or what a byte-order mark says; anything else is named, not guessed."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

# The longer mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONVERT = "is not UTF-8; it looks like {}, convert with: iconv -f {} -t UTF-8 OLD > NEW"
_ARABIC = re.compile("[\u0621-\u064a]")


def mark(head: bytes) -> tuple[str, int]:
    r"""Return the encoding that a mark at the beginning declares, and the mark's length; UTF-8 without one.

    Parameters
    ----------
    head : bytes
        The first bytes, four or more where there are so many.

    Returns
    -------
    (str, int)

    Examples
    --------
    >>> mark(b"\xff\xfeA\x00"), mark("قمة".encode())
    (('utf-16-le', 2), ('utf-8', 0))
    """
    for bom, encoding in _MARKS:
        if head.startswith(bom):
            return encoding, len(bom)
    return "utf-8", 0


def decode(data: bytes, source: str, line: int | None = None) -> str:
    """Decode bytes, strictly.

    Parameters
    ----------
    data : bytes
    source : str
        For the message.
    line : int, optional
        Line that the bytes are of; found by itself where they are a whole file.

    Returns
    -------
    str
        Without the mark.

    Raises
    ------
    InputError
        With the likely encoding and a command that converts the file.

    Examples
    --------
    >>> decode("قمة".encode("utf-16"), "a.txt")
    'قمة'
    """
    encoding, skip = mark(data) if line is None else ("utf-8", 0)
    if encoding == "utf-8" and utf16_order(data):
        raise InputError(source, advice(data), line or 1)
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: skip + error.start].count(b"\n")
        raise InputError(source, advice(data, encoding), before + 1 if line is None else line) from None


def advice(data: bytes, encoding: str = "utf-8") -> str:
    """Say what bytes that are not UTF-8 look like, and what to do.

    Parameters
    ----------
    data : bytes
    encoding : str
        The one that they were decoded as.

    Returns
    -------
    str

    Examples
    --------
    >>> advice("قال الوزير إن القمة نجحت".encode("cp1256"))
    'is not UTF-8; it looks like Windows-1256, convert with: iconv -f WINDOWS-1256 -t UTF-8 OLD > NEW'
    """
    if encoding == "utf-8" and (order := utf16_order(data)):
        return _CONVERT.format("UTF-16 without a mark", f"UTF-16{order}")
    if encoding == "utf-8" and looks_like_cp1256(data):
        return _CONVERT.format("Windows-1256", "WINDOWS-1256")
    return f"has bytes that are not {encoding.upper()}: save it as UTF-8"


def foreign(head: bytes) -> bool:
    """Tell whether the beginning of a file without a mark looks like another encoding than UTF-8.

    Parameters
    ----------
    head : bytes

    Returns
    -------
    bool

    Examples
    --------
    >>> foreign("قال الوزير".encode("cp1256")), foreign("قال الوزير".encode())
    (True, False)
    """
    return bool(utf16_order(head)) or looks_like_cp1256(head)


def utf16_order(data: bytes) -> str:
    """Byte order of Arabic in UTF-16 without a mark, where every second byte is 6 or, in spaces, 0.

    Parameters
    ----------
    data : bytes
        The first 4,096 are looked at.

    Returns
    -------
    {'BE', 'LE', ''}
        Empty where it is something else.

    Examples
    --------
    >>> utf16_order("قال الوزير".encode("utf-16-be")), utf16_order("قال".encode())
    ('BE', '')
    """
    head = data[:4_096]
    for order, high in (("BE", head[::2]), ("LE", head[1::2])):
        if len(high) > 1 and high.count(0) + high.count(6) > 0.9 * len(high):
            return order
    return ""


def looks_like_cp1256(data: bytes) -> bool:
    """Tell Arabic text in Windows-1256 from UTF-8 with a broken byte or two.

    Parameters
    ----------
    data : bytes
        The first 65,536 are looked at.

    Returns
    -------
    bool

    Examples
    --------
    >>> looks_like_cp1256("قال الوزير إن القمة نجحت".encode("cp1256"))
    True
    >>> looks_like_cp1256("قال الوزير".encode() + bytes([0xE5]))
    False
    """
    head = data[:65_536]
    as_utf8 = head.decode("utf-8", "replace")
    if as_utf8.count("\ufffd") <= len(_ARABIC.findall(as_utf8)):
        return False
    high = sum(byte >= 0x80 for byte in head)
    return len(_ARABIC.findall(head.decode("cp1256", "replace"))) > high * 0.6
