"""The relation types: complete, in order, and told plainly what is wrong where a file is broken."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import KgError, LexiconError
from kg.lexicon import Lexicon, load, ontology_dir
from kg.lexicon.cues import load_cues
from kg.lexicon.relations import load_relations
from kg.lexicon.turtle import shorten

GROUPS = {"meet", "say", "warn", "ask", "blame", "back", "agree", "aid", "office", "force"}
QUADS = {"verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "neutral"}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def test_relation_types(lexicon: Lexicon) -> None:
    assert len(lexicon.relations) >= 45
    assert {r.group for r in lexicon.relations.values()} == GROUPS
    assert {r.quad for r in lexicon.relations.values()} == QUADS
    for name, relation in lexicon.relations.items():
        assert relation.id == name
        first, *rest = name.split("-")
        assert relation.property == first + "".join(word.capitalize() for word in rest)
        assert relation.label_ar
        assert relation.label_en.isascii()
        assert re.fullmatch(r"(\d{3})?", relation.cameo)


def test_symmetric_relations(lexicon: Lexicon) -> None:
    assert {r.id for r in lexicon.relations.values() if r.symmetric} == {
        "met-with", "spoke-with", "discussed-with", "negotiated-with", "agreed-with", "signed-with",
        "cooperated-with",
    }  # fmt: skip


def test_agrees_with_the_reference_table(lexicon: Lexicon, shared: Path) -> None:
    rows = (shared / "gold" / "RELATIONS.tsv").read_text(encoding="utf-8").splitlines()[1:]
    wanted = {}
    for line in rows:
        name, group, symmetric, plover, cameo, *_ = line.split("\t")
        wanted[name] = (group, symmetric == "yes", plover.strip("-"), cameo.strip("-"))
    known = {r.id: (r.group, r.symmetric, r.plover, r.cameo) for r in lexicon.relations.values()}
    assert {name: known.get(name) for name in wanted} == wanted


def test_every_relation_has_triggers(lexicon: Lexicon) -> None:
    assert {t.relation.id for t in lexicon.triggers} == set(lexicon.relations)


def test_complements_are_arabic(lexicon: Lexicon) -> None:
    """A complement in Latin letters is an instruction that went into the wrong property."""
    assert [
        (t.relation.id, t.lexeme.verb, c)
        for t in lexicon.triggers
        for c in sorted(t.complements)
        if re.search("[a-z=]", c)
    ] == []


def test_the_same_folder_is_loaded_once() -> None:
    assert load() is load(ontology_dir()) is load(str(ontology_dir()))


HEAD = """@prefix kg: <https://w3id.org/kg-actors/ontology#> .
@prefix rel: <https://w3id.org/kg-actors/ontology/relation/> .
@prefix group: <https://w3id.org/kg-actors/ontology/group/> .
@prefix quad: <https://w3id.org/kg-actors/ontology/quad/> .
@prefix cue: <https://w3id.org/kg-actors/ontology/cue/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
GOOD = """rel:greeted a kg:RelationType ;
  skos:broader group:meet, quad:neutral ;
  skos:prefLabel "حيّا"@ar, "greeted"@en ;
  kg:property kg:greeted ; kg:symmetric false ;
  kg:trigger [ kg:verb "صافح"@ar ; kg:imperfect "يصافح"@ar ; kg:target "object" ] .
"""
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(body: str) -> Path:
        path = tmp_path / "broken.ttl"
        path.write_text(HEAD + body, encoding="utf-8")
        return path

    return _write


def test_a_good_file(write: Write) -> None:
    relations, (trigger,) = load_relations(write(GOOD))
    assert list(relations) == ["greeted"]
    assert (trigger.targets, trigger.complements, trigger.needs) == ({"object"}, frozenset(), frozenset())
    assert not trigger.genitive_object


