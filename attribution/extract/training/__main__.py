"""One command from annotated articles to shipped weights::

python -m attribution.extract.training --corpus ../shared/data/polnear-train.jsonl --start MINILM --folder RUN_FOLDER

With --teacher MPNET a tagger is trained from each of the two pre-trained encoders; the larger one teaches a smaller
form of the other, and that becomes the weights. Run again with the same folder, it goes on from the last checkpoint.
"""

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from attribution.extract.training.learn import Plan, learn
from attribution.extract.training.shrinking import Size

_SHIPPED = Path(__file__).parent.parent / "weights"
_STAGES = ("tagger", "teacher", "student")


def main(arguments: list[str] | None = None) -> None:
    given = _parser().parse_args(arguments)
    if given.rank is not None:
        learn(_plan(given, given.stage), given.rank)
        return
    stages = _STAGES if given.teacher is not None else _STAGES[:1]
    for stage in stages:
        if stage == "student":
            _teach(given)
        if not (given.folder / stage / "tagger.pt").exists():
            (given.folder / stage).mkdir(parents=True, exist_ok=True)
            _train(given.processes, [*(sys.argv[1:] if arguments is None else arguments), "--stage", stage])
    from attribution.extract.training.finishing import finish

    result = finish(_plan(given, stages[-1]), given.folder / "tagger" / "early.pt", given.out)
    print(
        f"held-out articles: content {result.f1(result.content):.1f}, strict {result.f1(result.strict):.1f}, "
        f"attributed {result.f1(result.attributed):.1f}; weights in {given.out}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m attribution.extract.training", description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, required=True, help="annotated articles, JSON Lines in the contract's format"
    )
    parser.add_argument("--start", type=Path, required=True, help="folder with the pre-trained MiniLM")
    parser.add_argument(
        "--teacher", type=Path, help="folder with the pre-trained MPNet, for a smaller, better taught one"
    )
    parser.add_argument("--layers", type=int, nargs="+", default=Size().layers, help="those that a student keeps")
    parser.add_argument("--inner", type=int, default=Size().inner, help="inner units that a student's layers keep")
    parser.add_argument("--folder", type=Path, required=True, help="where checkpoints and logs go")
    parser.add_argument(
        "--out", type=Path, default=_SHIPPED, help="where the weights go (default: the package's own folder)"
    )
    parser.add_argument("--minutes", type=float, default=82.0, help="budget of wall time for each tagger")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2, help="single-threaded processes, one a core")
    parser.add_argument(
        "--bfloat16", action="store_true", help="faster, on processors that multiply such numbers (AVX-512 BF16, AMX)"
    )
    parser.add_argument("--stage", choices=_STAGES, help=argparse.SUPPRESS)
    parser.add_argument("--rank", type=int, help=argparse.SUPPRESS)
    return parser


def _plan(given: argparse.Namespace, stage: str) -> Plan:
    tagger = Plan(
        corpus=given.corpus,
        start=given.start,
        vocabulary=given.start / "tokenizer.json",
        folder=given.folder / stage,
        seconds=60.0 * given.minutes,
        seed=given.seed,
        processes=given.processes,
        halved=given.bfloat16,
    )
    if stage == "teacher":  # a larger encoder bears smaller steps only, and has more weights to average
        return replace(tagger, start=given.teacher, encoder_rate=8e-5, average_seconds=60.0)
    if stage == "student":
        size = Size(tuple(given.layers), given.inner)
        large, taught = given.folder / "tagger" / "tagger.pt", given.folder / "taught.npz"
        return replace(tagger, large=large, size=size, taught=taught)
    return tagger


def _teach(given: argparse.Namespace) -> None:
    import torch

    from attribution.extract.training.corpus import held_out, read_corpus
    from attribution.extract.training.learn import read_tokenizer
    from attribution.extract.training.network import Tagger
    from attribution.extract.training.teaching import teach

    out = given.folder / "taught.npz"
    if out.exists():
        return
    plan = _plan(given, "student")
    train, _ = held_out(read_corpus(given.corpus), plan.held_out, plan.seed)
    teacher = Tagger(given.teacher, given.bfloat16)
    teacher.load_state_dict(torch.load(given.folder / "teacher" / "tagger.pt", weights_only=True))
    teach(train, teacher, read_tokenizer(plan.vocabulary), out)


def _train(processes: int, arguments: list[str]) -> None:
    """Run all processes of a stage to their end. Exits with the first failing one's status."""
    command = [sys.executable, "-m", "attribution.extract.training", *arguments]
    running = [subprocess.Popen([*command, "--rank", str(rank)]) for rank in range(processes)]
    failed = [code for code in [process.wait() for process in running] if code]
    if failed:
        sys.exit(failed[0])


if __name__ == "__main__":
    main()
