"""Learn Punkt's parameters from articles: ``python -m attribution.articles.train_punkt ARTICLES.jsonl punkt.json``.

Kiss and Strunk's training as NLTK has it, with three limits. Headings are left out: their capitals teach that every
word stands capitalised inside sentences. Sentence starters are function words and no others: a topical corpus also
teaches that "Trump" starts sentences, which cuts "Mr. | Trump". Only what changes a decision is kept, so the file
stays small.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attribution.articles.kinds import paragraph_kind
from attribution.articles.paragraphs import paragraphs
from attribution.articles.word_lists import word_list
from attribution.model import SentenceKind

_FEWEST_LOWER = 3


def learned(texts: Iterable[str]) -> dict[str, list[str]]:
    """The shipped form of what Punkt learns from the prose of ``texts``: sorted lists of lower-case words."""
    from nltk.tokenize.punkt import PunktTrainer

    trainer, lower = PunktTrainer(), Counter[str]()
    for text in texts:
        prose = list(_prose(text))
        trainer.train("\n\n".join(prose), finalize=False)
        lower.update(word for paragraph in prose for word in paragraph.split() if word.islower())
    found = trainer.get_params()
    return {
        "abbreviations": sorted(filter(_is_abbreviation, found.abbrev_types)),
        "starters": sorted(word_list("function")),
        "lower": sorted(_only_lower_inside(found.ortho_context, lower)),
    }


def _prose(text: str) -> Iterator[str]:
    spans = list(paragraphs(text))
    for at, span in enumerate(spans):
        if paragraph_kind(text, spans, at) is SentenceKind.SENTENCE:
            yield span.of(text)


def _is_abbreviation(word: str) -> bool:
    """Letters and inner points only: "___" and "##number##" come out of training as well."""
    return word.isascii() and word.replace(".", "").replace("-", "").isalpha()


def _only_lower_inside(context: Mapping[str, int], lower: Counter[str]) -> Iterator[str]:
    """Words often seen in lower case and never capitalised inside a sentence: capitalised, they start one."""
    from nltk.tokenize import punkt

    seen_capitalised_inside: Any = punkt._ORTHO_MID_UC
    for word, flags in context.items():
        if word.isalpha() and lower[word] >= _FEWEST_LOWER and not flags & seen_capitalised_inside:
            yield word


def main(source: str, target: str) -> None:
    lines = Path(source).read_text("utf-8").splitlines()
    words = learned(json.loads(line)["text"] for line in lines)
    Path(target).write_text(json.dumps(words, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print({kind: len(kept) for kind, kept in words.items()})


if __name__ == "__main__":
    main(*sys.argv[1:3])
