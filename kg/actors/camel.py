"""camel-tools' neural recogniser behind :class:`kg.actors.recognizer.Recognizer`.

``NERecognizer.predict`` pads each sentence to 256 word pieces and shifts all labels after a word that has
none. So the model is run here over camel-tools' own ``NERDataset``, batch by batch: sentences of like length
together, padded to the longest of them, words without pieces left out. That is several times as fast on
short sentences, gives the same labels, and scores besides.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.actors.recognizer import Span, SpanType
from kg.errors import InputError, KgError

#: Word pieces a model is given at once, with the two marks around them: as many as camel-tools gives.
_MAX_PIECES = 256
_COMPONENT = "NamedEntityRecognition"
_TYPES: dict[str, SpanType] = {
    "PERS": "person", "PER": "person", "LOC": "place", "GPE": "place", "ORG": "organization", "MISC": "misc",
}  # fmt: skip
#: A word's label and the model's confidence in it.
Label = tuple[str, float]
_OUTSIDE: Label = ("O", 1.0)


class CamelRecognizer:
    """Names by a BERT token classifier of camel-tools.

    Parameters
    ----------
    model : str, optional
        A folder with a fine-tuned BERT token classifier (``config.json``, weights and ``vocab.txt``; labels
        B and I of PERS, LOC, ORG and MISC, and O), or the name of a pretrained model in camel-tools' data
        folder; by default camel-tools' own default.
    batch_size : int
        Sentences that the model reads at once.
    use_gpu : bool
        Use a CUDA device if there is one.

    Raises
    ------
    InputError
        If the folder is no such model.
    KgError
        If a pretrained model is not installed; the text names the command that fetches it.

    Notes
    -----
    O. Obeid et al., "CAMeL Tools: An Open Source Python Toolkit for Arabic Natural Language Processing",
    LREC 2020.

    Examples
    --------
    >>> CamelRecognizer("no/such/folder")
    Traceback (most recent call last):
    ...
    kg.errors.InputError: no/such/folder: there is no such folder
    """

    def __init__(self, model: str | None = None, batch_size: int = 16, use_gpu: bool = False) -> None:
        path = _model_folder(model)
        with _no_download():
            import camel_tools.data  # noqa: F401
        import torch
        from camel_tools.ner import NERDataset, NERecognizer

        try:
            self._recognizer: Any = NERecognizer(str(path), use_gpu=use_gpu)
        except (OSError, ValueError, KeyError) as error:
            raise InputError(str(path), f"this is no BERT token classifier: {error}") from error
        self._dataset: Any = NERDataset
        self._torch: Any = torch
        self._labels: dict[int, str] = self._recognizer.labels_map
        if "O" not in self._labels.values():
            known = ", ".join(sorted(self._labels.values()))
            raise InputError(str(path), f"the model has no label O, only {known}")
        self._device = "cuda" if use_gpu and torch.cuda.is_available() else "cpu"
        self._recognizer.model.to(self._device).eval()
        self._batch_size = batch_size
        self._pieces = lru_cache(maxsize=100_000)(self._count_pieces)

    def spans(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """Find the names in each sentence; see :meth:`kg.actors.recognizer.Recognizer.spans`."""
        return [decode(labels) for labels in self.labels(sentences)]

    def labels(self, sentences: Sequence[Sequence[str]]) -> list[list[Label]]:
        """Label each word.

        Parameters
        ----------
        sentences : sequence of sequence of str

        Returns
        -------
        list of list of (str, float)
            As many as words: ``B-PERS``, ``I-PERS``, ..., ``O``, and a score between 0 and 1.
        """
        result = [[_OUTSIDE] * len(sentence) for sentence in sentences]
        chunks = [
            (number, positions)
            for number, sentence in enumerate(sentences)
            for positions in self._chunks(sentence)
        ]
        words = [[sentences[number][i] for i in positions] for number, positions in chunks]
        lengths = [sum(map(self._pieces, chunk)) for chunk in words]
        order = sorted(range(len(chunks)), key=lambda c: lengths[c])
        for begin in range(0, len(order), self._batch_size):
            batch = order[begin : begin + self._batch_size]
            labelled = self._predict([words[c] for c in batch], max(lengths[c] for c in batch) + 2)
            for c, labels in zip(batch, labelled, strict=True):
                number, positions = chunks[c]
                for position, label in zip(positions, labels, strict=True):
                    result[number][position] = label
        return result

    def _count_pieces(self, word: str) -> int:
        return len(self._recognizer.tokenizer.tokenize(word))

    def _chunks(self, sentence: Sequence[str]) -> Iterator[list[int]]:
        """Split a sentence into runs of words that fit the model, without words that have no pieces."""
        room = _MAX_PIECES - 2
        chunk: list[int] = []
        used = 0
        for position, word in enumerate(sentence):
            pieces = self._pieces(word)
            if not 0 < pieces <= room:
                continue
            if used + pieces > room:
                yield chunk
                chunk, used = [], 0
            chunk.append(position)
            used += pieces
        if chunk:
            yield chunk

    def _predict(self, sentences: list[list[str]], length: int) -> list[list[Label]]:
        """Label one batch, padded to ``length``."""
        torch, recognizer = self._torch, self._recognizer
        features = self._dataset(sentences, recognizer.tokenizer, list(self._labels.values()), length)
        inputs = {
            name: torch.stack([feature[name] for feature in features]).to(self._device)
            for name in ("input_ids", "token_type_ids", "attention_mask")
        }
        with torch.inference_mode():
            scores = recognizer.model(**inputs).logits.softmax(dim=-1).max(dim=-1)
        values, indices = scores.values.tolist(), scores.indices.tolist()
        # Only a word's first piece carries a label; the others, the marks and the padding have -100.
        ignored = torch.nn.CrossEntropyLoss().ignore_index
        return [
            [
                (self._labels[index], value)
                for value, index, label in zip(
                    values[row], indices[row], feature["label_ids"].tolist(), strict=True
                )
                if label != ignored
            ]
            for row, feature in enumerate(features)
        ]


def decode(labels: Sequence[Label]) -> list[Span]:
    """Turn the labels of a sentence into spans.

    An ``I-`` that continues nothing begins a span: models write it where a name follows a name. The score
    of a span is the mean of its words'.

    Parameters
    ----------
    labels : sequence of (str, float)

    Returns
    -------
    list of Span

    Examples
    --------
    >>> decode([("B-PERS", 0.75), ("I-PERS", 0.25), ("O", 1.0), ("I-LOC", 0.5)])
    [Span(first=0, last=2, type='person', score=0.5), Span(first=3, last=4, type='place', score=0.5)]
    """
    spans: list[Span] = []
    first, open_type = 0, None
    for i, (label, _) in enumerate([*labels, _OUTSIDE]):
        prefix, _, name = label.partition("-")
        kind = _TYPES.get(name)
        if open_type is not None and (prefix != "I" or kind != open_type):
            scores = [score for _, score in labels[first:i]]
            spans.append(Span(first, i, open_type, sum(scores) / len(scores)))
            open_type = None
        if open_type is None and kind is not None:
            first, open_type = i, kind
    return spans


def _model_folder(model: str | None) -> Path:
    """Folder of a model given as a folder or by its name in camel-tools' data."""
    if model is not None and (os.sep in model or "/" in model or Path(model).is_dir()):
        path = Path(model)
        if not path.is_dir():
            raise InputError(model, "there is no such folder")
        if not (path / "config.json").is_file():
            raise InputError(model, "this folder has no config.json: it is no BERT token classifier")
        return path
    data = _data_folder()
    entry = _catalogue_entry(data / "catalogue.json")
    name = model or str(entry.get("default", "arabert"))
    datasets: dict[str, dict[str, str]] = entry.get("datasets", {})
    path = data / "data" / str(datasets.get(name, {}).get("path", f"ner/{name}"))
    if not (path / "config.json").is_file():
        known = f"; the models known are {', '.join(sorted(datasets))}" if datasets else ""
        raise KgError(
            f"the recogniser 'camel' needs the model {name!r}, which is not in {data}{known}. "
            f"Fetch it once, with a network: camel_data -i ner-{name}. Or give the folder of a model."
        )
    return path


