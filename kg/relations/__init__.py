"""From sentences and actors to claims: triggers, their parties, status, attribution, date and place."""

from kg.relations.claims import find_claims

__all__ = ["find_claims"]
