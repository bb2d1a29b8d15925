"""Which marks belong together: what closes what, what opens a further paragraph, how long one may wait for its end."""

# What closes what in its own style; another mark of the family does where none of its own is open.
CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "＂"),
    "＂": ("＂", '"'),
    "“": ("”",),
    "”": ("”",),
    "„": ("“", "”", "‟"),
    "‟": ("”",),
    "``": ("''",),
    "''": ("''",),
    "‘‘": ("’’",),
    "'": ("'",),
    "‘": ("’",),
    "’": ("’",),
    "‚": ("‘", "’", "‛"),
    "‛": ("’",),
    "`": ("'", "´", "`"),
}
OPENERS = {
    closer: tuple(opener for opener, closers in CLOSERS.items() if closer in closers)
    for closer in {closer for closers in CLOSERS.values() for closer in closers}
}
# Paragraphs that a lone open mark may wait for its closing one without being opened again. Corner brackets and low
# marks are never anything else, so they wait longer.
PATIENCE = {"「": 20, "『": 20, "﹁": 20, "﹃": 20, "〝": 20, "„": 5, "«": 5}
# French quotations may open their further paragraphs with either guillemet; all others with the mark they began with.
REOPENED = {"«": "«»", "»": "»«", "‹": "‹›", "›": "›‹"}
TWO_SINGLES = ("''", "’’")
