"""The index that matching and fuzzy search ask: distinct wordings, where they appear, what they are found by.

It is an index, not the record: everything in it can be made again from the attributions. Its tables have no foreign
keys to the record, so that dropping or rebuilding it never touches what people decided.

``index_text``        one distinct wording: ``key`` numbers its normal words, ``size`` counts its shingles;
                      ``shingles`` (64-bit, in the machine's order) and ``words`` are kept to take its postings out
``index_appearance``  each statement that has a wording, in order of arrival
``index_shingle``     which wordings hold a shingle
``index_word``        which wordings hold a word
``index_vocabulary``  how many wordings hold a word
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "CREATE TABLE index_text (number INTEGER PRIMARY KEY AUTOINCREMENT, key INTEGER NOT NULL UNIQUE, "
    "size INTEGER NOT NULL, text TEXT NOT NULL, shingles BLOB NOT NULL, words TEXT NOT NULL)",
    "CREATE TABLE index_appearance (place INTEGER PRIMARY KEY, statement TEXT NOT NULL UNIQUE, article TEXT, "
    "text INTEGER NOT NULL)",
    "CREATE INDEX index_appearance_by_text ON index_appearance (text)",
    "CREATE INDEX index_appearance_by_article ON index_appearance (article)",
    "CREATE TABLE index_shingle (shingle INTEGER NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (shingle, text)) "
    "WITHOUT ROWID",
    "CREATE TABLE index_word (word TEXT NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (word, text)) WITHOUT ROWID",
    "CREATE TABLE index_vocabulary (word TEXT NOT NULL PRIMARY KEY, texts INTEGER NOT NULL) WITHOUT ROWID",
)


def upgrade() -> None:
    for table in TABLES:
        op.execute(table)


def downgrade() -> None:
    for name in ("vocabulary", "word", "shingle", "appearance", "text"):
        op.execute(f"DROP TABLE index_{name}")
