"""A person decides who is who: at a prompt, or in a file of questions."""

from __future__ import annotations

import datetime as dt
import getpass
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import KgError
from kg.graph.judgements import KEPT, Judgement, add_judgement, judged_in
from kg.graph.proposals import Proposal, propose
from kg.model import Dataset

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

_SHOWN = 3
_ANSWERS: dict[str, Literal["same", "different"]] = {"s": "same", "d": "different"}
# Arabic within a line of English keeps its own direction.
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One document about an actor.

    Parameters
    ----------
    document : str
        Its id.
    outlet, date : str
        Empty where unknown.
    title : str
        What the document calls the actor, several divided by commas.
    sentence : str
        One that tells of it, or else the headline.

    Examples
    --------
    >>> Evidence("a", "وكالة الخليج", "2024-06-25", "وزير الخارجية", "التقى الوزير نظيره.").date
    '2024-06-25'
    """

    document: str
    outlet: str
    date: str
    title: str
    sentence: str


class Sources:
    """What the documents of a data set say of each actor.

    Parameters
    ----------
    dataset : Dataset

    Examples
    --------
    >>> import kg
    >>> dataset = kg.build("زار وزير الخارجية المصري سامح شكري الأردن.", date="2024-06-25").dataset
    >>> (found,) = Sources(dataset).of("sameh-shoukry", [dataset.documents[0].id])
    >>> found.date, found.title, found.sentence
    ('2024-06-25', 'وزير الخارجية المصري', 'زار وزير الخارجية المصري سامح شكري الأردن.')
    """

    def __init__(self, dataset: Dataset) -> None:
        self._documents = {document.id: document for document in dataset.documents}
        self._sentences: dict[tuple[str, str], str] = {}
        for event in dataset.events:
            for claim in event.claims:
                for actor_id in (claim.source_id, claim.target_id, claim.attributed_to):
                    if actor_id is not None:
                        self._sentences.setdefault((actor_id, claim.doc_id), claim.sentence)
        self._titles: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for office in dataset.offices:
            self._titles[office.holder_id, office.doc_id][office.title] = None

    def of(self, actor_id: str, documents: Iterable[str]) -> list[Evidence]:
        """Give the documents that say most of an actor.

        Parameters
        ----------
        actor_id : str
            What follows ``@`` does not count.
        documents : iterable of str
            By id; unknown ones are passed over.

        Returns
        -------
        list of Evidence
            At most three: those with a title and a sentence first, then the earliest.
        """
        actor_id = actor_id.partition("@")[0]
        found = []
        for doc_id in documents:
            document, key = self._documents.get(doc_id), (actor_id, doc_id)
            if document is not None:
                day = document.date.isoformat() if document.date else ""
                sentence = self._sentences.get(key, "") or document.title
                found.append(Evidence(doc_id, document.outlet, day, "، ".join(self._titles[key]), sentence))
        return sorted(found, key=lambda e: (not e.title, not e.sentence, e.date))[:_SHOWN]


def questions(dataset: Dataset, proposals: Iterable[Proposal], who: str, today: dt.date) -> Iterator[str]:
    """Write proposals as lines to answer in an editor, which are a judgement file once answered.

    Parameters
    ----------
    dataset : Dataset
    proposals : iterable of Proposal
    who : str
        The name of who answers.
    today : datetime.date

    Yields
    ------
    str
        A JSON object a line, with an empty judgement.

    Examples
    --------
    >>> names, where = ("جيلان", "جيلان موراتوف"), (("a",), ("b",))
    >>> proposal = Proposal("merge", "x-1", "x-2", *names, ("one is part of the other",), *where, 1.0)
    >>> (line,) = questions(Dataset((), (), (), ()), [proposal], "N", dt.date(2024, 6, 25))
    >>> json.loads(line)["judgement"], json.loads(line)["left_name"], json.loads(line)["when"]
    ('', 'جيلان', '2024-06-25')
    """
    sources = Sources(dataset)
    for p in proposals:
        record: dict[str, Any] = {
            "judgement": "", "left": p.left, "right": p.right, "who": who, "when": today.isoformat(),
            "proposal": p.kind, "left_name": p.left_name, "right_name": p.right_name, "reasons": p.reasons,
        }  # fmt: skip
        # What is one now carries one id; what was joined is found under that.
        holder = p.left if p.kind == "split" else p.right
        for side, actor_id, documents in (
            ("left", p.left, p.left_documents),
            ("right", holder, p.right_documents),
        ):
            record[f"{side}_evidence"] = [
                {
                    "document": e.document,
                    "outlet": e.outlet,
                    "date": e.date,
                    "title": e.title,
                    "text": e.sentence,
                }
                for e in sources.of(actor_id, documents)
            ]
        yield json.dumps(record, ensure_ascii=False)


def _prompt(text: str) -> str:
    # input() would write the text to standard error where readline is not loaded.
    print(text, end="", flush=True)
    return input()


def ask(
    dataset: Dataset,
    proposals: list[Proposal],
    kept: Path,
    who: str,
    today: dt.date,
    *,
    read: Callable[[str], str] = _prompt,
    show: Callable[[str], None] = print,
) -> int:
    """Ask about each proposal and keep each answer at once.

    Parameters
    ----------
    dataset : Dataset
    proposals : list of Proposal
    kept : Path
        File that answers are added to.
    who : str
        The name of who answers.
    today : datetime.date
    read, show : callable, optional
        Instead of the terminal.

    Returns
    -------
    int
        How many judgements were kept; those taken back do not count.

    Raises
    ------
    JudgementError
        Where an answer cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> names, where = ("جيلان", "جيلان موراتوف"), (("a",), ("b",))
    >>> proposal = Proposal("merge", "x-1", "x-2", *names, ("one is part of the other",), *where, 1.0)
    >>> day, quiet = dt.date(2024, 6, 25), lambda text: None
    >>> with TemporaryDirectory() as folder:
    ...     kept = Path(folder) / KEPT
    ...     ask(Dataset((), (), (), ()), [proposal], kept, "N", day, read=lambda text: "s", show=quiet)
    ...     judged_in(folder)[0].judgement
    1
    'same'
    """
    sources = Sources(dataset)
    answered: list[tuple[int, Judgement]] = []
    at = 0
    while at < len(proposals):
        p = proposals[at]
        show("\n" + _described(p, sources, f"{at + 1}/{len(proposals)}"))
        try:
            answer = (
                read("one and the [s]ame, [d]ifferent, [Enter] to skip, [u]ndo, [q]uit? ").strip().lower()
            )
        except EOFError:
            break
        if answer == "q":
            break
        if answer == "u":
            if answered:
                at, before = answered.pop()
                add_judgement(kept, Judgement(before.left, before.right, "undone", who, today.isoformat()))
            continue
        if answer in _ANSWERS:
            judgement = Judgement(p.left, p.right, _ANSWERS[answer], who, today.isoformat())
            add_judgement(kept, judgement)
            answered.append((at, judgement))
        elif answer:
            show("please answer s, d, u, q or Enter")
            continue
        at += 1
    return len(answered)


def _described(p: Proposal, sources: Sources, number: str) -> str:
    kind = "two now; may be one" if p.kind == "merge" else "one now; may be two"
    lines = [f"{number}  {kind}: {'; '.join(p.reasons)}"]
    holder = p.left if p.kind == "split" else p.right
    for name, shown, actor_id, documents in (
        (p.left_name, p.left, p.left, p.left_documents),
        (p.right_name, p.right, holder, p.right_documents),
    ):
        lines.append(f"  {_ISOLATE}{name}{_END}  {shown}  in {len(documents)} articles")
        for e in sources.of(actor_id, documents):
            where = ", ".join(part for part in (e.outlet, e.date, e.title) if part)
            lines.append(f"      {_ISOLATE}{where}{_END}: {_ISOLATE}{e.sentence[:160]}{_END}")
    return "\n".join(lines)


def run(out: Path, lexicon: Lexicon, *, who: str | None = None, limit: int = 40) -> None:
    """Review what was built: ask on a terminal, else write the questions to standard output.

    Parameters
    ----------
    out : Path
        Folder that ``kg build`` wrote.
    lexicon : Lexicon
    who : str, optional
        The name of who answers; that of the user where not given.
    limit : int
        Proposals of each kind.

    Raises
    ------
    KgError
        Where the folder or its judgements cannot be read.
    """
    from kg.api import load

    dataset = load(out, lexicon).dataset
    proposals = propose(dataset, lexicon, judged_in(out), limit=limit)
    name, today = who or _user(), dt.date.today()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        for line in questions(dataset, proposals, name, today):
            print(line)
        return
    kept = out / KEPT
    try:
        number = ask(dataset, proposals, kept, name, today)
    except KeyboardInterrupt:
        number = -1
    told = "answers are kept" if number < 0 else f"{number} judgements"
    print(f"\n{told} in {kept}; build into {out} again to apply them")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise KgError("your name is not known here: give it with --who") from None
