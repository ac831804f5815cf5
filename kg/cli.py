"""The command ``kg``: parse, call, print."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli_actors import actors
from kg.cli_measures import diff, measures
from kg.errors import KgError
from kg.export.base import FORMATS

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

OK, PARTLY, NOTHING, STOPPED = 0, 1, 2, 130

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""A knowledge graph of who did or said what to whom, from Arabic political news.

\b
Begin with:
  kg build article.txt --date 2024-06-25 -o out     read an article
  kg view out --open                                explore the graph
  kg query out --stock who-met-whom                 ask it

Exit status: 0 all is well; 1 some input was skipped, or there are faults; 2 nothing was done.""",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line where not given.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        status = app(list(arguments) if arguments is not None else None, prog_name="kg")
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        status = NOTHING
    except SystemExit as end:
        status = end.code
        if status == STOPPED:
            print("kg: stopped; no file is left half-written", file=sys.stderr)
    sys.exit(status)


def _version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        print(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options of the command itself."""


Folder = Annotated[Path, typer.Argument(metavar="OUT", help="Folder that kg build wrote.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="From this day on, YYYY-MM-DD.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day, YYYY-MM-DD.")]
Ontologies = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Folder in place of the ontologies shipped.")
]
Actors = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="Actor list of your own (Turtle); may be repeated.")
]
Judgements = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Who is who, as people decided; else OUT/judgements.jsonl if there is."
    ),
]
RecognizerName = Annotated[
    str,
    typer.Option(metavar="rules|camel", help="Who finds names: the rules, or also camel-tools' NER."),
]
Model = Annotated[str | None, typer.Option(metavar="PATH", help="Folder or name of the camel model.")]
Workers = Annotated[int, typer.Option(metavar="N", min=1, help="Processes.")]


@app.command(epilog=f"Formats: {' '.join(FORMATS)} html.")
def build(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, or - for stdin.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT", help="Folder to write into.")],
    date: Annotated[
        str | None, typer.Option(metavar="DAY", help="Publication day of articles that bring none.")
    ] = None,
    recognizer: RecognizerName = "rules",
    model: Model = None,
    workers: Workers = 1,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Work on the Dask cluster there: tcp://host:8786.")
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="What to write, with commas between; the tables always are."),
    ] = None,
    actors: Actors = None,
    ontologies: Ontologies = None,
    judgements: Judgements = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="Namespace of the data in RDF.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Read so many articles.")] = None,
    since: Since = None,
    outlet: Annotated[str | None, typer.Option(help="Only articles of this outlet.")] = None,
    columns: Annotated[
        list[str] | None, typer.Option(metavar="OURS=THEIRS", help="Names of columns that differ.")
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop from OUT the articles that INPUT no longer has.")
    ] = False,
) -> None:
    """Read Arabic articles and write the graph of what they say.

    \b
    INPUT is any of .txt .html .jsonl .json .csv .tsv .parquet .rss .atom .xml, these with .gz or .zst,
    a folder of them, or - for standard input (plain text or JSON lines). Records have the fields
    id title text date outlet url; only text is needed. Into an OUT that exists, only articles that are
    new or changed are read, and those of earlier builds stay. Stopped at any moment, run it again.

    \b
    kg build article.txt --date 2024-06-25 -o out
    kg build news.jsonl.gz pages/ --workers 2 --since 2024-01-01 -o out
    kg build table.csv --columns text=body,date=day --format csv,turtle -o out
    kg build pages/ --prune -o out
    cat article.txt | kg build - --date 2024-06-25 -o out
    """  # noqa: D301
    from kg import corpus, lexicon
    from kg.api import DEFAULT_FORMATS
    from kg.console import Watch, pairs, summary
    from kg.folder import CLUSTER_FORMATS, build_into

    wanted = _formats(format or (DEFAULT_FORMATS if scheduler is None else CLUSTER_FORMATS))
    names = pairs(columns or (), "--columns")
    knowledge = lexicon.load(ontologies, actors or ())
    corpus.relax_collector()
    paths = [item if item == "-" else Path(item) for item in inputs]
    watch = Watch(corpus.measure(paths))
    dataset, files, changes = build_into(
        out, paths, knowledge, formats=wanted, watch=watch, recognizer=recognizer, model=model, base=base,
        workers=workers, scheduler=scheduler, prune=prune, date=date, columns=names, limit=limit, since=since,
        outlet=outlet, judgements=judgements,
    )  # fmt: skip
    print(summary(dataset, knowledge.relations, files, watch.skipped, changes), end="")
    raise typer.Exit(PARTLY if watch.skipped else OK)


def _formats(given: Sequence[str]) -> list[str]:
    """Split and check the names of formats, before the work and not after it."""
    from kg.export.base import writer

    names = [name.strip() for item in given for name in item.split(",") if name.strip()]
    for name in names:
        if name != "html":
            writer(name)
    return names


@app.command()
def query(
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="Folder that kg build wrote, or an RDF file.")
    ] = None,
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="The query; - reads it from standard input.")
    ] = None,
    stock: Annotated[str | None, typer.Option(metavar="NAME", help="A stock question in its place.")] = None,
    param: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="Parameter of the stock question.")
    ] = None,
    table: Annotated[bool, typer.Option("--table", help="Print a table (default).")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the stock questions and exit.")] = False,
) -> None:
    """Ask the graph in SPARQL, or one of the stock questions.

    \b
    kg query out 'SELECT ?who WHERE { ?who kg:metWith actor:united-states }'
    kg query --list
    kg query out --stock who-met-whom --param actor=antony-blinken --csv

    The prefixes kg: actor: event: claim: doc: office: and the usual ones are known.
    """  # noqa: D301
    from kg import query as room

    if list_:
        for question in room.stock():
            wanted = " ".join(p.name if p.required else f"[{p.name}]" for p in question.parameters)
            print(f"{question.name}  {wanted}\n    {question.title}")
        return
    if out is None:
        raise typer.BadParameter("name the folder that kg build wrote", param_hint="OUT")
    if table + csv + json > 1:
        raise typer.BadParameter("choose one of --table, --csv and --json")
    text = sys.stdin.read() if sparql == "-" else sparql
    params = dict(_parameter(item) for item in param or ())
    result = room.run(out, text, stock=stock, params=params)
    print(result.csv() if csv else result.json() if json else result.table(), end="")


def _parameter(item: str) -> tuple[str, str]:
    name, sign, value = item.partition("=")
    if not sign:
        raise KgError(f"--param {item!r}: write it as name=value")
    return name, value


@app.command()
def view(
    out: Folder,
    actor: Annotated[str | None, typer.Option(help="Open at this actor, by id or name.")] = None,
    relation: Annotated[str | None, typer.Option(help="Show only this relation.")] = None,
    since: Since = None,
    until: Until = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write the page.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write the page to explore the graph, one file that works offline, and print its name.

    \b
    kg view out --open
    kg view out --actor antony-blinken --since 2024-06-01 -o blinken.html
    """  # noqa: D301
    from kg import load
    from kg.api import as_day

    page = load(out).view(
        output or out / ("view.html" if actor or relation or since or until else "graph.html"),
        actor=actor,
        relation=relation,
        since=as_day(since, "--since"),
        until=as_day(until, "--until"),
    )
    print(page)
    if open_:
        import webbrowser

        webbrowser.open(Path(page).resolve().as_uri())


@app.command()
def validate(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that kg build wrote, or an RDF file.")],
) -> None:
    """Check a graph against its rules; print each fault, and exit with 1 where there is one."""
    from kg.query import validate as check

    faults = check(out)
    for fault in faults:
        print(f"{fault.subject}: {fault.problem} ({fault.rule}): {fault.advice}")
    print(f"{len(faults)} faults", file=sys.stderr)
    raise typer.Exit(PARTLY if faults else OK)


@app.command()
def serve(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that kg build wrote, or an RDF file.")],
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="0 for any free one.")] = 7878,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    timeout: Annotated[int, typer.Option(metavar="SECONDS", min=1, help="Limit of a query.")] = 30,
) -> None:
    """Serve the graph, read-only, to SPARQL programs and on a page, until Ctrl-C."""
    from kg.query.serve import Address
    from kg.query.serve import serve as run

    def tell(address: Address) -> None:
        print(f"endpoint  {address.query}\npage      {address.page}\nstop with Ctrl-C", flush=True)

    def warn(message: str) -> None:
        print(f"kg: {message}", file=sys.stderr)

    run(out, host=host, port=port, timeout=timeout, tell=tell, warn=warn)


