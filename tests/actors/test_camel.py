"""The neural recogniser over a small BERT of our own, built, trained and saved here."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.actors.camel import CamelRecognizer, decode
from kg.actors.recognizer import Span, load_recognizer
from kg.errors import InputError, KgError

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
TRAINING = [
    ("التقى/O سالم/B-PERS الحداد/I-PERS وفدا/O في/O صنعاء/B-LOC"),
    ("قال/O سالم/B-PERS الحداد/I-PERS إن/O الحوار/O بدأ/O"),
    ("زار/O وفد/O حزب/B-ORG النهر/I-ORG صنعاء/B-LOC أمس/O"),
    ("أعلن/O حزب/B-ORG النهر/I-ORG موقفه/O ،/O وعاد/O سالم/B-PERS الحداد/I-PERS"),
    ("في/O صنعاء/B-LOC بدأ/O الحوار/O ./O"),
]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء"
DIRECTION_MARK = "\u200f"


def _sentences() -> list[tuple[list[str], list[str]]]:
    pairs = [[word.rsplit("/", 1) for word in line.split()] for line in TRAINING]
    return [([p[0] for p in line], [p[1] for p in line]) for line in pairs]


TRAINING_WORDS = _sentences()[0][0]
UNSEEN = ["زار", "سالم", "الحداد", "وفدا", "في", "صنعاء"]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Folder of a two-layer BERT that has learnt the five sentences by heart."""
    import torch
    from transformers import BertConfig, BertForTokenClassification, BertTokenizer

    torch.manual_seed(7)
    random.seed(7)
    folder = tmp_path_factory.mktemp("model")
    # The given name is cut into two pieces, so that words of several pieces are learnt too.
    words = sorted({w for sentence, _ in _sentences() for w in sentence} - {"سالم"})
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words, "سا", "##لم"]
    pieces += [c for c in LETTERS if c not in pieces] + [f"##{c}" for c in LETTERS]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    tokenizer = BertTokenizer(str(folder / "vocab.txt"), do_lower_case=False, strip_accents=False)
    tokenizer.save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(pieces), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=256, hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0, id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
    )  # fmt: skip
    network = BertForTokenClassification(config)
    _train(network, tokenizer)
    network.save_pretrained(folder)
    return str(folder)


def _train(network: Any, tokenizer: Any, steps: int = 60) -> None:
    import torch

    rows = []
    for words, labels in _sentences():
        ids, targets = [tokenizer.cls_token_id], [-100]
        for word, label in zip(words, labels, strict=True):
            pieces = tokenizer.tokenize(word)
            ids += tokenizer.convert_tokens_to_ids(pieces)
            targets += [LABELS.index(label)] + [-100] * (len(pieces) - 1)
        rows.append(([*ids, tokenizer.sep_token_id], [*targets, -100]))
    width = max(len(ids) for ids, _ in rows)
    batch = {
        "input_ids": torch.tensor([ids + [0] * (width - len(ids)) for ids, _ in rows]),
        "attention_mask": torch.tensor([[1] * len(ids) + [0] * (width - len(ids)) for ids, _ in rows]),
        "labels": torch.tensor([targets + [-100] * (width - len(targets)) for _, targets in rows]),
    }
    optimizer = torch.optim.AdamW(network.parameters(), lr=5e-3)
    network.train()
    for _ in range(steps):
        optimizer.zero_grad()
        network(**batch).loss.backward()
        optimizer.step()
    network.eval()


@pytest.fixture(scope="module")
def recognizer(model: str) -> CamelRecognizer:
    return CamelRecognizer(model, batch_size=3)


def _types(spans: list[Span]) -> list[tuple[int, int, str]]:
    return [(s.first, s.last, s.type) for s in spans]


def test_finds_the_names_it_learnt(recognizer: CamelRecognizer) -> None:
    (spans,) = recognizer.spans([UNSEEN])
    assert _types(spans) == [(1, 3, "person"), (5, 6, "place")]
    assert all(0.5 < s.score <= 1 for s in spans)


def test_batch_of_several_lengths(recognizer: CamelRecognizer) -> None:
    sentences = [words for words, _ in _sentences()] * 3
    expected = [labels for _, labels in _sentences()] * 3
    labels = recognizer.labels(sentences)
    assert [[label for label, _ in sentence] for sentence in labels] == expected


def test_agrees_with_camel_tools_own_prediction(recognizer: CamelRecognizer, model: str) -> None:
    from camel_tools.ner import NERecognizer

    rng = random.Random(3)
    words = [w for sentence, _ in _sentences() for w in sentence]
    sentences = [rng.choices(words, k=rng.randint(1, 40)) for _ in range(12)]
    reference = NERecognizer(model, use_gpu=False).predict(sentences)
    assert [[label for label, _ in s] for s in recognizer.labels(sentences)] == reference


def test_words_without_pieces_are_outside_and_shift_nothing(recognizer: CamelRecognizer) -> None:
    words = [DIRECTION_MARK, "قال", DIRECTION_MARK, "سالم", "الحداد", "", "في", " ", "صنعاء", DIRECTION_MARK]
    (labels,) = recognizer.labels([words])
    assert len(labels) == len(words)
    assert [labels[i][0] for i in (0, 2, 5, 7, 9)] == ["O"] * 5
    assert _types(recognizer.spans([words])[0]) == [(3, 5, "person"), (8, 9, "place")]


