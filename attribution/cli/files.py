"""The commands that read files and print lines; nothing is stored."""

from pathlib import Path
from typing import Annotated

import typer

from attribution.cli.app import Command, app
from attribution.errors import BadSettings
from attribution.options import Articles, Jobs, Nested, Quiet, Statements
from attribution.output import Run, many, print_line
from attribution.progress import shown
from attribution.settings import load


@app.command(cls=Command)
def extract(
    files: Articles,
    output: Annotated[
        str, typer.Option("--format", metavar="NAME", help="How to print; jsonl is the only one.")
    ] = "jsonl",
    speakers: Annotated[bool, typer.Option(help="Resolve who each source is, inside its article.")] = True,
    nested: Nested = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Print the articles with their attributions, as JSON Lines in input order; nothing is stored."""
    from attribution import pipeline

    if output != "jsonl":
        raise BadSettings(f"--format {output}: only jsonl is known")
    run, work = Run(), pipeline.Work(nested=nested, speakers=speakers)
    items = pipeline.extract(pipeline.read(files), work, load(jobs=jobs).jobs)
    for article in run.readable(shown(items, pipeline.count(files), "articles", quiet)):
        print_line(pipeline.article_line(article))
    run.finish()


@app.command(cls=Command)
def resolve(files: Articles, quiet: Quiet = False) -> None:
    """Fill in the speaker of each attribution of articles that carry attributions, and print them."""
    from attribution import pipeline

    run, items = Run(), pipeline.resolve(pipeline.read(files))
    for article in run.readable(shown(items, pipeline.count(files), "articles", quiet)):
        print_line(pipeline.article_line(article))
    run.finish()


@app.command(cls=Command)
def match(
    files: Statements,
    clusters: Annotated[bool, typer.Option("--clusters", help="Print utterances with members, not pairs.")] = False,
    suggestions: Annotated[bool, typer.Option("--suggestions", help="Print likely, unsure ones too, marked.")] = False,
    quiet: Quiet = False,
) -> None:
    """Print the pairs of statements that say the same thing, and how their words differ; nothing is stored."""
    from attribution import pipeline

    run = Run()
    found = list(run.readable(pipeline.statements_in(files)))
    lines = (pipeline.cluster_lines if clusters else pipeline.match_lines)(found, suggestions)
    for line in shown(lines, None, "matches", quiet):
        print_line(line)
    run.finish()


@app.command(cls=Command)
def verify(
    files: Statements,
    against: Annotated[
        list[str], typer.Option("--against", metavar="PATH", help="Primary texts: files or folders. May be repeated.")
    ],
    quiet: Quiet = False,
) -> None:
    """Check quoted words against transcripts: the best passage, a verdict, and how the words differ."""
    from attribution import pipeline

    run = Run()
    sources = list(run.readable(pipeline.primary_sources(against)))
    if not sources:
        raise BadSettings(f"--against {' '.join(against)}: no readable text there")
    records = list(run.readable(pipeline.records_in(files)))
    for line in shown(pipeline.verified(records, sources), len(records), "statements", quiet):
        print_line(line)
    run.finish()


@app.command(cls=Command)
def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="Annotated articles, as JSON Lines.")],
    predicted: Annotated[str, typer.Argument(metavar="PREDICTED", help="The same articles, as `extract` prints them.")],
    page: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write every miss, side by side.")] = None,
    nested: Annotated[bool, typer.Option("--nested", help="Count attributions inside others too.")] = False,
) -> None:
    """Score predictions against articles that you annotated; show what was missed, by category."""
    from attribution import pipeline

    run = Run()
    annotated, given = (list(run.readable(pipeline.read([path]))) for path in (gold, predicted))
    found = pipeline.evaluate(annotated, given, nested)
    list(run.readable(found.problems))
    for line in found.lines():
        print(line)
    if page is not None:
        pipeline.write_evaluation(found, page)
        print(f"{page}: {many(len(found.misses), 'miss', 'misses')}")
    run.finish()
