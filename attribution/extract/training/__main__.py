"""One command from annotated articles to shipped weights::

python -m attribution.extract.training --corpus ../shared/data/polnear-train.jsonl --start MODEL_FOLDER --folder
RUN_FOLDER

Run again with the same folder, it goes on from the last checkpoint; with --finish-only it makes weights of what is
there.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from attribution.extract.training.learn import Plan, learn

_SHIPPED = Path(__file__).parent.parent / "weights"


def main(arguments: list[str] | None = None) -> None:
    given = _parser().parse_args(arguments)
    plan = Plan(given.corpus, given.start, given.folder, 60.0 * given.minutes, given.seed, given.processes)
    if given.rank is not None:
        learn(plan, given.rank)
        return
    if not given.finish_only:
        given.folder.mkdir(parents=True, exist_ok=True)
        _train(plan, sys.argv[1:] if arguments is None else arguments)
    from attribution.extract.training.finishing import finish

    result = finish(plan, given.out, plan.seed)
    print(
        f"held-out articles: content {result.f1(result.content):.1f}, strict {result.f1(result.strict):.1f}, "
        f"attributed {result.f1(result.attributed):.1f}; weights in {given.out}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m attribution.extract.training", description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, required=True, help="annotated articles, JSON Lines in the contract's format"
    )
    parser.add_argument(
        "--start", type=Path, required=True, help="folder with the pre-trained MiniLM and its tokenizer.json"
    )
    parser.add_argument("--folder", type=Path, required=True, help="where checkpoints and the log go")
    parser.add_argument(
        "--out", type=Path, default=_SHIPPED, help="where the weights go (default: the package's own folder)"
    )
    parser.add_argument("--minutes", type=float, default=82.0, help="budget of wall time for training the tagger")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2, help="single-threaded processes, one a core")
    parser.add_argument(
        "--finish-only", action="store_true", help="train no more; make weights of tagger.pt and early.pt"
    )
    parser.add_argument("--rank", type=int, help=argparse.SUPPRESS)
    return parser


def _train(plan: Plan, arguments: list[str]) -> None:
    """Run all processes to their end. Exits with the first failing one's status."""
    command = [sys.executable, "-m", "attribution.extract.training", *arguments]
    running = [subprocess.Popen([*command, "--rank", str(rank)]) for rank in range(plan.processes)]
    failed = [code for code in [process.wait() for process in running] if code]
    if failed:
        sys.exit(failed[0])


if __name__ == "__main__":
    main()
