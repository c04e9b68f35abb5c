from makegood.cli.schema import schemas
from tests.style.tree import ROOT


def test_the_schemas_that_are_checked_in_are_those_of_the_models() -> None:
    held = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "schema").iterdir()}
    assert held == schemas(), "run: python -m makegood.cli.schema docs/schema"