@app.command()
def evaluate(
    gold: Annotated[
        Path | None, typer.Argument(metavar="GOLD", help="Annotated articles, JSON lines.")
    ] = None,
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="What kg build made of them; else it is built now.")
    ] = None,
    conll: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Instead: compare names with a file of words and tags."),
    ] = None,
    errors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what was missed and what was spurious.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, with the counts by relation.")] = False,
    recognizer: RecognizerName = "rules",
    model: Model = None,
    workers: Workers = 1,
    actors: Actors = None,
    ontologies: Ontologies = None,
) -> None:
    """Compare with articles that people annotated: precision, recall and F1.

    \b
    kg evaluate gold.jsonl
    kg evaluate gold.jsonl out --errors errors.jsonl
    kg evaluate --conll names.conll
    """  # noqa: D301
    from kg import corpus, lexicon, load
    from kg.evaluate import evaluate as compare
    from kg.export import replacing
    from kg.graph import merge

    knowledge = lexicon.load(ontologies, actors or ())
    if gold is None and conll is not None:
        _evaluate_names(conll, knowledge, recognizer, model, json)
        return
    if gold is None or conll is not None:
        raise typer.BadParameter("give annotated articles, or --conll FILE", param_hint="GOLD")
    if out is not None:
        dataset = load(out).dataset
    else:
        documents = corpus.read([gold])
        extractions = corpus.run(
            documents, lexicon=knowledge, recognizer=recognizer, model=model, workers=workers
        )
        dataset = merge(extractions, relations=knowledge.relations, lexicon=knowledge)
    result = compare(gold, dataset, knowledge.relations)
    print(result.json() + "\n" if json else result.text(), end="")
    if errors is not None:
        with replacing(errors) as aside:
            aside.write_text(result.error_lines(), encoding="utf-8")


def _evaluate_names(
    path: Path, knowledge: Lexicon, recognizer: str, model: str | None, as_json: bool
) -> None:
    """Compare the names that are found with those of a tagged file, by type."""
    import json

    from kg.actors.conll import tag
    from kg.actors.recognizer import load_recognizer
    from kg.evaluate import conll_scores, read_conll, table

    sentences, tags = read_conll(path)
    found = tag(sentences, knowledge, load_recognizer(recognizer, model))
    figures = {name: counts.figures() for name, counts in conll_scores(tags, found).items()}
    print(json.dumps(figures, indent=1) + "\n" if as_json else table(figures), end="")


app.command("actors")(actors)
app.command("measures")(measures)
app.command("diff")(diff)
