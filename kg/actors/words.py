"""The words of a text as the grammar reads them: quotation marks are notes on words, not words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.actors import vocabulary as v
from kg.actors.references import Phrase
from kg.actors.vocabulary import Vocabulary, Word
from kg.lexicon.titles import Term
from kg.text.clitics import splits
from kg.text.parse import Text
from kg.text.tokens import Token

_SKIPPED = frozenset("\"”“″«»‹›„#_'’‘")
_OPENING = frozenset("«‹„")
_HYPHENS = frozenset("-–‑")
_TANWIN = "\u064b"
#: What may stand before a nationality of two words.
_ATTACHED = frozenset(("", "و", "ف", "ب", "ل", "وب", "ول"))
COMMAS = frozenset("،,")


class Words:
    """Words and marks of a text without quotation marks and hash signs.

    Parameters
    ----------
    text : Text
    vocabulary : Vocabulary

    Attributes
    ----------
    lists : dict of str to frozenset of str
        The word lists of the title lexicon, by class.
    norms : list of str
    words : list of Word
    tokens, ends : list of int
        First and last token of each word: a nationality of two words (الكوري الشمالي) is read as one.
    stop : list of bool
        True where a sentence ends before the word.
    mark : list of bool
        True for punctuation.
    quoted : list of bool
        True where quotation marks stand between this word and the one before it.
    opens : list of bool
        True where the last of these marks stands at this word: a quotation begins.
    """

    def __init__(self, text: Text, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.lists = vocabulary.titles.words
        self.norms: list[str] = []
        self.words: list[Word] = []
        self.tokens: list[int] = []
        self.ends: list[int] = []
        self.stop: list[bool] = []
        self.mark: list[bool] = []
        self.quoted: list[bool] = []
        self.opens: list[bool] = []
        self._article: list[bool] = []
        self._read(vocabulary)
        self.count = len(self.norms)
        #: Words before "son of".
        self.fathers = {i - 1 for i, n in enumerate(self.norms) if n in ("بن", "بنت") and self.goes_on(i)}
        #: Reads the phrase at a word if it has these particles; set by the scan, which knows all readers.
        self.inner: Callable[[int, str], Phrase | None] = lambda at, particles: None

    def _read(self, vocabulary: Vocabulary) -> None:
        """Fill the lists, token by token."""
        tokens = self.text.tokens
        starts = {s.first for s in self.text.sentences}
        look_up = vocabulary.word
        norms, words, places, stops, marks = self.norms, self.words, self.tokens, self.stop, self.mark
        ends, compounds = self.ends, vocabulary.compounds
        articles, quoted, opens = self._article, self.quoted, self.opens
        pending_stop = pending_quote = False
        closing = -1
        for index, token in enumerate(tokens):
            if index in starts:
                pending_stop = True
            text, norm, mark = token.text, token.norm, token.kind == "punct"
            if mark and text == "(":
                closing = _supplied(tokens, index, vocabulary)
            if mark and text in "()" and index <= closing:
                continue
            if mark and text in _SKIPPED:
                pending_quote = pending_quote or text not in "#_"
                continue
            if not norm or (text in _HYPHENS and _joins(tokens, index)):
                continue
            # The preposition على and the name علي fold to the same letters.
            if norm == "علي" and text.endswith("ى"):
                norm = "على"
            before = norms[-1] if norms and not pending_stop else ""
            bare = norm.removesuffix("ا")
            if (
                bare != norm
                and bare in vocabulary.actors.demonyms
                and _accusative(text, before, look_up(norm))
            ):
                norm = bare  # "وفداً *إيرانياً*"
            joined = before and norm in compounds and not pending_quote
            if joined and any(
                before.endswith(n) and before.removesuffix(n) in _ATTACHED for n in compounds[norm]
            ):
                norms[-1] += " " + norm
                words[-1], ends[-1] = look_up(norms[-1]), index
                continue
            word = look_up(norm)
            # Names of persons have no tanwin: تعميماً is none.
            if _TANWIN in text:
                word = word._replace(ordinary=True, idle=word.idle or not word.classes)
            norms.append(norm)
            words.append(word)
            places.append(index)
            ends.append(index)
            stops.append(pending_stop)
            marks.append(mark)
            # إلكتروني and ألماني begin with the letters of the article, but a hamza that it has not.
            articles.append(word.article and text[0] not in "إأآ")
            quoted.append(pending_quote)
            opens.append(pending_quote and _opens(tokens, index))
            pending_stop = pending_quote = False

    def sentence_start(self, at: int) -> int:
        """First word of the sentence that word ``at`` stands in."""
        while at and not self.stop[at]:
            at -= 1
        return at

    def goes_on(self, at: int) -> bool:
        """Tell whether there is a word at ``at`` in the same sentence."""
        return at < self.count and not self.stop[at] and not self.mark[at]

    def begins(self, at: int) -> bool:
        """Tell whether no word stands right before ``at`` in the same sentence."""
        return at == 0 or self.stop[at] or self.mark[at - 1]

    def comma(self, at: int) -> bool:
        """Tell whether there is a comma at ``at``, in the same sentence."""
        return at < self.count and not self.stop[at] and self.norms[at] in COMMAS

    def terms(self, at: int, cls: str) -> Iterator[tuple[str, int, Term]]:
        """Match a term of a class, once for each reading of the word: particles, end, term."""
        trie = self.vocabulary.titles.tries[cls]
        for reading in self.words[at].readings:
            if reading.noun in trie:
                found = trie.longest(self.norms, at, reading.noun)
                if found is not None and self.one_sentence(at, found[0]):
                    yield reading.particles, found[0], found[1][0]

    def term(self, at: int, cls: str, *, particles: bool = True) -> tuple[str, int, Term] | None:
        """Match a term of a class by the first reading that has one."""
        for found in self.terms(at, cls):
            if found[0] and not particles:
                return None
            return found
        return None

    def one_sentence(self, first: int, last: int) -> bool:
        """Tell whether words belong to one sentence."""
        return not any(self.stop[first + 1 : last])

    def noun(self, at: int, particle: str) -> str | None:
        """Read a word as ``particle`` and a noun; the noun, or ``None``."""
        for particles, noun in splits(self.norms[at]):
            if particles == particle:
                return noun
        return None

    def definite(self, at: int) -> bool:
        """Tell whether a word has the article and no particle."""
        return self._article[at]

    def describes(self, at: int) -> bool:
        """Tell whether a word is the adjective of the feminine noun before it (السياسة الخارجية المصرية)."""
        if at == 0 or self.stop[at] or not self._article[at - 1] or not self._article[at]:
            return False
        before = self.words[at - 1]
        return before.norm.endswith("ه") and before.ordinary and not before.plain

    def folded(self, first: int, last: int, particles: str = "", *, definite: bool | None = None) -> str:
        """Folded words from ``first`` to ``last`` (exclusive), without particles and marks.

        ``definite`` chooses between للجنة as ل + اللجنة and as ل + لجنة.
        """
        words = [n for n, m in zip(self.norms[first:last], self.mark[first:last], strict=True) if not m]
        if particles and words:
            nouns = [n for p, n in splits(words[0]) if p == particles]
            if definite is not None:
                nouns = [n for n in nouns if n.startswith("ال") == definite] or nouns
            words[0] = nouns[0] if nouns else words[0]
        return " ".join(words)


def _accusative(text: str, before: str, word: Word) -> bool:
    """Tell whether a word is an adjective in the accusative, also without its mark: "وفدا *إيرانيا*"."""
    return _TANWIN in text or (before.endswith("ا") and not word.plain & v.NAME)


def _supplied(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> int:
    """Return where brackets close that only complete a title: "الرئيس (الأمريكي جو) بايدن"; -1 for others."""
    for last in range(index + 2, min(index + 5, len(tokens) - 1)):
        if tokens[last].text == ")":
            first = vocabulary.actors.demonyms.get(tokens[index + 1].norm)
            goes_on = first is not None and first.definite and tokens[last + 1].kind == "word"
            return last if goes_on else -1
    return -1


def _joins(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a hyphen stands between two words without a space (كي-مون)."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, here, after = tokens[index - 1 : index + 2]
    return before.kind == after.kind == "word" and before.end == here.start and here.end == after.start


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the quotation mark before a token opens: by its kind, or because it leans on the token."""
    mark = tokens[index - 1]
    if mark.text in _OPENING:
        return True
    before = index >= 2 and tokens[index - 2].end == mark.start
    return mark.end == tokens[index].start and not before
