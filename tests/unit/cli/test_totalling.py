import json
import re
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Makegood

LIST = "Acme pledged $5 billion to France. Bolt pledged $2 billion to Japan."


@pytest.fixture
def a_list(folder: Path) -> Path:
    """A document of two pledges that no ledger holds."""
    path = folder / "list.md"
    path.write_text(f"---\ntitle: The list\ndate: 2025-04-20\n---\n\n{LIST}\n", encoding="utf-8")
    return path


def _steps(out: str) -> dict[str, str]:
    """The steps of a table with their amounts."""
    return dict(re.findall(r"^(\S.*?\S) {2,}([−$]\S+(?: \w+illion)?)", out, re.MULTILINE))


def test_a_claimed_sum_is_held_against_the_ledger(kept: Makegood) -> None:
    ran = kept("claim", "$20 billion")
    assert ran.code == 0
    assert _steps(ran.out) == {
        "Claimed": "$20 billion",
        "Nothing in the ledger backs it": "−$11.9 billion",
        "Promised investment, counted once": "$8.14 billion",
        "Of it binding": "$0",
    }
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_claim_in_json_reconciles_and_names_rates_and_quotes(kept: Makegood) -> None:
    (line,) = json.loads(kept("claim", "20bn", "--format", "json").out)
    anatomy = line["anatomy"]
    assert sum(one["amount"] for one in anatomy["portions"]) == anatomy["claimed"] == 20 * 10**9
    (rate,) = [one["conversion"] for one in anatomy["portions"] if one.get("conversion")]
    assert (rate["on"], rate["currency"]) == ("2025-03-05", "USD")
    assert rate["source"].startswith("European Central Bank")
    assert {one["statement"] for one in anatomy["portions"]} - {None} == line["quotes"].keys()
    assert "Acme" in line["names"].values()


def test_a_country_narrows_what_stands_behind_it(kept: Makegood) -> None:
    assert (
        _steps(kept("claim", "$20 billion", "--country", "FR").out)["Promised investment, counted once"] == "$5 billion"
    )


def test_what_was_told_before_a_day_does_not_count(kept: Makegood) -> None:
    out = kept("claim", "$20 billion", "--since", "2025-04-01").out
    assert _steps(out)["Promised investment, counted once"] == "$1 billion"


def test_a_document_is_read_beside_the_ledger_and_not_kept(kept: Makegood, a_list: Path) -> None:
    before = kept("verify").out
    ran = kept("claim", str(a_list))
    assert ran.code == 0
    assert "read now, not kept" in ran.err
    assert _steps(ran.out)["Told before"] == "$5 billion"
    assert _steps(ran.out)["New pledges"] == "$2 billion"
    assert kept("verify").out == before


def test_a_document_needs_no_ledger(makegood: Makegood, folder: Path, a_list: Path) -> None:
    ran = makegood("claim", str(a_list), "--lines")
    assert ran.code == 0
    assert _steps(ran.out)["The figures add up to"] == "$7 billion"
    assert "$5,000,000,000" in ran.out
    assert not (folder / "makegood.sqlite").exists()


def test_a_document_of_the_ledger_is_found_by_its_ref(kept: Makegood) -> None:
    ran = kept("claim", "one", "--total", "$9 billion")
    assert (ran.code, ran.err) == (0, "")
    assert _steps(ran.out)["Nothing in the ledger backs it"] == "−$4 billion"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("claim", "nowhere.html"), 3, "nowhere.html"),
        (("claim", "one", "--since", "long ago"), 2, "'long ago' is no date"),
        (("claim", "one", "--total", "much"), 2, "'much' is no amount"),
        (("totals", "--rules", "mine"), 2, "'mine' is none of makegood, binding, headline"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(
    kept: Makegood, arguments: tuple[str, ...], code: int, told: str
) -> None:
    ran = kept(*arguments)
    assert (ran.code, ran.err.count("\n"), told in ran.err) == (code, 1, True), ran.err


def test_a_document_without_pledges_cannot_be_taken_apart(makegood: Makegood, folder: Path) -> None:
    (folder / "rain.txt").write_text("It rained all day long in the old town.", encoding="utf-8")
    ran = makegood("claim", "rain.txt")
    assert ran.code == 2
    assert "tells of no pledge" in ran.err


def test_picture_and_page_are_written_whole(kept: Makegood, folder: Path) -> None:
    ran = kept("claim", "$20 billion", "--svg", "claim.svg", "--html", "claim.html")
    assert ran.code == 0
    assert (folder / "claim.svg").read_text(encoding="utf-8").rstrip().endswith("</svg>")
    assert "$8.14\u00a0billion" in (folder / "claim.html").read_text(encoding="utf-8")


def test_totals_convert_beside_what_each_currency_has(kept: Makegood) -> None:
    out = kept("totals").out
    assert re.search(r"all, in USD +– +\$8\.14 billion \(3\)", out)
    assert re.search(r"in EUR alone +– +€2 billion \(1\)", out)
    assert "Rule set makegood" in out


def test_totals_by_promisor_in_another_currency(kept: Makegood) -> None:
    out = kept("totals", "--by", "promisor", "--currency", "eur").out
    assert [line.split()[0] for line in out.splitlines()[3:6]] == ["Acme", "Bolt", "Cobb"]
    assert "all, in EUR" in out


def test_totals_open_line_by_line(kept: Makegood) -> None:
    out = kept("totals", "--lines", "--rules", "binding").out
    assert "left out: Acme: $5 billion, France: pledged, not binding (R3)" in out
    (line,) = json.loads(kept("totals", "--format", "json", "--by", "year").out)
    assert [group["key"] for group in line["groups"]] == ["2025"]
    assert sum(one["converted"]["low"] for one in line["total"]["lines"]) == line["total"]["converted"][0]["low"]