def test_sentences_of_nothing(recognizer: CamelRecognizer) -> None:
    assert recognizer.spans([]) == []
    assert recognizer.spans([[], [DIRECTION_MARK], []]) == [[], [], []]


def test_long_sentence_is_read_to_its_end(recognizer: CamelRecognizer) -> None:
    words = TRAINING_WORDS * 40  # far more than 256 word pieces
    (labels,) = recognizer.labels([words])
    assert len(labels) == len(words)
    tail = [label for label, _ in labels[-len(TRAINING_WORDS) :]]
    assert "B-PERS" in tail


def test_word_longer_than_the_model_reads(recognizer: CamelRecognizer) -> None:
    words = ["قال", "سالم", "الحداد", "." * 300, "في", "صنعاء"]  # one piece a point
    (labels,) = recognizer.labels([words])
    assert [label for label, _ in labels] == ["O", "B-PERS", "I-PERS", "O", "O", "B-LOC"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("O O", []),
        ("B-PERS I-PERS O B-LOC", [(0, 2, "person"), (3, 4, "place")]),
        ("B-PERS B-PERS", [(0, 1, "person"), (1, 2, "person")]),
        ("I-ORG I-ORG", [(0, 2, "organization")]),
        ("B-PERS I-LOC I-LOC", [(0, 1, "person"), (1, 3, "place")]),
        ("B-MISC O I-MISC", [(0, 1, "misc"), (2, 3, "misc")]),
    ],
)
def test_decode(labels: str, expected: list[tuple[int, int, str]]) -> None:
    spans = decode([(label, 0.5) for label in labels.split()])
    assert _types(spans) == expected
    assert all(s.score == 0.5 for s in spans)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"asked the network: {args}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
class TestWithoutNetwork:
    def test_loads_a_folder(self, model: str) -> None:
        loaded = load_recognizer("camel", model)
        assert loaded is not None
        assert loaded.spans([["صنعاء"]]) == CamelRecognizer(model).spans([["صنعاء"]])

    @pytest.mark.parametrize("name", [None, "arabert"])
    def test_missing_data_says_which_command_fetches_it(
        self, name: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
        with pytest.raises(KgError, match="camel_data -i ner-arabert"):
            load_recognizer("camel", name)

    def test_installed_model_is_found_by_name(
        self, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "data" / "ner").mkdir(parents=True)
        (tmp_path / "data" / "ner" / "arabert").symlink_to(model, target_is_directory=True)
        (tmp_path / "catalogue.json").write_text(
            '{"version": "1.6.0", "packages": {}, "components": {"NamedEntityRecognition": {"default":'
            ' "arabert", "datasets": {"arabert": {"path": "ner/arabert"}}}}}'
        )
        monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
        assert CamelRecognizer().spans([UNSEEN]) == CamelRecognizer(model).spans([UNSEEN])

    def test_folders_that_are_no_model(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="there is no such folder"):
            CamelRecognizer(str(tmp_path / "absent"))
        with pytest.raises(InputError, match=r"no config\.json"):
            CamelRecognizer(str(tmp_path))
        (tmp_path / "config.json").write_text("{}")
        with pytest.raises(InputError, match="no BERT token classifier"):
            CamelRecognizer(str(tmp_path))


def test_a_fresh_process_stays_offline_and_out_of_the_home_folder(model: str, tmp_path: Path) -> None:
    """Whatever else the test process imported before, a first import must not download or leave files."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit(f'asked the network: {a}')\n"
        "socket.getaddrinfo = socket.socket.connect = refuse\n"
        "from kg.actors.recognizer import load_recognizer\n"
        "assert load_recognizer('rules') is None\n"
        "assert 'torch' not in sys.modules\n"
        "print(load_recognizer('camel', sys.argv[1]).spans([sys.argv[2:]]))\n"
    )
    home = tmp_path / "home"
    home.mkdir()
    environment = {k: v for k, v in os.environ.items() if k != "CAMELTOOLS_DATA"} | {"HOME": str(home)}
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code, model, *UNSEEN],
        capture_output=True, text=True, timeout=120, cwd=root, check=False,
        env=environment | {"PYTHONPATH": root},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "type='person'" in done.stdout
    assert not (home / ".camel_tools").exists()


def test_unknown_recogniser() -> None:
    with pytest.raises(KgError, match="rules, camel"):
        load_recognizer("spacy")


def test_batches_are_padded_to_their_longest_sentence(
    recognizer: CamelRecognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, ...]] = []
    network: Any = recognizer._recognizer.model
    forward: Callable[..., Any] = network.forward

    def record(**inputs: Any) -> Any:
        seen.append(tuple(inputs["input_ids"].shape))
        return forward(**inputs)

    monkeypatch.setattr(network, "forward", record)
    recognizer.spans([["في"] * n for n in (9, 1, 5, 2, 7)])
    assert seen == [(3, 7), (2, 11)]
