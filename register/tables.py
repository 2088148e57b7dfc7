"""The tables of the register, declared once; the migrations in `migrations/` bring a file to this shape."""

from sqlalchemy import Column, DateTime, ForeignKey, Integer, MetaData, String, Table

register_metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

REVISION = "0004"
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
    Column("used_at", DateTime),  # the first use of the last day on which it was used
    sqlite_autoincrement=True,  # the number of a removed token never names another one
)

account = Table(
    "account",
    register_metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),  # with which somebody signs in, in small letters
    Column("role", String(20), nullable=False),  # a value of domain.role
    Column("partner", String(64)),  # the code of the partner, only for the role partner
    Column("password", String(200)),  # argon2id; empty for who signs in elsewhere
    Column("subject", String(400), unique=True),  # who it is according to an OpenID provider
    Column("failures", Integer, nullable=False, server_default="0"),  # wrong passwords, until they fade
    Column("created_at", DateTime, nullable=False),
    Column("signed_in_at", DateTime),
    Column("disabled_at", DateTime),
    Column("totp_confirmed_at", DateTime),
    Column("totp_step", Integer),  # the last half-minute whose code was used: a code opens once
    Column("totp_sealed", String(400)),  # the secret of the app, encrypted with a key outside the register
    Column("failed_at", DateTime),  # when the last of the failures was counted
    Column("code_failures", Integer, nullable=False, server_default="0"),  # codes since the last right one
    Column("sign_outs", Integer, nullable=False, server_default="0"),  # how often all its sessions were ended
    sqlite_autoincrement=True,
)

stranger = Table(
    "stranger",
    register_metadata,
    Column("id", Integer, primary_key=True),  # one row only
    Column("attempts", Integer, nullable=False),  # with a name that nobody has, or that may not try now
)

recovery_code = Table(
    "recovery_code",
    register_metadata,
    Column("id", Integer, primary_key=True),
    Column("account", Integer, ForeignKey("account.id"), nullable=False, index=True),
    Column("hash", String(64), nullable=False),  # SHA-256; the code itself is random and shown once
    Column("used_at", DateTime),
)

session = Table(
    "session",
    register_metadata,
    Column("hash", String(64), primary_key=True),  # SHA-256 of the secret in the cookie
    Column("account", Integer, ForeignKey("account.id"), nullable=False, index=True),
    Column("created_at", DateTime, nullable=False),
    Column("used_at", DateTime, nullable=False),
    Column("viewing", String(80)),  # as whom an administrator looks: a role, or partner:CODE
    Column("proven_at", DateTime),  # when a second factor was last given in this session
)

audit = Table(
    "audit",
    register_metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("account", Integer),  # who did it; empty for the command line and for a name nobody has
    Column("event", String(40), nullable=False),  # a value of register.audit.Event
    Column("about", String(200), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),  # over this row and the hash before it
)

policy_change = Table(
    "policy_change",
    register_metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("account", Integer),  # who decided it
    Column("least_clients", Integer, nullable=False),  # the smallest group others may read about from then on
    Column("reason", String(1000), nullable=False),  # empty only where the policy became stricter
)
