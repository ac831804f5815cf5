"""The authority list: what the shipped file knows, and what is said of a faulty one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon import load
from kg.lexicon.actors import load_actors

HEAD = """@prefix kg: <https://w3id.org/kg-actors/ontology#> .
@prefix actor: <https://w3id.org/kg-actors/id/actor/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def write(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "own.ttl"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (dt.date(2015, 6, 1), "john-kerry"),
        (dt.date(2024, 6, 25), "antony-blinken"),
        (None, None),
    ],
)
def test_who_held_a_post_on_a_day(day: dt.date | None, holder: str | None) -> None:
    assert load().actors.holder("foreign-minister", "united-states", day) == holder


def test_links_to_wikidata(tmp_path: Path) -> None:
    body = (
        'actor:land a kg:State ; skos:prefLabel "بلاد"@ar ;'
        " <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q11> ."
    )
    assert load_actors([write(tmp_path, body)]).entries["land"].actor.wikidata == "Q11"
    assert load().actors.entries["united-states"].actor.wikidata == "Q30"


@pytest.mark.parametrize(
    ("form", "state", "gender", "number", "definite"),
    [
        ("اميركي", "united-states", "m", "s", False),
        ("الامريكيه", "united-states", "f", "s", True),
        ("السوريين", "syria", "m", "p", True),
        ("لبنانيون", "lebanon", "m", "p", False),
    ],
)
def test_forms_of_a_nationality(form: str, state: str, gender: str, number: str, definite: bool) -> None:
    found = load().actors.demonyms[form]
    assert (found.state, found.gender, found.number, found.definite) == (state, gender, number, definite)


def test_both_ways_of_writing_abd() -> None:
    names = load().actors.names
    joined = names.longest(("عبدالفتاح", "السيسي"), 0)
    apart = names.longest(("عبد", "الفتاح", "السيسي"), 0)
    assert joined is not None
    assert apart is not None
    assert joined[1] == apart[1]


def test_every_reference_to_another_actor_is_known() -> None:
    lexicon = load().actors
    for entry in lexicon.entries.values():
        assert entry.within in ("", *lexicon.entries)
        assert entry.capital_of in ("", *lexicon.entries)


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    lexicon = load_actors(
        [
            write(
                tmp_path,
                'actor:dream-party a kg:Organization ; skos:prefLabel "حزب الحلم"@ar, "Dream Party"@en ;'
                ' skos:altLabel "الحلم"@ar ; kg:loadedName "حزب الوهم"@ar ; kg:kind "party" .',
            )
        ]
    )
    entry = lexicon.entries["dream-party"]
    assert entry.actor.name_en == "Dream Party"
    assert entry.actor.aliases == ("الحلم", "حزب الوهم")
    assert entry.kind == "party"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('actor:nobody a kg:Person ; skos:prefLabel "Nobody"@en .', ("actor:nobody", "skos:prefLabel")),
        (
            'actor:ruler a kg:Person ; skos:prefLabel "حاكم"@ar ; kg:office [ kg:post "king" ] .',
            ("actor:ruler", "kg:of"),
        ),
        (
            'actor:ruler a kg:Person ; skos:prefLabel "حاكم"@ar ;'
            ' kg:office [ kg:post "king" ; kg:of actor:land ; kg:from "soon"^^xsd:date ] .',
            ("actor:ruler", "soon"),
        ),
    ],
)
def test_faults_name_the_file_the_actor_and_the_problem(
    tmp_path: Path, body: str, said: tuple[str, ...]
) -> None:
    with pytest.raises(LexiconError) as caught:
        load_actors([write(tmp_path, body)])
    assert all(part in str(caught.value) for part in ("own.ttl", *said))
