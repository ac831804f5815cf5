"""Documents and extractions as bytes: for the state of a build, and for sending them between machines.

JSON, and never pickle: what is read back is data and cannot run. An extraction is written beside its
document's text and refers to it by offsets, so that names and sentences are not written twice.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from kg.model import Actor, Claim, Document, Extraction, Mention, Office


def encode_document(document: Document) -> bytes:
    """Write a document; :func:`decode_document` reads it back, equal.

    Parameters
    ----------
    document : Document

    Returns
    -------
    bytes
        JSON, in UTF-8.

    Examples
    --------
    >>> encode_document(Document("a", "قمة", date=dt.date(2024, 6, 25))).decode()
    '["a","قمة","","2024-06-25","","",""]'
    """
    d = document
    return _dump([d.id, d.text, d.title, _day(d.date), d.outlet, d.url, d.copy_of])


def decode_document(data: bytes) -> Document:
    """Read what :func:`encode_document` wrote.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    Document

    Examples
    --------
    >>> decode_document(encode_document(Document("a", "التقى", date=dt.date(2024, 6, 25)))).date
    datetime.date(2024, 6, 25)
    """
    id_, text, title, day, outlet, url, copy_of = json.loads(data)
    return Document(id_, text, title, _date(day), outlet, url, copy_of)


def content_hash(encoded: bytes) -> bytes:
    """Hash of a document as :func:`encode_document` writes it; two that differ anywhere differ in it.

    Parameters
    ----------
    encoded : bytes

    Returns
    -------
    bytes
        16 of them.

    Examples
    --------
    >>> one, other = Document("a", "قمة"), Document("a", "قمة", outlet="المرفأ")
    >>> content_hash(encode_document(one)) == content_hash(encode_document(other))
    False
    """
    return hashlib.blake2b(encoded, digest_size=16).digest()


def encode_extraction(extraction: Extraction) -> bytes:
    """Write an extraction, without its document; :meth:`Decoder.extraction` reads it back, equal.

    Parameters
    ----------
    extraction : Extraction

    Returns
    -------
    bytes
        JSON, in UTF-8.

    Examples
    --------
    >>> document = Document("a", "زار بغداد")
    >>> mention = Mention("a", "baghdad", 4, 9, "بغداد")
    >>> encode_extraction(Extraction(document, (), (mention,), ())).decode()
    '[[],[["baghdad",4,9]],[],[],""]'
    """
    text = extraction.document.text
    actors = [[a.id, a.type, a.name_ar, a.name_en, a.aliases, a.wikidata] for a in extraction.actors]
    mentions = [
        [m.actor_id, m.start, m.end, *_unless(m.text, text[m.start : m.end])] for m in extraction.mentions
    ]
    claims = [
        [
            c.relation, c.source_id, c.target_id, c.status, c.attributed_to, _day(c.date), c.place_id,
            c.trigger, c.trigger_start, c.start, c.end, *_unless(c.sentence, text[c.start : c.end]),
        ]
        for c in extraction.claims
    ]  # fmt: skip
    offices = [
        [o.holder_id, o.post, o.body_id, o.former, o.start, o.end, *_unless(o.title, text[o.start : o.end])]
        for o in extraction.offices
    ]
    return _dump([actors, mentions, claims, offices, extraction.sketch])


class Decoder:
    """Reads extractions back; equal names, actors and numbers become one object, which saves memory.

    Examples
    --------
    >>> document = Document("a", "زار بغداد")
    >>> Decoder().extraction(b'[[],[["baghdad",4,9]],[],[],""]', document).mentions
    (Mention(doc_id='a', actor_id='baghdad', start=4, end=9, text='بغداد'),)
    """

    def __init__(self) -> None:
        self._values: dict[Any, Any] = {}
        self._actors: dict[str, Actor] = {}

    def extraction(self, data: bytes, document: Document) -> Extraction:
        """Read what :func:`encode_extraction` wrote.

        Parameters
        ----------
        data : bytes
        document : Document
            The one that it was read from.

        Returns
        -------
        Extraction
        """
        text, doc = document.text, document.id
        once = self._values.setdefault
        actors, mentions, claims, offices, sketch = json.loads(data)
        sentences: dict[tuple[int, int], str] = {}
        return Extraction(
            document,
            tuple(map(self._actor, actors)),
            tuple(
                Mention(
                    doc, once(a, a), once(s, s), once(e, e),
                    once(t := other[0] if other else text[s:e], t),
                )
                for a, s, e, *other in mentions
            ),
            tuple(
                Claim(
                    doc, once(relation, relation), once(source, source), once(target, target),
                    once(status, status), once(word, word), _date(day), once(place, place),
                    once(trigger, trigger), once(at, at),
                    other[0] if other else sentences.setdefault((s, e), text[s:e]),
                    once(s, s), once(e, e),
                )
                for relation, source, target, status, word, day, place, trigger, at, s, e, *other in claims
            ),
            tuple(
                Office(
                    doc, once(holder, holder), once(t := other[0] if other else text[s:e], t),
                    once(post, post), once(body, body), former, once(s, s), once(e, e),
                )
                for holder, post, body, former, s, e, *other in offices
            ),
            once(sketch, sketch),
        )  # fmt: skip

    def _actor(self, fields: list[Any]) -> Actor:
        id_, kind, name_ar, name_en, aliases, wikidata = fields
        once = self._values.setdefault
        names = tuple(once(name, name) for name in aliases)
        actor = Actor(once(id_, id_), once(kind, kind), once(name_ar, name_ar), name_en, names, wikidata)
        known = self._actors.setdefault(id_, actor)
        return known if known == actor else actor


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _unless(value: str, expected: str) -> tuple[str, ...]:
    return () if value == expected else (value,)


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(day: str | None) -> dt.date | None:
    return None if day is None else dt.date.fromisoformat(day)
