"""Learn Punkt's parameters from articles: ``python -m attribution.articles.train_punkt polnear-train.jsonl punkt.json``.

Kiss and Strunk's training as NLTK has it, with three limits. Headings are left out: their capitals teach that every word
stands capitalised inside sentences. Sentence starters are kept only where they are function words: a topical corpus also
teaches that "Trump" starts sentences, which cuts "Mr. | Trump". Only what changes a decision is kept, so the file stays small.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attribution.articles.kinds import paragraph_kind
from attribution.articles.paragraphs import paragraphs
from attribution.model import SentenceKind

FUNCTION_WORDS = frozenset(
    """a about above across after again against ago all almost along already also although always am amid among an and
    another any anyone are around as at be because been before behind being below besides between both but by can could
    despite did do does during each either else even ever every everyone everything few finally first for from further
    furthermore had has have he hence her here hers him his how however i if in indeed inside instead into is it its
    itself just last later least less like many may maybe me meanwhile might more moreover most much must my near
    neither never nevertheless no nobody none nonetheless nor not nothing now of off often on once one only or other
    others otherwise our ours out over own perhaps rather same several shall she should since so some someone something
    sometimes soon still such than that the their theirs them themselves then there therefore these they this those
    though through throughout thus to today together too toward under unless unlike until up upon us very was we were what
    whatever when where whereas whether which while who whoever whom whose why will with within without would yes yet
    you your yours""".split()
)
_FEWEST_LOWER = 3


def learned(texts: Iterable[str]) -> dict[str, list[str]]:
    """The shipped form of what Punkt learns from the prose of ``texts``: sorted lists of lower-case words."""
    from nltk.tokenize.punkt import PunktTrainer

    trainer, lower = PunktTrainer(), Counter[str]()
    for text in texts:
        prose = "\n\n".join(_prose(text))
        trainer.train(prose, finalize=False)
        lower.update(word for word in prose.split() if word.islower())
    found = trainer.get_params()
    return {
        "abbreviations": sorted(filter(_is_abbreviation, found.abbrev_types)),
        "starters": sorted(found.sent_starters & FUNCTION_WORDS),
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
