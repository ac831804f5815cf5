"""From resolved phrases to references: token spans, character spans, kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.actors.bare import add_bare_names
from kg.actors.cast import Member, surface
from kg.actors.coreference import Resolver
from kg.actors.references import ActorReading, Phrase, Reference, Title
from kg.actors.scan import scan
from kg.actors.words import Words
from kg.model import Office

if TYPE_CHECKING:
    from kg.actors.recognizer import Recognizer

_QUOTES = {"«": "»", "“": "”", '"': '"', "‹": "›", "„": "“", "”": "“", "'": "'"}
_ONLY_OPEN = frozenset("«‹„")
_DASHES = ("-", "–", "—", "ـ", "|", "/", "--")


def assemble(w: Words, recognizer: Recognizer | None = None) -> ActorReading:
    """Run all steps of the room over the words of an article.

    Parameters
    ----------
    w : Words
    recognizer : Recognizer, optional

    Returns
    -------
    ActorReading

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "زار الرئيس المصري بغداد أمس.")), vocabulary(load()))
    >>> reading = assemble(w)
    >>> [(a.type, a.name_ar) for a in reading.actors]
    [('place', 'بغداد'), ('person', 'الرئيس المصري')]
    >>> [(r.first, r.last, r.kind) for r in reading.references]
    [(1, 3, 'title'), (3, 4, 'name')]
    """
    phrases = drop_tags(w, drop_datelines(w, scan(w)))
    if recognizer is not None:
        phrases = add_spans(w, phrases, recognizer)
    phrases = add_bare_names(w, phrases)
    resolver = Resolver(w, phrases)
    found = resolver.resolve()
    references: dict[tuple[int, int, str], Reference] = {}
    offices: list[Office] = []
    for phrase in phrases:
        _collect(w, phrase, found, references, inner=False)
        _offices(w, phrase, found, resolver, offices)
    ordered = sorted(references.values(), key=lambda r: (r.first, -r.last, r.inner, r.actor))
    return ActorReading(resolver.cast.actors(), tuple(ordered), tuple(offices))


def drop_datelines(w: Words, phrases: list[Phrase]) -> list[Phrase]:
    """Drop the place and outlet that open an article (الرياض – واس).

    Parameters
    ----------
    w : Words
    phrases : list of Phrase
        In order.

    Returns
    -------
    list of Phrase
        Those outside the datelines.

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> text = "الرياض - وصل وزير الخارجية العراقي إلى القاهرة أمس في زيارة تستمر يومين."
    >>> w = Words(parse(Document("d", text)), vocabulary(load()))
    >>> phrases = scan(w)
    >>> [w.norms[p.first] for p in phrases]
    ['الرياض', 'وزير', 'القاهره']
    >>> [w.norms[p.first] for p in drop_datelines(w, phrases)]
    ['وزير', 'القاهره']
    """
    starts = [i for i in range(w.count) if w.stop[i] or i == 0]
    body = w.text.title_last
    kept = phrases
    for start in starts:
        if w.tokens[start] < body:
            continue
        end = next((i for i in range(start + 1, w.count) if w.stop[i]), w.count)
        last = _dateline_end(w, start, end)
        kept = [p for p in kept if not start <= p.first < last]
        if w.tokens[start] >= body and end - start > 12:
            break
    return kept


def drop_tags(w: Words, phrases: list[Phrase]) -> list[Phrase]:
    """Drop what stands in a row of tags or before a link: they file a post and are no part of its sentence.

    Parameters
    ----------
    w : Words
    phrases : list of Phrase
        In order.

    Returns
    -------
    list of Phrase

    Examples
    --------
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "غادر #الحوثيون أمس #اليمن #صنعاء")), vocabulary(load()))
    >>> [w.norms[p.first] for p in drop_tags(w, scan(w))]
    ['الحوثيون']
    """
    if "#" not in w.text.document.text:
        return phrases
    filing = _filing_tags(w)
    return [p for p in phrases if w.tokens[p.first] not in filing]


def _filing_tags(w: Words) -> set[int]:
    """Tokens of the tags that follow one another, or have a link behind them."""
    tokens = w.text.tokens
    tags: list[range] = []
    for start, token in enumerate(tokens[:-1]):
        if token.text == "#":
            end = start + 2
            while (
                end + 1 < len(tokens) and tokens[end].text == "_" and tokens[end].start == tokens[end - 1].end
            ):
                end += 2
            tags.append(range(start, end))
    starts, ends = {t.start for t in tags}, {t.stop for t in tags}
    found: set[int] = set()
    for tag in tags:
        link = tag.stop < len(tokens) and tokens[tag.stop].text.startswith(("pic.twitter", "http", "t.co"))
        if tag.stop in starts or tag.start in ends or link:
            found.update(tag)
    return found


def _dateline_end(w: Words, start: int, end: int) -> int:
    """Word behind a dateline at the beginning of a sentence; ``start`` where there is none."""
    if (stamp := _stamp_end(w, start, end)) > start:
        return stamp
    if end - start <= 8 and any(w.norms[i] in _DASHES for i in range(start, end)):
        return end
    for i in range(start, min(start + 6, end)):
        if w.norms[i] in _DASHES or (w.norms[i] == ":" and i - start <= 3 and w.norms[start] not in ("قال",)):
            before = [w.words[k] for k in range(start, i) if not w.mark[k]]
            if w.norms[i] in _DASHES and before and len(before) <= 5:
                return i
    return start


def _stamp_end(w: Words, start: int, end: int) -> int:
    """Word behind a dateline that an agency's short name closes: دبي (CNN)--, بغداد 11 أغسطس 2015 م واس."""
    for i in range(start + 1, min(start + 16, end)):
        if w.norms[i] == ")" and i + 1 < end and w.norms[i + 1] in _DASHES and w.norms[i - 2] == "(":
            return i + 1
        if w.norms[i] == "واس" and w.norms[i - 1] in ("م", "ه", "هـ"):
            return i + 1
    return start


