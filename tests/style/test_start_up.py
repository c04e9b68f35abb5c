"""Start-up stays light. What is loaded is counted, not timed: a clock would make the test depend on the machine."""

import subprocess
import sys

HEAVY = {
    "alembic", "ahocorasick_rs", "babel", "fastwarc", "feedparser", "httpx", "jinja2", "lxml", "onnxruntime", "psycopg",
    "pydantic", "pypdf", "rapidfuzz", "resiliparse", "sqlalchemy", "tokenizers", "trafilatura",
}  # fmt: skip
LOADED = "; import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def _loaded_by(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code + LOADED], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not _loaded_by("import makegood") & (HEAVY | {"typer", "rich"})


def test_help_loads_no_database_no_network_and_no_page_library() -> None:
    help_of = (
        "import sys; sys.argv = ['makegood', '--help']\n"
        "from makegood.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint()\n"
    )
    heavy = {"alembic", "sqlalchemy", "trafilatura", "httpx", "lxml", "psycopg", "pypdf", "babel", "onnxruntime"}
    assert not _loaded_by(help_of + "0") & heavy
