"""The relation types and the words that name them (``relations.ttl``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.lexicon.inflection import Lexeme
from kg.lexicon.turtle import Facts, shorten
from kg.model import Relation
from kg.text.normalise import fold

_TARGETS = frozenset(
    "object aim مع ب ل إلى من على ضد عن في بين إزاء تجاه نحو باتجاه بحق أمام لصالح جانب".split()
)
_REQUIREMENTS = frozenset({"clause", "object", "participle", "passive", "subject", "target"})


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """A word of the lexicon that names a relation, and how its parties are marked.

    Parameters
    ----------
    relation : Relation
    lexeme : Lexeme
    targets : frozenset of str
        ``object``, ``aim`` and folded prepositions that mark the other party.
    complements : frozenset of str
        Folded nouns, one of which must follow; empty where none is needed.
    preposition : str
        Folded preposition that must follow, or empty.
    unless : frozenset of str
        Folded words that make another word of it where they follow right behind (بحث عن, دعا الله).
    requires : frozenset of str
        ``clause``, ``object``, ``participle``, ``passive``, ``subject``, ``target`` (see ``relations.ttl``).
    needs : frozenset of str
        ``source`` and ``target``, where the relation says nothing without them.
    genitive_object : bool
        The genitive of the verbal noun is the one acted on (اعتقال فلان).

    Examples
    --------
    >>> from kg.lexicon import load
    >>> trigger = load().triggers[0]
    >>> trigger.relation.id, trigger.lexeme.verb, sorted(trigger.targets)
    ('met-with', 'التقى', ['object', 'ب', 'مع'])
    """

    relation: Relation
    lexeme: Lexeme
    targets: frozenset[str]
    complements: frozenset[str]
    preposition: str
    unless: frozenset[str]
    requires: frozenset[str]
    needs: frozenset[str]
    genitive_object: bool


def load_relations(path: Path) -> tuple[dict[str, Relation], tuple[TriggerEntry, ...]]:
    """Load the relation types and their triggers.

    Parameters
    ----------
    path : Path
        ``relations.ttl``.

    Returns
    -------
    dict of str to Relation, tuple of TriggerEntry
        Both in the order of the file.

    Raises
    ------
    LexiconError
        Naming the relation and what is wrong with it.

    Examples
    --------
    >>> from kg.lexicon import ontology_dir
    >>> relations, triggers = load_relations(ontology_dir() / "relations.ttl")
    >>> relations["met-with"].label_en, triggers[0].lexeme.verb
    ('met with', 'التقى')
    """
    facts = Facts(path)
    relations: dict[str, Relation] = {}
    triggers: list[TriggerEntry] = []
    for subject in facts.of_type("RelationType"):
        relation = _relation(facts, subject)
        relations[relation.id] = relation
        triggers += [_trigger(facts, subject, node, relation) for node in facts.links(subject, "trigger")]
    if not relations:
        raise facts.fault("", "declares no kg:RelationType")
    return relations, tuple(triggers)


def _relation(facts: Facts, subject: str) -> Relation:
    kinds = dict(shorten(link).split(":", 1) for link in facts.links(subject, "skos:broader"))
    for kind in ("group", "quad"):
        if kind not in kinds:
            raise facts.fault(subject, f"lacks a skos:broader {kind}:...; add one")
    properties = facts.links(subject, "property")
    if len(properties) != 1:
        raise facts.fault(subject, "needs exactly one kg:property")
    return Relation(
        id=shorten(subject).partition(":")[2],
        property=properties[0].rpartition("#")[2],
        label_ar=facts.text(subject, "skos:prefLabel", "ar", required=True),
        label_en=facts.text(subject, "skos:prefLabel", "en", required=True),
        group=kinds["group"],
        symmetric=facts.text(subject, "symmetric") == "true",
        plover=facts.text(subject, "plover"),
        cameo=facts.text(subject, "cameo"),
        quad=kinds["quad"],
    )


def load_lexeme(facts: Facts, node: str, owner: str) -> Lexeme:
    """Read ``kg:verb``, ``kg:imperfect``, ``kg:masdar`` and ``kg:participle`` of a node.

    Parameters
    ----------
    facts : Facts
    node : str
    owner : str
        Whose word it is, for messages.

    Returns
    -------
    Lexeme

    Raises
    ------
    LexiconError
        Where there is neither verb nor verbal noun, or the present does not begin with ي.

    Examples
    --------
    >>> from kg.lexicon import ontology_dir
    >>> facts = Facts(ontology_dir() / "relations.ttl")
    >>> owner = next(facts.of_type("RelationType"))
    >>> load_lexeme(facts, facts.links(owner, "trigger")[0], owner).verb
    'التقى'
    """
    lexeme = Lexeme(
        verb=facts.text(node, "verb"),
        imperfect=facts.text(node, "imperfect"),
        masdars=facts.texts(node, "masdar"),
        participle=facts.text(node, "participle"),
    )
    if not (lexeme.verb or lexeme.masdars):
        raise facts.fault(owner, "has a word with neither kg:verb nor kg:masdar; add one")
    if lexeme.imperfect and not lexeme.imperfect.startswith("ي"):
        raise facts.fault(owner, f"kg:imperfect {lexeme.imperfect} should begin with ي")
    return lexeme


def _trigger(facts: Facts, subject: str, node: str, relation: Relation) -> TriggerEntry:
    targets = facts.texts(node, "target")
    requires = facts.texts(node, "requires")
    for value, allowed, name in [(t, _TARGETS, "target") for t in targets] + [
        (r, _REQUIREMENTS, "requires") for r in requires
    ]:
        if value not in allowed:
            raise facts.fault(subject, f"kg:{name} {value!r} is not one of {', '.join(sorted(allowed))}")
    return TriggerEntry(
        relation=relation,
        lexeme=load_lexeme(facts, node, subject),
        targets=frozenset(fold(t) for t in targets),
        complements=frozenset(fold(c) for c in facts.texts(node, "complement")),
        preposition=fold(facts.text(node, "preposition")),
        unless=frozenset(fold(w) for w in facts.texts(node, "unless")),
        requires=frozenset(requires),
        needs=frozenset(facts.texts(subject, "needs")),
        genitive_object=facts.text(node, "genitive") == "object",
    )
