"""What a person is asked about who is who."""

from __future__ import annotations

import datetime as dt
import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest

from kg import lexicon
from kg.api import build, load
from kg.cli import main
from kg.graph.judgements import Judgement, add_judgement, judged_in, load_judgements
from kg.graph.proposals import Proposal, propose
from kg.model import Dataset
from kg.review import ask

LEXICON = lexicon.load()
DAY = dt.date(2024, 6, 25)
ARTICLES = {
    # One man, with and without his father's name.
    "water-1": "أكد وزير المياه خالد مروان الزيتوني أن السد آمن.",
    "water-2": "قال وزير المياه خالد الزيتوني إن الأمطار تأخرت.",
    # Two men of one name.
    "minister": "قال وزير الصيد سمير جابر القلعي إن الموسم بدأ.",
    "governor": "أكد محافظ الساحل سمير جابر القلعي أن الطريق مفتوح.",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the command, without judgements."""
    folder = tmp_path_factory.mktemp("review")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    rebuild(folder)
    return folder / "out"


def rebuild(folder: Path, *more: str) -> None:
    articles = [str(folder / f"{name}.txt") for name in ARTICLES]
    with pytest.raises(SystemExit) as end:
        main(
            ["build", *articles, "--date", "2024-06-25", "--format", "csv", "-o", str(folder / "out"), *more]
        )
    assert not end.value.code


def names(out: Path) -> list[tuple[str, int]]:
    """Learnt persons with the number of documents that name them."""
    dataset = load(out).dataset
    persons = {a.id: a.name_ar for a in dataset.actors if a.type == "person" and a.id.startswith("x-")}
    docs = {(m.actor_id, m.doc_id) for m in dataset.mentions}
    return sorted((name, sum(i == actor for i, _ in docs)) for actor, name in persons.items())


def proposed(dataset: Dataset, **options: object) -> dict[tuple[str, str], Proposal]:
    return {(p.kind, p.left_name): p for p in propose(dataset, LEXICON, **options)}  # type: ignore[arg-type]


def test_namesakes_are_proposed_for_a_split(out: Path) -> None:
    found = proposed(load(out).dataset)
    split = found["split", "سمير جابر القلعي"]
    assert split.right.startswith(split.left + "@")
    assert {*split.left_documents, *split.right_documents} == {"minister.txt", "governor.txt"}
    assert "title" in split.reasons[0]


def test_a_joined_name_and_a_name_that_may_be_joined(out: Path) -> None:
    dataset = load(out).dataset
    joined = {s.name_ar: s.reason for s in dataset.same}
    found = proposed(dataset)
    asked = [p for p in found.values() if "الزيتوني" in p.left_name]
    assert len(asked) == 1
    assert asked[0].kind == ("split" if joined else "merge")
    assert asked[0].reasons


def test_an_answer_is_taken_back_at_the_prompt(out: Path, tmp_path: Path) -> None:
    dataset, kept = load(out).dataset, tmp_path / "judgements.jsonl"
    answers = iter(["s", "u", "d", "s", "q"])
    both = propose(dataset, LEXICON)[:2]
    assert len(both) == 2
    ask(dataset, both, kept, "N. N.", DAY, read=lambda _: next(answers), show=lambda _: None)
    assert [j.judgement for j in load_judgements(kept)] == ["different", "same"]


def test_what_is_judged_is_not_asked_again(out: Path) -> None:
    dataset = load(out).dataset
    before = propose(dataset, LEXICON)
    judged = [Judgement(p.right, p.left, "same", "N. N.", "2024-06-25") for p in before]
    assert before
    assert propose(dataset, LEXICON, judged) == []
    assert len(propose(dataset, LEXICON, limit=1)) <= 2


def test_the_file_of_questions_is_a_judgement_file_once_answered(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["actors", str(out), "--review", "--who", "N. N."])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    path = tmp_path / "review.jsonl"

    def write() -> None:
        path.write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8"
        )

    write()
    assert load_judgements(path) == ()
    (split,) = (line for line in lines if line["left_name"] == "سمير جابر القلعي")
    assert split["right_evidence"][0]["text"].startswith(("قال وزير الصيد", "أكد محافظ"))
    assert split["who"] == "N. N."
    split["judgement"] = "different"
    write()
    assert ("سمير جابر القلعي", 2) in names(out)
    rebuild(out.parent, "--judgements", str(path))
    assert names(out).count(("سمير جابر القلعي", 1)) == 2
    rebuild(out.parent)  # without the file the judgement is undone
    assert ("سمير جابر القلعي", 2) in names(out)


def test_answers_at_the_prompt_are_kept_applied_and_undone(out: Path) -> None:
    kept = out / "judgements.jsonl"
    proposals = [p for p in propose(load(out).dataset, LEXICON) if p.left_name == "سمير جابر القلعي"]
    shown: list[str] = []

    def answer(*answers: str) -> int:
        given = iter(answers)
        return ask(
            load(out).dataset, proposals, kept, "N. N.", DAY, read=lambda _: next(given), show=shown.append
        )

    assert answer("") == 0
    assert answer("what", "d") == 1
    assert "please answer" in "".join(shown)
    assert [j.judgement for j in judged_in(out)] == ["different"]
    rebuild(out.parent)
    assert names(out).count(("سمير جابر القلعي", 1)) == 2
    add_judgement(kept, Judgement(proposals[0].right, proposals[0].left, "undone", "N. N.", "2024-06-26"))
    assert judged_in(out) == ()
    rebuild(out.parent)
    assert ("سمير جابر القلعي", 2) in names(out)
    kept.unlink()


def test_prompt_on_a_terminal(out: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kg", "actors", str(out), "--review", "--who", "N. N.", "--limit", "1"]
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    shown = b""
    try:
        while b"[q]uit?" not in shown:
            assert select.select([ours], [], [], 60)[0], shown
            shown += os.read(ours, 4096)
        os.write(ours, b"q\n")
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    assert running.wait(60) == 0
    text = shown.decode("utf-8", "replace")
    assert "may be two" in text or "may be one" in text
    assert "0 judgements" in text


def test_a_listed_actor_cannot_be_divided(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    path.write_text(
        json.dumps({"left": "egypt", "right": "egypt@a", "judgement": "different", "who": "N", "when": "1"})
    )
    with pytest.raises(Exception, match="only actors learnt"):
        build("زار الوزير مصر.", judgements=path)


def test_a_missing_judgement_file_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="cannot be read"):
        build("زار الوزير مصر.", judgements=tmp_path / "none.jsonl")
