"""JSON-LD: plain JSON for readers who know no RDF, and exactly the triples of the Turtle for those who do.

At the top are lists of relations, actors, documents, events, offices and namings; each event holds its
claims. The context that gives the keys their meaning is ``ontologies/context.jsonld``, and is written into
the file, so that reading it needs no network.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.export.base import Settings
from kg.export.files import replacing
from kg.export.terms import CLASSES, KINDS, local, property_name
from kg.export.triples import edges, naming_id, office_id, used_relations
from kg.graph.events import claim_id
from kg.model import Actor, Claim, Dataset, Document, Event, Office, Relation


def write_jsonld(dataset: Dataset, out: Path, settings: Settings) -> list[Path]:
    """Write ``graph.jsonld``, an entry a line.

    Parameters
    ----------
    dataset : Dataset
        What is written.
    out : Path
        Folder; made where it is missing.
    settings : Settings
        Relation types, namespace of the data, and names with a slant.

    Returns
    -------
    list of Path
        ``graph.jsonld`` alone.

    Raises
    ------
    ExportError
        Where it cannot be written; an earlier one stays as it was.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> cairo = Actor("cairo", "place", "القاهرة", "Cairo")
    >>> with TemporaryDirectory() as folder:
    ...     [path] = write_jsonld(Dataset((), (cairo,), (), ()), Path(folder), Settings({}))
    ...     json.loads(path.read_text("utf-8"))["actors"]
    [{'id': 'actor:cairo', 'type': 'Place', 'name': {'ar': 'القاهرة', 'en': 'Cairo'}}]
    """
    path = out / "graph.jsonld"
    with replacing(path) as aside, aside.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"@context": ' + json.dumps(context(dataset, settings), ensure_ascii=False))
        for name, entries in _sections(dataset, settings):
            file.write(f',\n"{name}": [')
            for number, entry in enumerate(entries):
                file.write((",\n" if number else "\n") + json.dumps(entry, ensure_ascii=False))
            file.write("\n]")
        file.write("\n}\n")
    return [path]


def context(dataset: Dataset, settings: Settings) -> dict[str, Any]:
    """Give the committed context, with the relations at hand as keys and the namespace of the data.

    Parameters
    ----------
    dataset : Dataset
        Its relations become keys.
    settings : Settings
        Relation types, and the namespace of the data.

    Returns
    -------
    dict of str to object
        What stands under ``@context``.

    Examples
    --------
    >>> context(Dataset((), (), (), ()), Settings({}, base="https://example.org/"))["actor"]
    'https://example.org/actor/'
    """
    from kg.lexicon import ontology_dir

    committed = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))
    terms: dict[str, Any] = committed["@context"]
    for kind in KINDS:
        terms[kind] = f"{settings.base}{kind}/"
    for name in sorted({event.relation for event in dataset.events}):
        key = _property(name, settings)
        terms.setdefault(key, {"@id": f"kg:{key}", "@type": "@id", "@container": "@set"})
    return terms


def _property(relation: str, settings: Settings) -> str:
    known = settings.relations.get(relation)
    return known.property if known else local(property_name(relation))


def _sections(dataset: Dataset, settings: Settings) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    direct = edges(dataset, settings)
    documents = {document.id: document for document in dataset.documents}
    namings = Counter((m.doc_id, m.actor_id, m.text) for m in dataset.mentions)
    yield "relations", _filled(_relation(r) for r in used_relations(dataset, settings))
    known = {actor.id for actor in dataset.actors}
    yield "actors", _filled(_actor(a, direct.get(a.id, set()), settings) for a in dataset.actors)
    yield "documents", _filled(_document(d) for d in dataset.documents)
    yield "events", _filled(_event(e, settings) for e in dataset.events)
    yield "offices", _filled(_office(o, documents.get(o.doc_id)) for o in dict.fromkeys(dataset.offices))
    yield "namings", _filled(_naming(*key, times) for key, times in sorted(namings.items()))
    if strays := sorted(direct.keys() - known):
        yield "others", ({"id": _id("actor", s), **_direct(direct[s], settings)} for s in strays)


def _filled(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Leave out what is unknown: nothing, and empty lists."""
    for entry in entries:
        yield {key: value for key, value in entry.items() if value not in (None, [], {})}


