"""What the program knows: the ontologies, loaded into fast look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.lexicon.cues import Cues, load_cues
from kg.lexicon.relations import TriggerEntry, load_relations
from kg.model import Relation
from kg.text.normalise import fold_phrase

if TYPE_CHECKING:
    from kg.lexicon.actors import ActorLexicon
    from kg.lexicon.morphology import Morphology
    from kg.lexicon.titles import TitleLexicon


@dataclass(frozen=True)
class Lexicon:
    """The ontologies, loaded.

    Parameters
    ----------
    relations : dict of str to Relation
        By id, in the order of ``relations.ttl``.
    triggers : tuple of TriggerEntry
        Lexemes 0 to n-1 of :attr:`morphology`.
    cues : Cues
        Their verbs are the lexemes that follow.
    directory : Path
        Where the files were read from.
    extra_actors : tuple of Path
        A user's own actor files, read after ``actors.ttl``.

    Examples
    --------
    >>> known = load()
    >>> known.actors.entries["egypt"].actor.name_ar, known.relations["met-with"].label_en
    ('مصر', 'met with')
    """

    relations: dict[str, Relation]
    triggers: tuple[TriggerEntry, ...]
    cues: Cues
    directory: Path
    extra_actors: tuple[Path, ...] = ()

    @cached_property
    def morphology(self) -> Morphology:
        """Analyses words as forms of the triggers and cue verbs.

        Returns
        -------
        Morphology
        """
        from kg.lexicon.morphology import Morphology

        return Morphology([*(t.lexeme for t in self.triggers), *(v.lexeme for v in self.cues.verbs)])

    @cached_property
    def actors(self) -> ActorLexicon:
        """The authority list.

        Returns
        -------
        ActorLexicon
        """
        from kg.lexicon.actors import load_actors

        return load_actors([self.directory / "actors.ttl", *self.extra_actors])

    @cached_property
    def capital_names(self) -> dict[str, str]:
        """Places that stand for governments, by each of their folded names.

        Returns
        -------
        dict of str to str
            Ids of places.

        Examples
        --------
        >>> load().capital_names["الرياض"]
        'riyadh'
        """
        return {
            fold_phrase(name): actor
            for actor, entry in self.actors.entries.items()
            if entry.capital_of and entry.actor.type == "place"
            for name in (*reversed(entry.names), entry.actor.name_ar)
        }

    @cached_property
    def titles(self) -> TitleLexicon:
        """Titles, honorifics and portfolios.

        Returns
        -------
        TitleLexicon
        """
        from kg.lexicon.titles import load_titles

        return load_titles(self.directory / "titles.ttl")


def ontology_dir() -> Path:
    """Folder of the ontologies: beside the package in a checkout, inside it where installed.

    Returns
    -------
    Path

    Examples
    --------
    >>> (ontology_dir() / "relations.ttl").is_file()
    True
    """
    package = Path(__file__).parent.parent
    inside = package / "ontologies"
    return inside if inside.is_dir() else package.parent / "ontologies"


def load(directory: Path | str | None = None, actors: Sequence[Path | str] = ()) -> Lexicon:
    """Load the ontologies; the same folder is loaded once.

    Parameters
    ----------
    directory : Path or str, optional
        A folder with ``relations.ttl``, ``cues.ttl``, ``titles.ttl`` and ``actors.ttl`` in place of those
        shipped.
    actors : sequence of Path or str
        More actor files, in the form of ``actors.ttl``.

    Returns
    -------
    Lexicon

    Raises
    ------
    LexiconError
        Where a file is missing or says something that it must not; it names file and subject.

    Examples
    --------
    >>> load().relations["met-with"].symmetric
    True
    """
    folder = Path(directory) if directory is not None else ontology_dir()
    folder, own = folder.resolve(), tuple(Path(a).resolve() for a in actors)
    return _load(folder, own, _state([*sorted(folder.glob("*.ttl")), *own]))


def _state(files: Iterable[Path]) -> tuple[tuple[int, int], ...]:
    """Time and size of files, so that an edited lexicon is read again."""
    facts = (f.stat() for f in files if f.exists())
    return tuple((s.st_mtime_ns, s.st_size) for s in facts)


@lru_cache(maxsize=4)
def _load(directory: Path, actors: tuple[Path, ...], _files: tuple[tuple[int, int], ...]) -> Lexicon:
    relations, triggers = load_relations(directory / "relations.ttl")
    return Lexicon(relations, triggers, load_cues(directory / "cues.ttl"), directory, actors)
