"""Which lexeme of the lexicon a word is a form of: camel-tools' analyzer over a database of our own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from kg.errors import KgError
from kg.lexicon.inflection import PREFIX_STEMS, STEM_SUFFIXES, Lexeme, prefixes, stems, suffixes
from kg.text.clitics import PRONOUNS

PartOfSpeech = Literal["past", "pres", "noun", "part"]
_LONGEST_PREFIX = max(len(a.form) for a in prefixes())
_LONGEST_SUFFIX = max(len(a.form) for a in suffixes())
_FEATURES = ("pos", "per", "gen", "num", "conj", "prep", "def", "enc", "vox")


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word.

    Parameters
    ----------
    lexeme : int
        Position in the list the morphology was made from.
    pos : {'past', 'pres', 'noun', 'part'}
        Past verb, present verb, verbal noun, or participle.
    person : str
        ``1`` or ``3``; empty for nouns.
    gender, number : str
        ``m``, ``f``; ``s``, ``d``, ``p``; empty where the form does not tell.
    conjunction, particle : str
        Attached ``و``/``ف``; attached ``ب``, ``ل``, ``ك`` or the future's ``س``.
    definite : bool
        It has the article.
    pronoun : str
        Attached pronoun (``ه``), or empty.
    passive : bool
        The spelling shows the passive (اغتيل).

    Examples
    --------
    >>> (found,) = Morphology([Lexeme("التقى", "يلتقي", ("لقاء",))]).analyses("التقوا")
    >>> found.pos, found.gender, found.number, found.is_verb
    ('past', 'm', 'p', True)
    """

    lexeme: int
    pos: PartOfSpeech
    person: str
    gender: str
    number: str
    conjunction: str
    particle: str
    definite: bool
    pronoun: str
    passive: bool = False

    @property
    def is_verb(self) -> bool:
        """True for past and present.

        Returns
        -------
        bool
        """
        return self.pos in ("past", "pres")


class Morphology:
    """Analyses words as forms of given lexemes.

    Parameters
    ----------
    lexemes : sequence of Lexeme

    Examples
    --------
    >>> m = Morphology([Lexeme("التقى", "يلتقي", ("لقاء",))])
    >>> [(a.pos, a.gender, a.particle) for a in m.analyses("وستلتقي")]
    [('pres', 'f', 'س')]
    >>> [(a.pos, a.pronoun) for a in m.analyses("لقايهما")]
    [('noun', 'هما')]
    """

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        self._analyzer = _analyzer(database(lexemes))
        self._prefixes = frozenset(a.form for a in prefixes())
        self._suffixes = frozenset(a.form for a in suffixes())
        self._stems = frozenset(s.form for n, lexeme in enumerate(lexemes) for s in stems(n, lexeme))
        self._known: dict[str, tuple[Analysis, ...]] = {}

    def analyses(self, norm: str) -> tuple[Analysis, ...]:
        """Every reading of a folded word, in a fixed order; empty where it is no form of any lexeme.

        Parameters
        ----------
        norm : str
            A folded word.

        Returns
        -------
        tuple of Analysis

        Examples
        --------
        >>> Morphology([Lexeme("التقى", "يلتقي", ("لقاء",))]).analyses("كتاب")
        ()
        """
        known = self._known.get(norm)
        if known is None:
            found = {_analysis(f) for f in self._analyzer.analyze(norm)} if self._divides(norm) else set()
            known = tuple(sorted(found, key=_order))
            if len(self._known) < 500_000:
                self._known[norm] = known
        return known

    def _divides(self, norm: str) -> bool:
        """Tell whether a word is prefix, stem and suffix: few are, and the analyzer is slow to say no."""
        for start in range(min(_LONGEST_PREFIX, len(norm) - 1) + 1):
            if norm[:start] in self._prefixes or not start:
                for end in range(len(norm), max(start + 1, len(norm) - _LONGEST_SUFFIX) - 1, -1):
                    if norm[start:end] in self._stems and norm[end:] in self._suffixes:
                        return True
        return False


def _order(a: Analysis) -> tuple[object, ...]:
    return (
        a.lexeme,
        a.pos,
        a.particle,
        a.pronoun,
        a.number,
        a.gender,
        a.person,
        a.conjunction,
        a.definite,
        a.passive,
    )


def _analysis(features: Mapping[str, str]) -> Analysis:
    def value(name: str) -> str:
        return "" if features[name] == "-" else features[name]

    return Analysis(
        lexeme=int(features["lex"]),
        pos=features["pos"],  # type: ignore[arg-type]
        person=value("per"),
        gender=value("gen"),
        number=value("num"),
        conjunction=value("conj"),
        particle=value("prep"),
        definite=value("def") == "y",
        pronoun=value("enc"),
        passive=value("vox") == "p",
    )


