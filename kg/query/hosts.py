"""Which names a server on this machine answers to, so that no web page reads it by a name of its own.

A page may let its own name lead to 127.0.0.1 once it is open (DNS rebinding); the browser then takes the
server for a part of that page. It still sends that name as ``Host``.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


def answers_to(asked: str, bound: str) -> bool:
    """Tell whether a request is meant for this server.

    Parameters
    ----------
    asked : str
        The ``Host`` of the request; empty where it has none, which no browser leaves out.
    bound : str
        Address that the server listens on. One that is not loopback was opened to others on purpose, by
        whatever name they call it.

    Returns
    -------
    bool

    Examples
    --------
    >>> answers_to("localhost:7878", "127.0.0.1"), answers_to("evil.example:7878", "127.0.0.1")
    (True, False)
    """
    if not asked or not _loopback(bound):
        return True
    try:
        return _loopback(urlsplit(f"//{asked}").hostname or "")
    except ValueError:
        return False


def _loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
