"""Printed lines to paragraphs: joined where the print broke them."""

import pytest

from makegood.sources.reflow import paragraphs

PRINTED = """\
Ports Agree on Cranes
Three ports said on Tuesday that they would spend $5 billion on infra-
structure and on long-term contracts for cranes. The plan is a long-
term one, the ministers said, and will need the state's support for a
decade or more.
Work begins in May, when the first of the cranes arrives from a yard in
the north that has built them for a century.
They promised:
• 3,000 jobs in the three towns, most of them on the quays and in the
  workshops
• a self-
  financed school
1. The first road
2. The second road
""".splitlines()

SHOWN = """\
Ports Agree on Cranes

Three ports said on Tuesday that they would spend $5 billion on infrastructure and on long-term contracts for cranes. \
The plan is a long-term one, the ministers said, and will need the state's support for a decade or more.

Work begins in May, when the first of the cranes arrives from a yard in the north that has built them for a century.

They promised:

- 3,000 jobs in the three towns, most of them on the quays and in the workshops
- a self-financed school
1. The first road
2. The second road"""


def test_a_printed_page() -> None:
    assert paragraphs([PRINTED]) == SHOWN


def test_a_sentence_goes_on_over_the_page() -> None:
    first = ["Three ports said on Tuesday that they would spend $5 billion on", "cranes and on roads that lead to the"]
    assert paragraphs([first, ["quays of Lisvik."]]) == (
        "Three ports said on Tuesday that they would spend $5 billion on cranes and on roads that lead to the "
        "quays of Lisvik."
    )


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["They spent $5-", "7 billion"], "They spent $5-7 billion"),
        (["the Japan-", "China road"], "the Japan-China road"),
        (["soft co\u00ad", "operation"], "soft cooperation"),
        (["", "  ", ""], ""),
        ([], ""),
        (["One", "", "Two"], "One\n\nTwo"),
    ],
)
def test_breaks(lines: list[str], shown: str) -> None:
    assert paragraphs([lines]) == shown