def add_spans(w: Words, phrases: list[Phrase], recognizer: Recognizer) -> list[Phrase]:
    """Add what a recogniser finds where the rules found nothing.

    Parameters
    ----------
    w : Words
    phrases : list of Phrase
        In order.
    recognizer : Recognizer

    Returns
    -------
    list of Phrase
        In order, with the recogniser's; those of type ``misc`` and those that meet a phrase are left out.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from kg.actors.recognizer import Span
    >>> from kg.actors.vocabulary import vocabulary
    >>> from kg.lexicon import load
    >>> from kg.model import Document
    >>> from kg.text import parse
    >>> w = Words(parse(Document("d", "وصل فلان الفلاني أمس.")), vocabulary(load()))
    >>> recognizer = SimpleNamespace(spans=lambda sentences: [[Span(1, 3, "person", 0.9)]])
    >>> [(p.type, p.name) for p in add_spans(w, [], recognizer)]
    [('person', ('فلان', 'الفلاني'))]
    """
    taken = {i for p in phrases for i in range(p.first, p.last)}
    sentences: list[list[int]] = []
    for i in range(w.count):
        if w.stop[i] or not sentences:
            sentences.append([])
        sentences[-1].append(i)
    tokens = w.text.tokens
    spans = recognizer.spans([[tokens[w.tokens[i]].text for i in s] for s in sentences])
    added = []
    for sentence, found in zip(sentences, spans, strict=True):
        for span in found:
            words = sentence[span.first : span.last]
            if not words or span.type == "misc" or taken & set(words):
                continue
            name = tuple(w.norms[i] for i in words)
            added.append(Phrase(words[0], words[-1] + 1, "", span.type, "name", name=name))
    return sorted([*phrases, *added], key=lambda p: p.first)


