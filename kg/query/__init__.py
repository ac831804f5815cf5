"""SPARQL over a data set, a saved folder, an RDF file or a store; the stock questions; validation."""

from kg.query.engine import Graph, QueryError, run
from kg.query.questions import Parameter, Question, stock
from kg.query.result import Result
from kg.query.validate import Fault, validate

__all__ = ["Fault", "Graph", "Parameter", "QueryError", "Question", "Result", "run", "stock", "validate"]
