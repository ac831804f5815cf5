"""Titles, heads of bodies and groups, and the words of names: ``titles.ttl`` and ``names.ttl``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.lexicon.trie import Trie
from kg.lexicon.turtle import Facts
from kg.text.normalise import fold

#: Classes of terms that are phrases with forms.
PHRASE_CLASSES = frozenset(
    "TitleHead FixedTitle Honorific Portfolio TitleModifier Counterpart BodyHead GovernmentHead GroupHead"
    " PersonNoun Quantity PlaceHead DualHead".split()
)
#: Classes of terms that are plain lists of words.
WORD_CLASSES = frozenset(
    "Quality PlaceContext StateContext GivenNames AmbiguousNames NameJoiners NameSecondHalves OrdinaryWords"
    " PurposeNouns NoBodies ClubNames NotAdjectives Affairs NamingAdjectives Ordinals FunctionWords"
    " Seats Visits Addressing FalseIdafa Near Sources NeverAlone"
    " FamilyNames Regnal TitlesOfOneName OfficeNouns StateTies Onto Platforms OnPlatform"
    " MainNouns PluralThings Tens TimeNouns SpeechContext Correspondents Sending PartsOfBodies".split()
)
_FORMS = {"form": "s", "feminineForm": "f", "dualForm": "d", "pluralForm": "p"}


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a word of ``titles.ttl``.

    Parameters
    ----------
    id : str
        Local name in the file.
    cls : str
        ``TitleHead``, ``BodyHead``, ...
    number : str
        ``s`` singular, ``f`` feminine singular, ``d`` dual, ``p`` plural.
    definite : bool
        True where the form has the article.
    post, kind : str
        What a title makes its bearer; what sort of body a head names.
    flags : frozenset of str

    Examples
    --------
    >>> from kg.lexicon import load
    >>> term = load().titles.tries["TitleHead"].longest(("وزير",), 0)[1][0]
    >>> term.cls, term.number, term.post
    ('TitleHead', 's', 'minister')
    """

    id: str
    cls: str
    number: str
    definite: bool
    post: str = ""
    kind: str = ""
    flags: frozenset[str] = frozenset()


@dataclass(slots=True)
class TitleLexicon:
    """All terms, as one trie for each class, and the lists of words.

    Parameters
    ----------
    tries : dict of str to Trie of Term
        By class.
    words : dict of str to frozenset of str
        Lists of folded words, by class.

    Examples
    --------
    >>> lexicon = TitleLexicon()
    >>> len(lexicon.tries) == len(PHRASE_CLASSES), lexicon.words["GivenNames"]
    (True, frozenset())
    """

    tries: dict[str, Trie[Term]] = field(default_factory=lambda: {c: Trie() for c in sorted(PHRASE_CLASSES)})
    words: dict[str, frozenset[str]] = field(
        default_factory=lambda: {c: frozenset() for c in sorted(WORD_CLASSES)}
    )


def load_titles(path: Path) -> TitleLexicon:
    """Read the words that titles, bodies, groups and names are made of.

    Parameters
    ----------
    path : pathlib.Path
        ``titles.ttl``; ``names.ttl`` stands beside it.

    Returns
    -------
    TitleLexicon

    Raises
    ------
    LexiconError
        Where a file cannot be read, or a term has no form.

    Examples
    --------
    >>> from kg.lexicon import ontology_dir
    >>> load_titles(ontology_dir() / "titles.ttl").tries["TitleHead"].longest(("وزير",), 0)[1][0].post
    'minister'
    """
    lexicon = TitleLexicon()
    for file in (path, path.with_name("names.ttl")):
        facts = Facts(file)
        for cls in sorted(PHRASE_CLASSES):
            for subject in facts.of_type(cls):
                _file_term(lexicon.tries[cls], facts, cls, subject)
        for cls in sorted(WORD_CLASSES):
            for subject in facts.of_type(cls):
                words = facts.text(subject, "words", required=True).split()
                lexicon.words[cls] |= {fold(word.replace("_", " ")) for word in words}
    return lexicon


def _file_term(trie: Trie[Term], facts: Facts, cls: str, subject: str) -> None:
    if not any(facts.texts(subject, form) for form in _FORMS):
        raise facts.fault(subject, "has no kg:form; add one")
    name = subject.rsplit("/", 1)[-1]
    post, kind = facts.text(subject, "post"), facts.text(subject, "kind")
    flags = frozenset(facts.texts(subject, "flag"))
    for key, number in _FORMS.items():
        for words in _split(facts.texts(subject, key)):
            definite = words[0].startswith("ال") and len(words[0]) > 3
            trie.add(words, Term(name, cls, number, definite, post, kind, flags))
            if not definite and cls != "Honorific":
                for with_article in _definite(words):
                    trie.add(with_article, Term(name, cls, number, True, post, kind, flags))


def _split(forms: Iterable[str]) -> list[tuple[str, ...]]:
    return [words for form in forms if (words := tuple(fold(form).split()))]


def _definite(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Give a form the article: one word, or noun with adjective (نيابة عامة, النيابة العامة)."""
    if any(w.startswith("ال") for w in words[1:]):
        return []
    return [tuple("ال" + w for w in words)]