def _collect(
    w: Words,
    phrase: Phrase,
    found: dict[int, Member],
    out: dict[tuple[int, int, str], Reference],
    *,
    inner: bool,
) -> None:
    member = found.get(id(phrase))
    if member is not None:
        _add(w, phrase, member, out, inner=inner)
        if phrase.kind == "titled-name" or len(phrase.titles) > 1:
            for title in phrase.titles:
                if title.bare and not (title.first == phrase.first and len(phrase.titles) > 1):
                    continue
                particles = phrase.particles if title.first == phrase.first else _and(w, title)
                part = Phrase(title.first, title.last, particles, "person", "title", title.gender)
                _add(w, part, member, out, inner=True)
    for part in phrase.parts:
        _collect(w, part, found, out, inner=True)


def _and(w: Words, title: Title) -> str:
    """Particle of a second title: و or none."""
    return "و" if title.key and w.norms[title.first] == "و" + title.key.split()[0] else ""


def _add(
    w: Words, phrase: Phrase, member: Member, out: dict[tuple[int, int, str], Reference], *, inner: bool
) -> None:
    reference = _reference(w, phrase, member, inner=inner)
    key = (reference.first, reference.last, member.id)
    if key not in out or (out[key].inner and not inner):
        out[key] = reference


def _reference(w: Words, phrase: Phrase, member: Member, *, inner: bool) -> Reference:
    tokens = w.text.tokens
    first, last = w.tokens[phrase.first], w.ends[phrase.last - 1]
    detached = len(_detached(w, phrase)) if phrase.particles else 0
    start = tokens[first].offset(detached)
    end = tokens[last].end
    wide_first, wide_last = _with_quotes(w, first, last)
    # A mark that pairs with one inside belongs to the mention; a pair around it does not.
    if wide_first == first:
        end = tokens[wide_last].end
    elif wide_last == last:
        start = tokens[wide_first].start
    gender, number = phrase.gender or member.gender, phrase.number
    if member.type == "organization" and _members(w.norms[phrase.first]):
        gender, number = "m", "p"
    return Reference(
        wide_first, wide_last + 1, start, end, phrase.particles, member.id, member.type, phrase.kind, gender,
        number, inner,
    )  # fmt: skip


def _members(norm: str) -> bool:
    """Tell whether a body is called by its members, so that verbs agree with them: "*الحوثيون* هاجموا"."""
    return norm.endswith(("يون", "يين")) and "ال" in norm[:3] and len(norm) > 5


def _detached(w: Words, phrase: Phrase) -> str:
    """Particles that are cut off the mention: a ل that swallowed the article's alef stays."""
    particles = phrase.particles
    if particles.endswith("ل") and w.norms[phrase.first].startswith(particles + "ل"):
        return particles[:-1]
    return particles


def _with_quotes(w: Words, first: int, last: int) -> tuple[int, int]:
    """Widen a token span by the quotation marks around it, or by the one that closes inside it."""
    tokens = w.text.tokens
    opened = [t.text for t in tokens[first : last + 1] if t.kind == "punct" and t.text in _QUOTES]
    before = tokens[first - 1].text if first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if len(opened) % 2 == 1:
        if before in _QUOTES and opened[0] not in _ONLY_OPEN:
            return first - 1, last
        return first, last + (after in _QUOTES.values())
    if not opened and before in _QUOTES and after == _QUOTES[before]:
        return first - 1, last + 1
    return first, last


def _offices(
    w: Words, phrase: Phrase, found: dict[int, Member], resolver: Resolver, out: list[Office]
) -> None:
    member = found.get(id(phrase))
    if member is not None and member.type == "person":
        for title in phrase.titles:
            if title.bare or title.relative:
                continue
            post, body = resolver.offices.office(title)
            particles = phrase.particles if title.first == phrase.first else ""
            part = Phrase(title.first, title.last, particles, "person", "title")
            reference = _reference(w, part, member, inner=True)
            start, end = reference.start, reference.end
            # Of two ministers named together (وزيرا خارجية مصر والأردن), each has the title in the singular.
            name = phrase.label if phrase.label and len(phrase.titles) == 1 else surface(w, part)
            out.append(
                Office(w.text.document.id, member.id, name, post, body or None, title.former, start, end)
            )
    for part in phrase.parts:
        if not part.same:
            _offices(w, part, found, resolver, out)
