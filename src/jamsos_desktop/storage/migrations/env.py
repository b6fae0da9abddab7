"""Alembic's entry point: run inside the connection and transaction of storage/migrate.py."""

from alembic import context

context.run_migrations()
