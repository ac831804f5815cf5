"""Particles and pronouns that Arabic writes onto a word."""

from __future__ import annotations

from functools import lru_cache

#: Attached particles before a noun, longest first. The article stays with the noun.
_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
#: Pronoun endings with the person, gender and number they stand for (3 = third person).
PRONOUNS = {
    "هما": "3d", "هم": "3mp", "هن": "3fp", "ها": "3fs", "ه": "3ms",
    "كما": "2d", "كم": "2mp", "ك": "2s", "نا": "1p", "ني": "1s", "ي": "1s",
}  # fmt: skip


@lru_cache(maxsize=200_000)
def splits(norm: str) -> tuple[tuple[str, str], ...]:
    """Every way to read a folded word as particles and a noun, the whole word first.

    Parameters
    ----------
    norm : str
        A folded word.

    Returns
    -------
    tuple of (str, str)
        ``(particles, noun)``. Where ل swallowed the alef of the article (للرياض), the noun has it back.

    Examples
    --------
    >>> splits("وللرياض")
    (('', 'وللرياض'), ('و', 'للرياض'), ('ول', 'الرياض'), ('ول', 'لرياض'))
    >>> splits("بلينكن")
    (('', 'بلينكن'), ('ب', 'لينكن'))
    """
    found = [("", norm)]
    for conjunction in ("", *_CONJUNCTIONS):
        if not norm.startswith(conjunction):
            continue
        rest = norm[len(conjunction) :]
        if conjunction and len(rest) > 1:
            found.append((conjunction, rest))
        for preposition in _PREPOSITIONS:
            if rest.startswith(preposition) and len(rest) > 2:
                particles, noun = conjunction + preposition, rest[1:]
                if preposition == "ل" and noun.startswith("ل") and len(noun) > 2:
                    found.append((particles, "ا" + noun))
                found.append((particles, noun))
    return tuple(found)


@lru_cache(maxsize=50_000)
def attached_forms(noun: str) -> frozenset[str]:
    """Every word that :func:`splits` reads as particles and a noun: the reverse of it.

    Parameters
    ----------
    noun : str
        A folded word.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> sorted(attached_forms("الرياض") & {"الرياض", "وللرياض", "بالرياض", "لرياض"})
    ['الرياض', 'بالرياض', 'وللرياض']
    """
    fused = ["ل" + noun[1:]] if noun.startswith("ال") and len(noun) > 2 else []
    forms = [noun, *(p + noun for p in _PREPOSITIONS), *fused]
    return frozenset(c + form for c in ("", *_CONJUNCTIONS) for form in forms)
