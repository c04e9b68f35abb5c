import csv
import json

import pytest

from tests.unit.cli.conftest import Makegood, Ran


def _who(ran: Ran) -> list[str]:
    """Promisors of the rows of a table."""
    return [line.split()[1] for line in ran.out.splitlines() if line.startswith("pl:")]


def test_newest_first_and_within_eighty_columns(kept: Makegood) -> None:
    ran = kept("pledges")
    assert ran.code == 0
    assert _who(ran) == ["Cobb", "Bolt", "Acme"]
    assert max(map(len, ran.out.splitlines())) <= 80


def test_totals_are_a_line_a_currency_with_pledged_beside_committed(kept: Makegood) -> None:
    out = kept("pledges").out
    totals = out[out.index("Totals by R3") :].splitlines()
    assert totals[1].split() == ["currency", "committed", "pledged"]
    assert [line.split() for line in totals[3:]] == [
        ["EUR", "–", "€2", "billion", "(1)"],
        ["USD", "–", "$6", "billion", "(2)"],
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--promisor", "ACME"), ["Acme"]),
        (("--promisor", "ob"), ["Cobb"]),
        (("--country", "JP"), ["Cobb", "Bolt"]),
        (("--country", "japan"), ["Cobb", "Bolt"]),
        (("--country", "JP", "--country", "FR"), ["Cobb", "Bolt", "Acme"]),
        (("--stage", "cancelled"), []),
        (("--min", "2bn"), ["Bolt", "Acme"]),
        (("--min", "$1 billion"), ["Cobb", "Acme"]),
        (("--sort", "amount"), ["Acme", "Cobb", "Bolt"]),
        (("--sort", "promisor"), ["Acme", "Bolt", "Cobb"]),
        (("--sort", "promisor", "--limit", "2"), ["Acme", "Bolt"]),
    ],
)
def test_filters_and_orders(kept: Makegood, options: tuple[str, ...], expected: list[str]) -> None:
    assert _who(kept("pledges", *options)) == expected


def test_totals_cover_what_the_filters_let_pass_and_not_only_what_is_shown(kept: Makegood) -> None:
    out = kept("pledges", "--country", "JP", "--limit", "1").out
    assert "and 1 pledge more" in out
    assert "€2 billion (1)" in out
    assert "$1 billion (1)" in out
    assert "$6 billion" not in out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--stage", "promised"), "--stage 'promised' is none of floated, pledged"),
        (("--money", "cash"), "--money 'cash' is none of capex"),
        (("--min", "much"), "'much' is no amount: write it as 5bn"),
        (("--since", "May"), "'May' is no date: write it as 2025"),
        (("--as-of", "May"), "'May' is no day"),
    ],
)
def test_a_filter_that_cannot_be_understood_is_refused(kept: Makegood, options: tuple[str, ...], told: str) -> None:
    ran = kept("pledges", *options)
    assert ran.code in (2, 3)
    assert told in ran.err
    assert ran.out == ""


def test_a_ledger_without_pledges_says_so(makegood: Makegood, folder: object) -> None:
    assert folder
    makegood("read", "nowhere", "--keep")
    assert makegood("pledges").out == "no pledges\n"


def test_what_was_known_on_a_day(kept: Makegood) -> None:
    assert kept("pledges", "--as-of", "2025-04-30").out == "no pledges\n"
    assert _who(kept("pledges", "--as-of", "2025-05-01")) == ["Cobb", "Bolt", "Acme"]


def test_other_formats_hold_the_same_pledges(kept: Makegood) -> None:
    lines = kept("pledges", "--format", "jsonl", "--sort", "promisor").lines
    assert [line["promisor_names"] for line in lines] == [["Acme"], ["Bolt"], ["Cobb"]]
    assert len(json.loads(kept("pledges", "--format", "json").out)["records"]) == 3
    rows = list(csv.DictReader(kept("pledges", "--format", "csv", "--sort", "promisor").out.splitlines()))
    assert [row["promisor"] for row in rows] == ["Acme", "Bolt", "Cobb"]


def test_one_pledge_is_shown_with_the_words_behind_it(kept: Makegood) -> None:
    identity = next(line.split()[0] for line in kept("pledges").out.splitlines() if " Acme " in line)
    ran = kept("show", identity)
    assert ran.code == 0
    out = " ".join(ran.out.split())
    assert out.startswith("Acme promised $5 billion to France")
    assert "Amount $5 billion “" in out
    assert "“Acme pledged $5 billion to France.” — Spring, 4 March 2025" in out
    assert "Jobs not stated." in out
    assert kept("show", identity.removeprefix("pl:")).out == ran.out


def test_a_statement_and_a_document_are_shown_too(kept: Makegood) -> None:
    line = kept("export", "--what", "statements").lines[0]
    assert str(line["id"]) in kept("show", str(line["id"])[:12]).out
    document = line["document"]
    assert isinstance(document, dict)
    out = kept("show", document["id"][:16]).out
    assert document["title"] in out
    assert "pledge   " in out


def test_an_id_that_nothing_has_is_refused(kept: Makegood) -> None:
    ran = kept("show", "pl:nothing")
    assert (ran.code, ran.out) == (2, "")
    assert "no pledge has the id pl:nothing" in ran.err
    assert "no document has the id" in kept("show", "zzz").err
