"""JSON Schema of what commands print, from the models: `python -m makegood.cli.schema docs/schema` writes the files."""

import json
import sys
from pathlib import Path

from makegood.cli.anatomies import AnatomyLine
from makegood.cli.comparing import ChangesLine
from makegood.cli.lines import MentionsLine, ReadLine
from makegood.cli.sums import SumsLine
from makegood.ledger.holdings import HeldDocument, HeldIssue
from makegood.model.frozen import Frozen
from makegood.model.pledge import Pledge

LINES: dict[str, type[Frozen]] = {
    "claim": AnatomyLine,
    "diff": ChangesLine,
    "document": HeldDocument,
    "issue": HeldIssue,
    "mentions": MentionsLine,
    "pledge": Pledge,
    "read": ReadLine,
    "totals": SumsLine,
}
"""File name → what one line of JSON Lines is."""


def schemas() -> dict[str, str]:
    """File name → its text."""
    return {f"{name}.schema.json": _schema(model) for name, model in LINES.items()}


def _schema(model: type[Frozen]) -> str:
    described = model.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **described}, indent=2) + "\n"


if __name__ == "__main__":
    for file, text in schemas().items():
        Path(sys.argv[1], file).write_text(text, encoding="utf-8")
