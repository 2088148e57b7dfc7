"""Locks that end by themselves, codes counted apart from passwords, and an end to half-done sign-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns, and the row in which attempts are counted that are nobody's."""
    op.add_column("account", sa.Column("failed_at", sa.DateTime))
    op.add_column("account", sa.Column("code_failures", sa.Integer, nullable=False, server_default="0"))
    op.add_column("account", sa.Column("sign_outs", sa.Integer, nullable=False, server_default="0"))
    # What is locked stays locked for a first while, and then ends as every lock does from now on.
    op.execute("UPDATE account SET failures = 10 WHERE failures > 10")
    op.execute("UPDATE account SET failed_at = CURRENT_TIMESTAMP WHERE failures > 0")
    op.create_table(
        "stranger",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stranger"),
    )
    op.execute("INSERT INTO stranger (id, attempts) VALUES (1, 0)")
