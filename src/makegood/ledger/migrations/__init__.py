"""Alembic scripts of the durable tables. Additive only: an entry once written is never rewritten."""
