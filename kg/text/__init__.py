"""From characters to tokens, sentences and quotations, with offsets that always slice back."""

from kg.text.clitics import splits
from kg.text.normalise import fold, fold_phrase
from kg.text.parse import Span, Text, parse, stretches
from kg.text.tokens import Token, tokenize

__all__ = ["Span", "Text", "Token", "fold", "fold_phrase", "parse", "splits", "stretches", "tokenize"]
