"""Words in a row that can only be the name of somebody unknown, most likely foreign."""

from __future__ import annotations

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.words import Words

#: How many words a name may have.
MOST_PARTS = 5
#: Before what somebody says.
THAT = frozenset({"ان", "انه", "انها", "بان", "بانه"})


def read_unknown(w: Words, at: int) -> Phrase | None:
    """Read two or more words in a row that the vocabulary does not know: a name, most likely foreign.

    Parameters
    ----------
    w : Words
    at : int
        A word of no class.

    Returns
    -------
    Phrase or None

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قال غرانفيك سودرمان إنه متفائل.")), vocabulary(load()))
    >>> phrase = read_unknown(w, 1)
    >>> phrase.name
    ('غرانفيك', 'سودرمان')
    """
    if not is_unknown(w, at) or w.definite(at) or w.opens[at] or at == 0 or w.stop[at]:
        return None
    if not w.vocabulary.verb_gender(w.norms[at - 1]):
        return None
    end = at + 1
    while w.goes_on(end) and not w.quoted[end] and end < at + MOST_PARTS and _unknown_or_part(w, end):
        end += 1
    if end - at < 2 and not (_begins_speech(w, end) and w.norms[at - 1].removeprefix("و") in _SAID):
        return None
    return Phrase(at, end, "", "person", "name", "m", name=tuple(w.norms[at:end]))


#: Verbs behind which one unknown word is somebody where his words follow (وقال ليسينكو: «...»).
_SAID = frozenset("قال قالت اكد اكدت اضاف اضافت صرح صرحت اوضح اوضحت ذكر ذكرت تابع تابعت كتب كتبت".split())


def _begins_speech(w: Words, at: int) -> bool:
    """Tell whether what somebody says begins at a word: with أنّ, a quotation mark or a colon."""
    if at >= w.count or w.stop[at]:
        return False
    return w.opens[at] or w.norms[at] == ":" or (w.goes_on(at) and w.norms[at] in THAT)


def is_unknown(w: Words, at: int) -> bool:
    """Tell whether a word is one that the vocabulary does not know, and looks like a foreign name.

    Parameters
    ----------
    w : Words
    at : int

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "قال غرانفيك ذلك.")), vocabulary(load()))
    >>> [is_unknown(w, at) for at in range(2)]
    [False, True]
    """
    word = w.words[at]
    norm = word.norm
    if word.ordinary or word.classes or len(norm) < 4 or norm.isascii() or not norm.isalpha():
        return False
    return not norm.endswith(("ه", "ات", "ون", "ين")) and not norm.startswith(
        ("است", "لل", "بال", "وال", "ي", "ت", "ن")
    )


def _unknown_or_part(w: Words, at: int) -> bool:
    if w.words[at].classes & v.AMBIGUOUS and day_follows(w, at + 1):
        return False
    if w.words[at].plain & (v.GIVEN | v.AMBIGUOUS):
        return True
    return is_unknown(w, at) and not w.norms[at].startswith("و")


def day_follows(w: Words, at: int) -> bool:
    """Tell whether a day follows, so that the word before is a time of it (كارتر صباح الخميس).

    Parameters
    ----------
    w : Words
    at : int
        The word where the day would stand.

    Returns
    -------
    bool

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل كارتر صباح الخميس.")), vocabulary(load()))
    >>> day_follows(w, 3)
    True
    """
    return w.goes_on(at) and (w.norms[at] in w.lists["NotAdjectives"] or w.norms[at] == "امس")