def _data_folder() -> Path:
    """Where ``camel_data`` installs: by camel-tools' documentation, unless ``CAMELTOOLS_DATA`` says."""
    given = os.environ.get("CAMELTOOLS_DATA")
    if given:
        return Path(given).expanduser().absolute()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def _catalogue_entry(path: Path) -> dict[str, Any]:
    """Read what camel-tools' catalogue says of recognisers; nothing where it was never fetched."""
    if not path.is_file():
        return {}
    try:
        entry = json.loads(path.read_text(encoding="utf-8")).get("components", {}).get(_COMPONENT, {})
    except (ValueError, AttributeError) as error:
        raise InputError(str(path), f"this is no catalogue ({error}); renew it: camel_data -u") from error
    return entry if isinstance(entry, dict) else {}


@contextmanager
def _no_download() -> Iterator[None]:
    """Let ``camel_tools.data`` be imported without its catalogue.

    When imported it downloads a catalogue unless there is one, which fails or hangs offline, and makes a
    folder in the user's home. Nothing here reads that catalogue, so an empty one elsewhere serves.
    """
    if "camel_tools.data" in sys.modules or (_data_folder() / "catalogue.json").is_file():
        yield
        return
    names = ("CAMELTOOLS_DATA", "HOME", "USERPROFILE")
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory() as folder:
        empty = {"version": "1.6.0", "packages": {}, "components": {}}
        (Path(folder) / "catalogue.json").write_text(json.dumps(empty), encoding="utf-8")
        os.environ.update(dict.fromkeys(names, folder))
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
