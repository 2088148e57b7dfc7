"""The tables of the register, declared once; the migrations in `migrations/` bring a file to this shape."""

from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table

register_metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

REVISION = "0001"
"""The newest migration; a register at another revision is upgraded when it is opened."""

token = Table(
    "token",
    register_metadata,
    Column("id", Integer, primary_key=True),
    Column("audience", String(80), nullable=False),  # notation of domain.audience
    Column("hash", String(64), nullable=False, unique=True),  # SHA-256 of the token, which is stored nowhere
    Column("created_at", DateTime, nullable=False),  # UTC, like every moment in the register
    Column("revoked_at", DateTime),
    Column("note", String(200)),
    sqlite_autoincrement=True,  # the number of a removed token never names another one
)
