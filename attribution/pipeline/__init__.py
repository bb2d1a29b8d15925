"""The only place where the stages meet, and all that the command line and the dashboard call.

Heavy libraries are imported where they are used, so that asking for help costs nothing.
"""

from typing import TYPE_CHECKING

from attribution.pipeline.adding import add, summary
from attribution.pipeline.asking import (
    known_ledger,
    merge_suggestions,
    open_ledger,
    read_aliases,
    removal_lines,
    search,
    write_aliases,
)
from attribution.pipeline.checking import primary_sources, verified
from attribution.pipeline.evaluating import Evaluation, evaluate, write_evaluation
from attribution.pipeline.extracting import (
    Added,
    Work,
    article_line,
    attributions_of,
    count,
    extract,
    quotations_of,
    read,
    resolve,
)
from attribution.pipeline.grouping import decide_pair, decide_pairs, remove, undo
from attribution.pipeline.incoming import records_in, statements_in
from attribution.pipeline.matching import cluster_lines, match_lines
from attribution.pipeline.people import identify_speaker, merge_speakers, set_speaker, split_speaker
from attribution.pipeline.reporting import check_days, report, report_format, write_report
from attribution.pipeline.reviewing import Places, differences, locate, mark_missed

if TYPE_CHECKING:
    from attribution.ledger.store import Ledger

__all__ = [
    "Added",
    "Evaluation",
    "Ledger",
    "Places",
    "Work",
    "add",
    "article_line",
    "attributions_of",
    "check_days",
    "cluster_lines",
    "count",
    "decide_pair",
    "decide_pairs",
    "differences",
    "evaluate",
    "extract",
    "identify_speaker",
    "known_ledger",
    "locate",
    "mark_missed",
    "match_lines",
    "merge_speakers",
    "merge_suggestions",
    "open_ledger",
    "primary_sources",
    "quotations_of",
    "read",
    "read_aliases",
    "records_in",
    "removal_lines",
    "remove",
    "report",
    "report_format",
    "resolve",
    "search",
    "set_speaker",
    "split_speaker",
    "statements_in",
    "summary",
    "undo",
    "verified",
    "write_aliases",
    "write_evaluation",
    "write_report",
]
