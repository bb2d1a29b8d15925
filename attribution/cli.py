"""The command line: parse, call the pipeline, print, exit code.

Exit codes: 0 done; 1 done, some inputs unreadable, each named on standard error; 2 wrong call; 3 could not go on
(ledger, disk, model), what was committed stays; 4 a fault of ours; 130 interrupted.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from attribution import __version__
from attribution.errors import AttributionError, BadSettings
from attribution.options import Articles, Jobs, LedgerOption, Nested, Quiet, ReportFormat, Statements
from attribution.output import Run, many, print_line, shorten
from attribution.progress import shown
from attribution.settings import load

app = typer.Typer(
    name="attribution",
    help="Who said that, exactly, and where else was it said? Extracts the attributed statements of news articles, "
    "resolves who said them, keeps them, and finds them again in other articles.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 110},
)


def main() -> None:
    """The console script. Every error that is raised on purpose becomes one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]  # always a TextIOWrapper here
    try:
        app()
    except BadSettings as error:
        _stop(str(error), 2)
    except AttributionError as error:
        _stop(str(error), 3)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: no second error at exit
    except OSError as error:
        _stop(f"{error.filename or 'input or output'}: {error.strerror or error}", 3)
    except Exception as error:  # whatever else is raised is a fault of ours, and the exit code says so
        if os.environ.get("ATTRIBUTION_DEBUG"):
            raise
        _stop(f"a fault in this program ({type(error).__name__}: {error}); ATTRIBUTION_DEBUG=1 shows where", 4)


def _stop(line: str, code: int) -> None:
    print(f"attribution: {line}", file=sys.stderr)
    sys.exit(code)


