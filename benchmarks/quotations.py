"""How long reading quotation marks takes, on plain prose and on text made to be hard, and how that grows with length.

    python benchmarks/quotations.py [--size 400000]

For each text: characters, quotations found, CPU seconds, seconds a million characters, and the growth exponent from a
quarter of the text to the whole (1 is linear).
"""

import argparse
import math
import time

from attribution.extract.quotations import quotations

TEXTS = {
    "prose": "“The bridge,” she said, “isn’t safe.” The dogs’ owners said ‘no’.\n\n",
    "prose without marks": "The bridge is closed until further notice, and the ferry runs twice a day.\n\n",
    "one line of prose": '"The bridge," she said, "is not safe." ',
    "straight marks": '"',
    "opening marks": "“",
    "opening marks, spaced": "“ a ",
    "single marks": "'",
    "single marks, words": "'a ",
    "doubled marks": "''",
    "two families": "‘a “b ",
    "possessives": "the dogs' ",
    "paragraphs that open": '"a\n\n',
    "brackets that cross": "「『」』",
    "unclosed, waiting": "「a\nb\n",
    "wrapped lines": "words that fill a line of the width that mail programs wrap at, and so on\n",
}


def seconds(text: str) -> tuple[float, int]:
    """CPU seconds and the number of quotations."""
    started = time.process_time()
    found = len(quotations(text))
    return time.process_time() - started, found


def measure(name: str, text: str) -> None:
    quarter, _ = seconds(text[: len(text) // 4])
    whole, found = seconds(text)
    growth = math.log(whole / max(quarter, 1e-6), 4)
    print(f"{name:24}{len(text):>10}{found:>10}{whole:>9.2f} s{whole / len(text) * 1e6:>8.2f} s/M{growth:>8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=400_000, help="characters of each text")
    size = parser.parse_args().size
    print(f"{'text':24}{'chars':>10}{'found':>10}{'CPU':>11}{'cost':>12}{'growth':>8}")
    for name, piece in TEXTS.items():
        measure(name, piece * (size // len(piece)))
    measure("nested to the middle", "「" * (size // 2) + "は" + "」" * (size // 2))


if __name__ == "__main__":
    main()
