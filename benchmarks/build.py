"""Speed and memory of ``kg build``, end to end, beside a neural recogniser of names on the same articles.

    python benchmarks/build.py news.jsonl.gz                    # speed, and time by number of articles
    python benchmarks/build.py news.jsonl.gz --neural           # ... as ratios to camel-tools' NERecognizer
    python benchmarks/build.py news.jsonl.gz --repeat 100000    # memory, by repetition with fresh ids

INPUT is anything that ``kg build`` reads; without it, the shipped examples are read over and over with
fresh ids. Each build runs as the command, with ``--workers`` processes, and writes all tables and N-Quads.
Memory is that of all its processes together, shared pages counted once (PSS). The neural network is a
BERT-base of random weights, made here: its speed does not depend on what it has learnt. Ratios are of words
a second in one run, by the clock and by the time of the processors; the latter also holds on a busy machine.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from kg.corpus import read
from kg.model import Document

ROOT = Path(__file__).resolve().parent.parent
LABELS = ["O", *(f"{mark}-{kind}" for kind in ("PERS", "LOC", "ORG", "MISC") for mark in "BI")]
VOCABULARY = 30_000


def workload(inputs: list[str], number: int) -> Iterator[Document]:
    """Yield so many articles; where the inputs have fewer, they come again under fresh ids."""
    source = inputs or [str(ROOT / "examples")]
    for round_ in itertools.count():
        count = 0
        for document in read(source, on_error=lambda _: None, limit=number):
            count += 1
            yield document if round_ == 0 else replace(document, id=f"{document.id}~{round_}")
            number -= 1
            if number == 0:
                return
        if count == 0:
            raise SystemExit("there is no article to read")


@dataclass
class Work:
    """A file of articles, and how much it holds."""

    path: Path
    articles: int = 0
    words: int = 0
    size: int = 0


def written(documents: Iterator[Document], path: Path) -> Work:
    """Write articles as JSON lines."""
    work = Work(path)
    with path.open("w", encoding="utf-8") as file:
        for d in documents:
            day = d.date.isoformat() if d.date else None
            # The text holds the title already.
            record = {"id": d.id, "text": d.text, "date": day, "outlet": d.outlet, "url": d.url}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            work.articles += 1
            work.words += len(d.text.split())
            work.size += len(d.text.encode())
    return work


@dataclass
class Run:
    """What a build took: seconds by the clock and of the processors, and the most memory."""

    seconds: float
    cpu: float
    peak: int


def build(work: Work, out: Path, workers: int) -> Run:
    """Run the command and watch its processes."""
    command = [sys.executable, "-m", "kg", "build", str(work.path), "-o", str(out)]
    command += ["--workers", str(workers), "--format", "csv,nquads"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    before = os.times()
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        peak = [0]
        watch = threading.Thread(target=_watch, args=(process, peak), daemon=True)
        watch.start()
        if process.wait():
            raise SystemExit("the build failed")
        seconds = time.perf_counter() - begin
        watch.join()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, cpu, peak[0])


def _watch(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    while process.poll() is None:
        total = 0
        try:
            root = psutil.Process(process.pid)
            for one in (root, *root.children(recursive=True)):
                total += one.memory_full_info().pss
        except psutil.Error:  # it ended meanwhile
            pass
        peak[0] = max(peak[0], total)
        time.sleep(0.5)


def report(work: Work, run: Run) -> None:
    """Print a build."""
    rate, words = work.articles / run.seconds, work.words / run.seconds
    print(
        f"{work.articles:,} articles, {work.words / work.articles:.0f} words each, {work.size / 1e6:.0f} MB"
    )
    print(f"  {run.seconds:.1f} s: {rate:.0f} articles, {words:,.0f} words, "
          f"{work.size / 1e6 / run.seconds:.2f} MB a second")  # fmt: skip
    print(f"  {words / 300:.0f} articles of 300 words a second")
    print(f"  processors {run.cpu:.1f} s, {run.cpu / work.articles * 1000:.2f} ms an article")
    print(f"  memory at most {run.peak / 1e6:,.0f} MB", flush=True)


def by_room(out: Path) -> None:
    """Print where the time goes after the articles are read: joining, and each format."""
    from kg import lexicon
    from kg.api import KnowledgeGraph
    from kg.corpus import relax_collector
    from kg.corpus.state import opened
    from kg.export import write
    from kg.graph import merge

    knowledge = lexicon.load()
    relax_collector()
    with opened(out) as state:
        begin = time.process_time()
        for _ in state.extractions():
            pass
        print(f"  unpacking {time.process_time() - begin:.1f} s", end="")
        begin = time.process_time()
        dataset = merge(state.extractions(), relations=knowledge.relations, lexicon=knowledge)
        print(f", unpacking and joining {time.process_time() - begin:.1f} s", end="")
        settings = KnowledgeGraph(dataset, knowledge).settings
        for form in ("csv", "nquads"):
            begin = time.process_time()
            write(dataset, out, [form], settings)
            print(f", {form} {time.process_time() - begin:.1f} s", end="")
    print(" of one processor", flush=True)


def network(folder: Path, texts: list[str]) -> str:
    """Save a BERT-base of random weights, with word pieces learnt from the articles."""
    import torch
    from tokenizers import BertWordPieceTokenizer
    from transformers import BertConfig, BertForTokenClassification, BertTokenizer

    pieces = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    pieces.train_from_iterator(texts, vocab_size=VOCABULARY, show_progress=False)
    pieces.save_model(str(folder))
    tokenizer = BertTokenizer(str(folder / "vocab.txt"), do_lower_case=False, strip_accents=False)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(tokenizer),
        id2label=dict(enumerate(LABELS)),
        label2id={label: number for number, label in enumerate(LABELS)},
    )
    BertForTokenClassification(config).save_pretrained(folder)
    return str(folder)


@dataclass
class Rate:
    """Words a second, by the clock and of one processor."""

    clock: float
    processor: float


def neural(texts: list[str], folder: Path, sentences: int) -> dict[str, Rate]:
    """Rate of the network: as camel-tools runs it, and padded to the longest of a batch."""
    from kg.actors.camel import CamelRecognizer

    recognizer = CamelRecognizer(network(folder, texts))
    from camel_tools.ner import NERecognizer

    shipped = NERecognizer(str(folder), use_gpu=False)
    lines = (line.split() for text in texts for line in text.replace(". ", ".\n").split("\n"))
    sample = [line for line in lines if 5 <= len(line) <= 100][:sentences]
    words = sum(map(len, sample))
    print(f"{len(sample)} sentences of {words / len(sample):.0f} words")
    rates = {}
    for name, predict in (("as shipped", shipped.predict), ("padded as needed", recognizer.labels)):
        predict(sample[:2])
        begin, used = time.perf_counter(), time.process_time()
        predict(sample)
        seconds, used = time.perf_counter() - begin, time.process_time() - used
        rates[name] = Rate(words / seconds, words / used)
        print(
            f"  the network {name}: {words / seconds:,.0f} words a second, processors {used:.1f} s",
            flush=True,
        )
    return rates


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--articles", type=int, default=12_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--neural", action="store_true", help="measure the neural network beside it")
    parser.add_argument("--sentences", type=int, default=64, help="that the network reads")
    parser.add_argument(
        "--repeat", type=int, help="measure the memory of a build of so many articles instead"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.repeat:
            work = written(workload(given.inputs, given.repeat), folder / "all.jsonl")
            report(work, build(work, folder / "out", given.workers))
            return
        rates: dict[str, Rate] = {}
        if given.neural:
            texts = [d.text for d in workload(given.inputs, 1_000)]
            rates = neural(texts, folder, given.sentences)
        runs = []
        for number in (given.articles // 4, given.articles):
            work = written(workload(given.inputs, number), folder / f"{number}.jsonl")
            runs.append((work, build(work, folder / f"out{number}", given.workers)))
            report(*runs[-1])
        by_room(folder / f"out{given.articles}")
        (few, first), (many, second) = runs
        for what, one, other in (
            ("time", first.seconds, second.seconds),
            ("processors", first.cpu, second.cpu),
        ):
            growth = other / many.words / (one / few.words) - 1
            print(f"{what} a word from {few.articles:,} to {many.articles:,} articles: {growth:+.0%}")
        for name, rate in rates.items():
            clock, processor = (
                many.words / second.seconds / rate.clock,
                many.words / second.cpu / rate.processor,
            )
            print(f"{clock:,.0f} times the network {name} by the clock, {processor:,.0f} by the processors")


if __name__ == "__main__":
    main()
