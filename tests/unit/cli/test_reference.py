import csv
from pathlib import Path

import pytest

from tests.rows import OUTCOMES, PLEDGES, Row, pledge_row
from tests.unit.cli.conftest import Makegood


@pytest.fixture
def rows(folder: Path) -> Path:
    """A folder with a small reference ledger."""
    (folder / "rows").mkdir()
    write(folder / "rows", PLEDGES, OUTCOMES)
    return folder / "rows"


def write(folder: Path, pledges: list[Row], outcomes: list[Row]) -> None:
    for name, held in (("pledges.csv", pledges), ("outcomes.csv", outcomes)):
        with (folder / name).open("w", newline="") as file:
            writer = csv.DictWriter(file, list(held[0]))
            writer.writeheader()
            writer.writerows(held)


def test_loading_makes_a_ledger_and_loading_again_changes_nothing(makegood: Makegood, rows: Path) -> None:
    assert makegood("reference", "load", "--from", str(rows)).err == (
        "makegood: 7 rows of the reference ledger: 7 new or changed, 0 as before\n"
    )
    head = makegood("verify").out
    assert "0 new or changed, 7 as before" in makegood("reference", "load", "--from", str(rows)).err
    assert makegood("verify").out == head


def test_a_corrected_row_takes_the_place_of_the_earlier_one(makegood: Makegood, rows: Path) -> None:
    makegood("reference", "load", "--from", str(rows))
    write(
        rows,
        [pledge_row("tarn-norway-2015", amount_low="3000000000", amount_high="3000000000"), PLEDGES[1]],
        OUTCOMES[:3],
    )
    assert "4 new or changed, 1 as before, 2 withdrawn" in makegood("reference", "load", "--from", str(rows)).err
    shown = makegood("actors", "show", "tarn").out
    assert "$3 billion" in shown
    assert "up to $2 billion" not in shown, "the row that was taken out is withdrawn"
    assert "found partly delivered, $500 million" in shown, "its outcomes follow the corrected pledge"


def test_rows_with_problems_are_not_loaded_and_are_told_by_check(makegood: Makegood, rows: Path) -> None:
    write(rows, [*PLEDGES, pledge_row("bad", currency="dollars")], OUTCOMES)
    ran = makegood("reference", "check", str(rows))
    assert ran.code == 1
    assert ran.out.startswith("pledges.csv line 5 (bad): currency 'dollars'")
    refused = makegood("reference", "load", "--from", str(rows))
    assert refused.code == 3
    assert "pledges.csv line 5 (bad)" in refused.err


def test_the_shipped_rows_are_sound_and_can_be_written_to_be_corrected(makegood: Makegood, folder: Path) -> None:
    assert makegood("reference", "check").code == 0
    assert makegood("reference", "write", "mine").out == "mine/pledges.csv\nmine/outcomes.csv\n"
    assert makegood("reference", "check", "mine").err == "makegood: 251 pledges, 389 outcomes, 0 to mend\n"
    assert "mine/pledges.csv exists" in makegood("reference", "write", "mine").err
    assert makegood("reference", "check", "nowhere").code == 3
    assert folder.is_dir()


def test_rates_tell_the_interval_and_the_bias(makegood: Makegood) -> None:
    told = " ".join(makegood("reference", "rates").out.split())
    assert "company (79): 32% delivered (22–43)" in told
    assert "chosen, not sampled" in told


def test_survival_tells_both_curves(makegood: Makegood) -> None:
    pytest.importorskip("scipy")
    told = makegood("reference", "survival").out
    assert "delivered or cancelled" in told
    assert "147 pledges, Kaplan-Meier" in told


def test_a_promisor_s_record_marks_what_is_inferred(makegood: Makegood, rows: Path) -> None:
    makegood("reference", "load", "--from", str(rows))
    told = " ".join(makegood("actors", "show", "Tarn Foundries").out.split())
    assert "partly delivered; presumed cancelled (inferred)" in told
    assert "found stalled (moved no stage: stands on a weak page alone (R20))" in told
    assert "The foundry now, example.org" in told


def test_nobody_of_that_name_is_told(makegood: Makegood, rows: Path) -> None:
    makegood("reference", "load", "--from", str(rows))
    ran = makegood("actors", "show", "nobody")
    assert (ran.code, "nobody who promises is called 'nobody'" in ran.err) == (2, True)
