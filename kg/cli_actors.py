"""The command ``kg actors``: look a name up, and review who was taken for whom."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def actors(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A name in Arabic or English, or an id; with --review, OUT."),
    ],
    review: Annotated[
        bool, typer.Option("--review", help="Propose who in OUT may be one and who may be two.")
    ] = False,
    who: Annotated[str | None, typer.Option(help="Your name, for the judgements.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="So many proposals of each kind.")] = 40,
    actors: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Actor list of your own (Turtle); may be repeated."),
    ] = None,
    ontologies: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder in place of the ontologies shipped.")
    ] = None,
) -> None:
    """Look a name up in the list of known actors, or review who was taken for whom.

    \b
    kg actors بلينكن
    kg actors "United States"
    kg actors out --review                    asks, and keeps the answers in out/judgements.jsonl
    kg actors out --review > review.jsonl     to answer in an editor

    In the file write "same" or "different" as judgement. Every kg build into out applies the judgements
    kept there, or those of --judgements FILE. To undo one delete its line, or say "undone" in a later one.
    """  # noqa: D301
    from kg import lexicon
    from kg.lookup import describe, look_up

    knowledge = lexicon.load(ontologies, actors or ())
    if review:
        from kg.review import run

        run(Path(name), knowledge, who=who, limit=limit)
        return
    found = look_up(knowledge.actors, name)
    for entry in found:
        print(describe(entry, knowledge.actors))
    if not found:
        print(f"kg: no known actor is called {name!r}; kg build learns others from the text", file=sys.stderr)
    raise typer.Exit(0 if found else 1)
