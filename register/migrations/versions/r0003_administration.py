"""What the administration keeps: fresh proof, use of tokens, decisions on policy, sealed second factors."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns and the table; secrets of apps move to where they are kept encrypted."""
    op.add_column("token", sa.Column("used_at", sa.DateTime))
    op.add_column("session", sa.Column("proven_at", sa.DateTime))
    # Added and dropped instead of changed: SQLite would make the table anew, which other tables refer to.
    op.add_column("account", sa.Column("totp_sealed", sa.String(400)))
    op.execute("UPDATE account SET totp_sealed = totp_secret")
    op.drop_column("account", "totp_secret")
    op.create_table(
        "policy_change",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("account", sa.Integer),
        sa.Column("least_clients", sa.Integer, nullable=False),
        sa.Column("reason", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_policy_change"),
    )
