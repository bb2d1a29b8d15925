"""From annotated articles to the weights that extract/ runs on. Needs the extra ``attribution-checker[train]``."""
