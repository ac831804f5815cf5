"""Capitals that mean their governments: قالت واشنطن, and not في واشنطن."""

from __future__ import annotations

from kg.actors.references import Phrase
from kg.actors.words import Words
from kg.text.clitics import splits

#: How many words a visitor and his titles may take between a visit and where it goes.
_VISIT_REACH = 30
_RELATIVE = frozenset("الذي التي الذين ما مما بما وما اذ".split())
_BEHIND_VERB = frozenset("له لها به بها فيه فيها اليه اليها عليه عليها عنه عنها".split())


def stands_for_state(w: Words, phrase: Phrase) -> bool:
    """Tell whether a capital speaks or decides, and so means its government.

    Parameters
    ----------
    w : Words
    phrase : Phrase
        The capital, alone.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors.states import read_known
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "أعلنت بغداد ذلك، وزار الوفد بغداد.")), vocabulary(load()))
    >>> [stands_for_state(w, read_known(w, at)) for at in (1, 6)]
    [True, False]
    """
    at = phrase.first
    before = "" if w.begins(at) else w.norms[at - 1]
    if phrase.particles[-1:] in ("ب",):
        return before in w.lists["StateTies"]
    if at and not w.stop[at] and w.norms[at - 1] == ":":
        return True  # what somebody says begins with it
    nearby = (n.removeprefix("و") for n in w.norms[max(at - 4, 0) : at - 1])
    if before == "على" and any(n in w.lists["Onto"] for n in nearby):
        return False
    before = "علي" if before == "على" else before
    if phrase.particles[-1:] == "ل" and _visited(w, at):
        return False
    if phrase.particles[-1:] == "ل" and not w.norms[at].startswith("لل"):
        return True
    if _which_acts(w, phrase.last):
        return True
    if before in w.vocabulary.place_before:
        return False
    if _tied(w, before) or _feminine_verb(w, before) or (before and _relative_verb(w, at - 1)):
        return True
    if phrase.particles == "" and _addressed(w, at):
        return True
    return acts_behind(w, phrase.last) or phrase.particles == "ل"


def acts_behind(w: Words, end: int) -> bool:
    """Tell whether a verb behind a capital has it, or it and one more, for its subject.

    Parameters
    ----------
    w : Words
    end : int
        Word behind the capital.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors.scan import scan
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "القاهرة والخرطوم تدعوان إلى الحوار.")), vocabulary(load()))
    >>> _ = scan(w)  # sets the reader of what stands inside
    >>> acts_behind(w, 1), acts_behind(w, 2)
    (True, True)
    """
    if not w.goes_on(end):
        return False
    if w.norms[end].startswith("و") and (second := w.inner(end, "و")) is not None:
        if second.type not in ("place", "state") or not w.goes_on(second.last):
            return False
        end = second.last
    return _feminine_verb(w, w.norms[end])


def _which_acts(w: Words, end: int) -> bool:
    """Tell whether a relative clause behind a capital says what it did (المنامة التي أعلنت)."""
    return w.goes_on(end + 1) and w.norms[end] == "التي" and w.vocabulary.verb_gender(w.norms[end + 1]) == "f"


def _tied(w: Words, before: str) -> bool:
    """Tell whether a noun or particle before a capital is one that goes with governments."""
    nouns = w.vocabulary.state_before
    return before in nouns or any(
        noun in nouns and len(noun) > 2
        for particles, noun in splits(before)
        if particles[-1:] not in ("", "ك")
    )


def _relative_verb(w: Words, at: int) -> bool:
    """Tell whether a verb of a relative clause stands at a word (الدور الذي لعبته، ما تخطط له)."""
    norm = w.norms[at]
    if norm in _BEHIND_VERB and at and not w.stop[at]:
        return w.vocabulary.verb_gender(w.norms[at - 1]) == "f"
    if not norm.endswith(("ه", "ها", "هم")) or w.vocabulary.verb_gender(norm) != "f":
        return False
    return not norm.startswith("ت") or (at > 0 and not w.stop[at] and w.norms[at - 1] in _RELATIVE)


def _addressed(w: Words, at: int) -> bool:
    """Tell whether a capital is the object of a verb that addresses governments (حذر الوزير واشنطن)."""
    for i in range(at - 1, max(at - 4, -1), -1):
        if w.mark[i] or w.norms[i] in w.lists["FunctionWords"] or w.norms[i] == "على":
            return False
        if w.norms[i].removeprefix("و").removeprefix("ف").removeprefix("س") in w.lists["Addressing"]:
            return True
        if w.stop[i]:
            return False
    return False


def _visited(w: Words, at: int) -> bool:
    """Tell whether a capital behind ل is where a visit named shortly before goes (زيارة الوزير للرياض)."""
    for i in range(at - 1, max(at - _VISIT_REACH, -1), -1):
        if w.norms[i] in w.lists["Visits"]:
            return True
        if w.stop[i]:
            return False
    return False


def _feminine_verb(w: Words, norm: str) -> bool:
    """Tell whether a word is a verb with a feminine subject, or has the shape of one (قالت, تدعو, ستبحث)."""
    if len(norm) < 3 or norm.endswith(("ات", "ه")):
        return False
    if gender := w.vocabulary.verb_gender(norm):
        return gender == "f"
    return norm.endswith("ت") or norm.startswith(("ت", "ست"))