@app.callback(invoke_without_command=True)
def start(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        print(f"attribution {__version__}")
        raise typer.Exit


@app.command()
def extract(
    files: Articles,
    output: Annotated[str, typer.Option("--format", help="How to print: jsonl, the only one so far.")] = "jsonl",
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


@app.command()
def resolve(files: Articles, quiet: Quiet = False) -> None:
    """Fill in the speaker of each attribution of articles that carry attributions, and print them."""
    from attribution import pipeline

    run, items = Run(), pipeline.resolve(pipeline.read(files))
    for article in run.readable(shown(items, pipeline.count(files), "articles", quiet)):
        print_line(pipeline.article_line(article))
    run.finish()


@app.command()
def match(
    files: Statements,
    clusters: Annotated[bool, typer.Option("--clusters", help="Print utterances with members, not pairs.")] = False,
    suggestions: Annotated[bool, typer.Option("--suggestions", help="Print likely, unsure pairs too, marked.")] = False,
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


@app.command()
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


@app.command()
def add(
    paths: Articles,
    ledger: LedgerOption = None,
    keep_attributions: Annotated[
        bool, typer.Option("--keep-attributions", help="Store the attributions that come along, marked imported.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Work known articles anew; what people decided stays.")
    ] = False,
    nested: Nested = False,
    jobs: Jobs = None,
    quiet: Quiet = False,
) -> None:
    """Read, extract, resolve, match, and keep it all in the ledger; safe to stop and to repeat."""
    from attribution import pipeline

    run, settings = Run(), load(ledger=ledger, jobs=jobs)
    work = pipeline.Work(keep=keep_attributions, nested=nested, trust=True)
    with pipeline.open_ledger(settings) as store:
        items = pipeline.add(pipeline.read(paths), store, work, settings.jobs, again)
        done = list(run.readable(shown(items, pipeline.count(paths), "articles", quiet)))
    print(pipeline.summary(done, settings.ledger))
    run.finish()


@app.command("list")
def list_articles(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only articles whose title or id holds these.")] = "",
    ledger: LedgerOption = None,
) -> None:
    """List the stored articles: id, date, outlet, title."""
    from attribution import pipeline

    with pipeline.open_ledger(load(ledger=ledger)) as store:
        heads = store.articles(words=words, limit=None)
    for head in heads:
        print(head.id, head.published or "", head.outlet or "", shorten(head.title or "", 80), sep="\t")
    if not heads:
        print("no article there; `attribution add PATH` brings some in", file=sys.stderr)


@app.command()
def remove(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An id, as `attribution list` prints it.")],
    ledger: LedgerOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Take an article and all that came from it out of the ledger, after showing what goes."""
    from attribution import pipeline

    with pipeline.open_ledger(load(ledger=ledger)) as store:
        for line in pipeline.removal_lines(store.removal(article)):
            print(line)
        if not yes and not typer.confirm("Take it out?"):
            print("nothing was removed")
            return
        pipeline.remove(store, article)
        print("removed")


@app.command()
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Half remembered words, in quotation marks.")],
    ledger: LedgerOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many answers at most.")] = 10,
) -> None:
    """Find stored statements by half remembered words, best first."""
    from attribution import pipeline

    with pipeline.open_ledger(load(ledger=ledger)) as store:
        hits = pipeline.search(store, words, limit)
    for entry, score in hits:
        speaker = entry.attribution.speaker
        print(f"{score:.2f}  {shorten(entry.words, 160)}")
        print(f"      {speaker.name if speaker else 'no speaker'}, {entry.article.title or entry.article.id}")
    if not hits:
        print("nothing like it in the ledger", file=sys.stderr)


@app.command()
def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")],
    kind: Annotated[ReportFormat, typer.Option("--format", help="What to write.")] = ReportFormat.HTML,
    ledger: LedgerOption = None,
    speaker: Annotated[str | None, typer.Option(help="Only what this speaker said.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only from this outlet.")] = None,
    article: Annotated[str | None, typer.Option(help="Only from this article.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only from this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only up to this day.")] = None,
) -> None:
    """Export attributions and repeated utterances from the ledger."""
    from attribution import pipeline
    from attribution.model import Selection

    for day in (since, until):
        pipeline.check_day(day)
    chosen = Selection(
        speaker=speaker, outlet=outlet, article=article, since=since, until=until, order="text", limit=None
    )
    with pipeline.open_ledger(load(ledger=ledger)) as store:
        written = pipeline.write_report(store, chosen, kind.value, output)
    print(f"{output}: {many(written, 'attribution')}")


@app.command()
def speakers(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only speakers whose name holds these.")] = "",
    ledger: LedgerOption = None,
    export: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all name forms as CSV.")] = None,
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take over name forms from such a CSV.")
    ] = None,
) -> None:
    """List the speakers of all articles; export and import the list of their name forms."""
    from attribution import pipeline

    settings = load(ledger=ledger)
    with pipeline.open_ledger(settings) as store:
        if take is not None:
            changed = pipeline.read_aliases(store, take.read_bytes(), str(take), settings.reviewer)
            print(f"{take}: {many(changed, 'name form')} taken over")
        if export is not None:
            with export.open("w", encoding="utf-8", newline="") as out:
                print(f"{export}: {many(pipeline.write_aliases(store, out), 'name form')}")
        if take is None and export is None:
            for person in store.people(words, limit=None):
                print(person.name, person.type.value, person.statements, "; ".join(person.aliases), sep="\t")


@app.command()
def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="Annotated articles, as JSON Lines.")],
    predicted: Annotated[str, typer.Argument(metavar="PREDICTED", help="The same articles, as `extract` prints them.")],
    page: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write every miss, side by side.")] = None,
    nested: Annotated[bool, typer.Option("--nested", help="Count attributions inside others too.")] = False,
) -> None:
    """Score predictions against articles that you annotated; show what was missed, by category."""
    from attribution import pipeline

    run, found = Run(), pipeline.evaluate(gold, predicted, nested)
    list(run.readable(found.problems))
    for line in found.lines():
        print(line)
    if page is not None:
        pipeline.write_evaluation(found, page)
        print(f"{page}: {many(len(found.misses), 'miss', 'misses')}")
    run.finish()


@app.command()
def dashboard(ledger: LedgerOption = None) -> None:
    """Open the dashboard on the ledger, in the foreground until Ctrl-C. Streamlit's own settings are honoured."""
    from attribution.launch import serve

    serve(load(ledger=ledger))


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(metavar="DIR", help="Where ledger and report go.")] = Path("attribution-demo"),
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Open the dashboard at the end.")] = True,
    quiet: Quiet = False,
) -> None:
    """Do all of it on the sample corpus: add, match, write a report, and open the dashboard."""
    from attribution.launch import demonstrate

    demonstrate(folder, serve, quiet)
