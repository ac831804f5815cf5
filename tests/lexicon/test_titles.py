"""Titles, heads and the words of names, as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon import load
from kg.lexicon.titles import load_titles
from kg.lexicon.trie import Trie
from kg.text.normalise import fold

HEAD = """@prefix kg: <https://w3id.org/kg-actors/ontology#> .
@prefix term: <https://w3id.org/kg-actors/id/term/> .
"""


@pytest.mark.parametrize(
    ("cls", "phrase", "post", "number", "definite"),
    [
        ("TitleHead", "وزير", "minister", "s", False),
        ("TitleHead", "الوزيرة", "minister", "f", True),
        ("FixedTitle", "رئيس مجلس الوزراء", "prime-minister", "s", False),
        ("FixedTitle", "وزير الخارجية", "foreign-minister", "s", False),
        ("Portfolio", "الداخلية", "interior-minister", "s", True),
    ],
)
def test_titles_and_their_posts(cls: str, phrase: str, post: str, number: str, definite: bool) -> None:
    words = fold(phrase).split()
    found = load().titles.tries[cls].longest(words, 0)
    assert found is not None
    assert found[0] == len(words)
    term = found[1][0]
    assert (term.post, term.number, term.definite) == (post, number, definite)


def test_given_names_are_no_ordinary_words() -> None:
    words = load().titles.words
    assert not words["GivenNames"] & words["OrdinaryWords"]
    assert not words["GivenNames"] & words["AmbiguousNames"]


def test_the_longest_phrase_wins() -> None:
    trie = Trie[str]()
    trie.add(("وزير",), "short")
    trie.add(("وزير", "الدوله"), "long")
    assert trie.longest(("وزير", "الدوله", "اليوم"), 0) == (2, ["long"])
    assert trie.longest(("وزير", "اليوم"), 0) == (1, ["short"])
    assert trie.longest(("والوزير",), 0) is None
    assert trie.longest(("ووزير", "الدوله"), 0, "وزير") == (2, ["long"])


def test_titles_of_ones_own(tmp_path: Path) -> None:
    titles, names = tmp_path / "titles.ttl", tmp_path / "names.ttl"
    titles.write_text(HEAD + 'term:mayor a kg:TitleHead ; kg:form "مختار"@ar ; kg:post "mayor" .', "utf-8")
    names.write_text(HEAD + 'term:given a kg:GivenNames ; kg:words "قيصوم جلمود" .', "utf-8")
    lexicon = load_titles(titles)
    assert "المختار" in lexicon.tries["TitleHead"]
    assert lexicon.words["GivenNames"] == {"قيصوم", "جلمود"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('term:empty a kg:TitleHead ; kg:post "king" .', ("empty", "kg:form")),
        ("term:list a kg:GivenNames .", ("list", "words")),
        ("term:broken a ;;", ("Turtle",)),
    ],
)
def test_faults_name_the_file_and_the_term(tmp_path: Path, body: str, said: tuple[str, ...]) -> None:
    path = tmp_path / "titles.ttl"
    path.write_text(HEAD + body, "utf-8")
    (tmp_path / "names.ttl").write_text(HEAD, "utf-8")
    with pytest.raises(LexiconError) as caught:
        load_titles(path)
    assert all(part in str(caught.value) for part in ("titles.ttl", *said))