# what is changed in the good file, what to; what the error says.
BROKEN = [
    ("group:meet, quad:neutral", "group:meet", "quad:"),
    ("group:meet, quad:neutral", "quad:neutral", "group:"),
    ("kg:property kg:greeted ; ", "", "exactly one kg:property"),
    ("kg:property kg:greeted", "kg:property kg:greeted, kg:welcomed", "exactly one kg:property"),
    ('"حيّا"@ar, ', "", "skos:prefLabel in @ar"),
    (', "greeted"@en', "", "skos:prefLabel in @en"),
    ('"greeted"@en', '"greeted"@en, "hailed"@en', "2 values of skos:prefLabel"),
    ('kg:verb "صافح"@ar ; ', "", "neither kg:verb nor kg:masdar"),
    ('"يصافح"@ar', '"تصافح"@ar', "should begin with ي"),
    ('kg:target "object"', 'kg:target "subject"', "'subject' is not one of"),
    ('kg:target "object"', 'kg:requires "luck"', "'luck' is not one of"),
    ('"صافح"@ar', "kg:greeted", "should be text"),
]


@pytest.mark.parametrize(("part", "changed", "message"), BROKEN)
def test_a_faulty_relation(write: Write, part: str, changed: str, message: str) -> None:
    assert part in GOOD
    path = write(GOOD.replace(part, changed))
    with pytest.raises(LexiconError) as caught:
        load_relations(path)
    assert str(path) in str(caught.value)
    assert "greeted" in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(("body", "line"), [
    (GOOD.replace(" .", ""), None),
    (GOOD.replace("kg:symmetric false", "kg:symmetric fals)"), len(HEAD.splitlines()) + 4),
    (GOOD.replace("group:meet", "groups:meet"), len(HEAD.splitlines()) + 2),
    (GOOD + '\nrel:x kg:note "open .\n', len((HEAD + GOOD).splitlines()) + 2),
])  # fmt: skip
def test_a_file_that_is_no_turtle_names_its_line(write: Write, body: str, line: int | None) -> None:
    path = write(body)
    with pytest.raises(LexiconError) as caught:
        load_relations(path)
    assert "is not valid Turtle" in str(caught.value)
    found = re.match(re.escape(str(path)) + r":(\d+): ", str(caught.value))
    assert found is not None
    if line is not None:
        assert int(found.group(1)) == line


def test_a_file_without_relations(write: Write) -> None:
    with pytest.raises(LexiconError, match="declares no kg:RelationType"):
        load_relations(write(""))


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.ttl"
    with pytest.raises(LexiconError, match="cannot be read") as caught:
        load_relations(path)
    assert str(path) in str(caught.value)
    with pytest.raises(KgError, match=r"relations\.ttl"):
        load(tmp_path)


CUES = [
    ('cue:maybe a kg:StatusCue ; kg:status "perhaps" ; kg:phrase "قد"@ar .', "maybe",
     "'perhaps' is not one of"),
    ('cue:maybe a kg:StatusCue ; kg:phrase "قد"@ar .', "maybe", "lacks status"),
    ('cue:maybe a kg:StatusCue ; kg:status "possible" .', "maybe", "lacks kg:phrase"),
    ('cue:hold a kg:LightVerb ; kg:imperfect "يعقد"@ar .', "hold", "neither kg:verb nor kg:masdar"),
    ('cue:plain a kg:PlainVerbs ; kg:word [ kg:imperfect "يعقد"@ar ] .', "plain", "neither kg:verb"),
    ('cue:wants a kg:StatusVerb ; kg:status "possible" ; kg:verb "أراد"@ar ; '
     'kg:imperfect "أريد"@ar .', "wants",
     "should begin with ي"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "subject", "message"), CUES)
def test_a_faulty_cue(write: Write, body: str, subject: str, message: str) -> None:
    path = write(body)
    with pytest.raises(LexiconError) as caught:
        load_cues(path)
    assert str(path) in str(caught.value)
    assert subject in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(("iri", "short"), [
    ("https://w3id.org/kg-actors/ontology/relation/met-with", "relation:met-with"),
    ("https://w3id.org/kg-actors/ontology#metWith", "ontology:metWith"),
    ("_:b0", "_:b0"),
    ("", ""),
])  # fmt: skip
def test_shorten(iri: str, short: str) -> None:
    assert shorten(iri) == short


def test_an_edited_file_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(ontology_dir(), folder)
    assert "نبس" not in {t.lexeme.verb for t in load(folder).triggers}
    relations = folder / "relations.ttl"
    text = relations.read_text(encoding="utf-8")
    relations.write_text(text.replace('kg:verb "وعد"@ar', 'kg:verb "نبس"@ar'), encoding="utf-8")
    assert "نبس" in {t.lexeme.verb for t in load(folder).triggers}