def _id(kind: str, name: str | None) -> str | None:
    return f"{kind}:{local(name)}" if name is not None else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "id": f"rel:{local(relation.id)}",
        "type": "RelationType",
        "property": {
            "id": f"kg:{relation.property}",
            "label": {"ar": relation.label_ar, "en": relation.label_en},
        },
        "symmetric": relation.symmetric,
        "name": {"ar": relation.label_ar, "en": relation.label_en},
        "broader": [
            f"{kind}:{local(name)}"
            for kind, name in (("group", relation.group), ("quad", relation.quad))
            if name
        ],
        "plover": relation.plover or None,
        "cameo": relation.cameo or None,
    }


def _actor(actor: Actor, direct: set[tuple[str, str]], settings: Settings) -> dict[str, Any]:
    slanted = list(dict.fromkeys(settings.loaded.get(actor.id, ())))
    names = {"ar": actor.name_ar, "en": actor.name_en}
    return {
        "id": _id("actor", actor.id),
        "type": CLASSES[actor.type],
        "name": {language: name for language, name in names.items() if name},
        "aliases": [name for name in dict.fromkeys(actor.aliases) if name not in slanted],
        "loadedNames": slanted,
        "wikidata": _id("wd", actor.wikidata or None),
        **_direct(direct, settings),
    }


def _direct(direct: set[tuple[str, str]], settings: Settings) -> dict[str, list[str | None]]:
    found: dict[str, list[str | None]] = {}
    for relation, target in sorted(direct):
        found.setdefault(_property(relation, settings), []).append(_id("actor", target))
    return found


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": _id("doc", document.id),
        "type": "Document",
        "identifier": document.id,
        "headline": document.title or None,
        "published": _day(document.date),
        "outlet": document.outlet or None,
        "url": document.url or None,
        "copyOf": _id("doc", document.copy_of) if document.copy_of else None,
    }


def _event(event: Event, settings: Settings) -> dict[str, Any]:
    return {
        "id": f"event:{event.id}",
        "type": "Event",
        "relation": f"kg:{_property(event.relation, settings)}",
        "source": _id("actor", event.source_id),
        "sourceUnnamed": True if event.source_id is None else None,
        "target": _id("actor", event.target_id),
        "date": _day(event.date),
        "place": _id("actor", event.place_id),
        "claims": [_claim(claim) for claim in event.claims],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    entry = {
        "id": f"claim:{claim_id(claim)}",
        "type": "Claim",
        "status": claim.status,
        "attributedTo": _id("actor", claim.attributed_to),
        "quote": claim.sentence,
        "trigger": claim.trigger,
        "start": claim.start,
        "end": claim.end,
        "document": _id("doc", claim.doc_id),
    }
    if claim.attributed_to is None:
        del entry["attributedTo"]
    return entry


def _office(office: Office, document: Document | None) -> dict[str, Any]:
    return {
        "id": f"office:{office_id(office)}",
        "type": "Office",
        "holder": _id("actor", office.holder_id),
        "body": _id("actor", office.body_id),
        "title": office.title,
        "post": office.post or None,
        "former": office.former,
        "asOf": _day(document.date) if document else None,
        "start": office.start,
        "end": office.end,
        "document": _id("doc", office.doc_id),
    }


def _naming(doc_id: str, actor_id: str, name: str, times: int) -> dict[str, Any]:
    return {
        "id": f"naming:{naming_id(doc_id, actor_id, name)}",
        "type": "Naming",
        "names": _id("actor", actor_id),
        "surface": name,
        "times": times,
        "document": _id("doc", doc_id),
    }
