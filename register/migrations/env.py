"""How Alembic runs the migrations: on the connection, and in the transaction, that it is handed."""

from alembic import context

from register.tables import register_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=register_metadata,
    transactional_ddl=True,
    render_as_batch=True,  # SQLite changes a column by making the table anew
)
context.run_migrations()
