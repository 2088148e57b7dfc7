"""The tokens with which other tools may ask for published figures."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table of tokens."""
    op.create_table(
        "token",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("audience", sa.String(80), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("revoked_at", sa.DateTime),
        sa.Column("note", sa.String(200)),
        sa.PrimaryKeyConstraint("id", name="pk_token"),
        sa.UniqueConstraint("hash", name="uq_token_hash"),
        sqlite_autoincrement=True,
    )