def database(lexemes: Sequence[Lexeme]) -> str:
    """Write a morphology in the ALMOR text format of camel-tools.

    Parameters
    ----------
    lexemes : sequence of Lexeme

    Returns
    -------
    str
        The sections DEFINES to TABLE AC, in the order that the reader wants.

    Examples
    --------
    >>> database([Lexeme("التقى", "يلتقي", ("لقاء",))]).splitlines()[0]
    '###DEFINES###'
    """
    lines = ["###DEFINES###", "DEFINE diac diac:*open*", "DEFINE lex lex:*open*"]
    values = {
        "enc": tuple(PRONOUNS),
        "conj": ("و", "ف"),
        "prep": ("ب", "ل", "ك", "س"),
        "def": ("y",),
        "vox": ("p",),
    }
    values |= {"pos": ("past", "pres", "noun", "part"), "per": ("1", "3")}
    values |= {"gen": ("m", "f"), "num": ("s", "d", "p")}
    for name in _FEATURES:
        lines.append(f"DEFINE {name} " + " ".join(f"{name}:{v}" for v in (*values[name], "-")))
    lines.append("###DEFAULTS###")
    for kind in ("digit", "punc", "latin", "past", "pres", "noun", "part"):
        unset = " ".join(f"{name}:-" for name in _FEATURES if name != "pos")
        lines.append(f"DEFAULT pos:{kind} diac:* lex:* {unset}")
    lines += ["###ORDER###", "ORDER diac lex " + " ".join(_FEATURES)]
    lines += ["###TOKENIZATIONS###", "###STEMBACKOFF###", "###PREFIXES###"]
    lines += sorted({f"{a.form}\t{a.category}\t{_features(a.form, a.features)}" for a in prefixes()})
    lines.append("###SUFFIXES###")
    lines += sorted({f"{a.form}\t{a.category}\t{_features(a.form, a.features)}" for a in suffixes()})
    lines.append("###STEMS###")
    for number, lexeme in enumerate(lexemes):
        for stem in stems(number, lexeme):
            missing = " ".join(f"{n}:-" for n in _FEATURES if n not in stem.features)
            own = _features(stem.form, stem.features)
            lines.append(f"{stem.form}\t{stem.category}\tlex:{stem.lexeme} {own} {missing}")
    lines.append("###TABLE AB###")
    lines += [f"{p} {s}" for p, allowed in PREFIX_STEMS.items() for s in allowed]
    lines.append("###TABLE BC###")
    lines += [f"{s} {c}" for s, allowed in STEM_SUFFIXES.items() for c in allowed]
    lines.append("###TABLE AC###")
    combined = {(p, c) for p, allowed in PREFIX_STEMS.items() for s in allowed for c in STEM_SUFFIXES[s]}
    lines += [f"{p} {c}" for p, c in sorted(combined)]
    return "\n".join(lines) + "\n"


def _features(form: str, features: Mapping[str, str]) -> str:
    return " ".join([f"diac:{form}", *(f"{name}:{value or '-'}" for name, value in features.items())])


def _analyzer(text: str) -> Any:
    """Open a database given as text; camel-tools reads files only."""
    with _offline_catalogue():
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB
    try:
        handle, path = tempfile.mkstemp(suffix=".db", text=True)
    except OSError as error:
        raise _no_room(tempfile.gettempdir(), error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return Analyzer(MorphologyDB(path))
    except OSError as error:
        raise _no_room(path, error) from error
    finally:
        Path(path).unlink()


def _no_room(path: str, error: OSError) -> KgError:
    why = error.strerror or str(error)
    return KgError(f"{path}: {why}; the words' forms need a megabyte there: free some room, or set TMPDIR")


class _offline_catalogue:  # noqa: N801 - used as a context manager
    """Keep camel-tools from asking the network for its catalogue of data packages, which we need none of."""

    def __enter__(self) -> None:
        self._before = os.environ.get("CAMELTOOLS_DATA")
        home = Path(self._before).expanduser() if self._before else Path.home() / ".camel_tools"
        self._changed = not (home / "catalogue.json").exists()
        if self._changed:
            os.environ["CAMELTOOLS_DATA"] = str(Path(__file__).parent / "camel_data")

    def __exit__(self, *error: object) -> None:
        if self._changed:
            if self._before is None:
                del os.environ["CAMELTOOLS_DATA"]
            else:
                os.environ["CAMELTOOLS_DATA"] = self._before
