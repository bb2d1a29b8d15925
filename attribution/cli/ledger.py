"""The commands that fill a ledger, ask it, and take things out of it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from attribution.cli.app import Command, app
from attribution.errors import BadSettings
from attribution.options import Articles, Jobs, LedgerOption, Nested, Quiet, ReportFormat
from attribution.output import Run, many, shorten
from attribution.progress import shown
from attribution.settings import load


@app.command(cls=Command)
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


@app.command("list", cls=Command)
def list_articles(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Only articles whose title or id holds these.")] = "",
    ledger: LedgerOption = None,
) -> None:
    """List the stored articles: id, date, outlet, title."""
    from attribution import pipeline

    with pipeline.known_ledger(load(ledger=ledger)) as store:
        heads = store.articles(words=words, limit=None)
    for head in heads:
        print(head.id, head.published or "", head.outlet or "", shorten(head.title or "", 80), sep="\t")
    if not heads:
        print("no article there; `attribution add PATH` brings some in", file=sys.stderr)


@app.command(cls=Command)
def remove(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An id, as `attribution list` prints it.")],
    ledger: LedgerOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Take an article and all that came from it out of the ledger, after showing what goes."""
    from attribution import pipeline

    with pipeline.known_ledger(load(ledger=ledger)) as store:
        for line in pipeline.removal_lines(store.removal(article)):
            print(line)
        if not yes and not _agreed("Take it out?"):
            print("nothing was removed")
            return
        pipeline.remove(store, article)
        print("removed")


def _agreed(question: str) -> bool:
    """What a person answers. Raises BadSettings where nobody is there to ask; Ctrl-C interrupts the program."""
    try:
        return typer.confirm(question)
    except typer.Abort as stopped:
        print(file=sys.stderr)
        if isinstance(stopped.__context__, KeyboardInterrupt):
            raise typer.Exit(130) from None
        raise BadSettings("no answer, so nothing was removed; --yes removes without asking") from None


@app.command(cls=Command)
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Half remembered words, in quotation marks.")],
    ledger: LedgerOption = None,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="How many answers at most.")] = 10,
) -> None:
    """Find stored statements by half remembered words, best first."""
    from attribution import pipeline

    with pipeline.known_ledger(load(ledger=ledger)) as store:
        hits = pipeline.search(store, words, limit)
    for entry, score in hits:
        speaker = entry.attribution.speaker
        print(f"{score:.2f}  {shorten(entry.words, 160)}")
        print(f"      {(speaker and speaker.name) or 'no speaker'}, {entry.article.title or entry.article.id}")
    if not hits:
        print("nothing like it in the ledger", file=sys.stderr)


@app.command(cls=Command)
def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")],
    kind: Annotated[
        ReportFormat | None, typer.Option("--format", help="What to write. [default: what FILE ends in, else html]")
    ] = None,
    ledger: LedgerOption = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this speaker said.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only from this outlet.")] = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="Only from this article.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only from this day on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only up to this day.")] = None,
) -> None:
    """Export attributions and repeated utterances from the ledger."""
    from attribution import pipeline
    from attribution.model import Selection

    pipeline.check_days(since, until)
    name = pipeline.report_format(output, kind and kind.value)
    chosen = Selection(
        speaker=speaker, outlet=outlet, article=article, since=since, until=until, order="text", limit=None
    )
    with pipeline.known_ledger(load(ledger=ledger)) as store:
        written = pipeline.write_report(store, chosen, name, output)
    print(f"{output}: {many(written, 'attribution')}")
    if not written:
        there = "`attribution speakers` and `attribution list` show who and what is there"
        print(f"attribution: {output}: no attribution is as asked for; {there}", file=sys.stderr)


@app.command(cls=Command)
def speakers(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Only speakers whose name holds these.")] = "",
    ledger: LedgerOption = None,
    export: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all name forms as CSV.")] = None,
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take over name forms from such a CSV.")
    ] = None,
) -> None:
    """List the speakers of all articles; export and import the list of their name forms."""
    from attribution import pipeline

    settings = load(ledger=ledger)
    taken = None if take is None else take.read_bytes()
    with (pipeline.known_ledger if taken is None else pipeline.open_ledger)(settings) as store:
        if taken is not None:
            changed = pipeline.read_aliases(store, taken, str(take), settings.reviewer)
            print(f"{take}: {many(changed, 'name form')} taken over")
        if export is not None:
            with export.open("w", encoding="utf-8", newline="") as out:
                print(f"{export}: {many(pipeline.write_aliases(store, out), 'name form')}")
        if take is None and export is None:
            people = store.people(words, limit=None)
            for person in people:
                print(person.name, person.type.value, person.statements, "; ".join(person.aliases), sep="\t")
            if not people:
                print("no speaker there", file=sys.stderr)
