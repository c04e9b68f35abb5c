from makegood.reference import tables
from makegood.reference.checking import problems
from makegood.reference.pledges import history, rows_of, shipped
from tests.rows import OUTCOMES, PLEDGES


def test_the_shipped_rows_can_be_used() -> None:
    assert problems(tables.rows("pledges"), tables.rows("outcomes")) == []
    assert (len(shipped().pledges), len(shipped().outcomes)) == (251, 389)


def test_every_shipped_row_names_the_page_that_states_it() -> None:
    pages = [row.page for row in (*shipped().pledges, *shipped().outcomes)]
    assert all(page.url.startswith("http") and page.title for page in pages)
    assert sum(page.weak for page in pages) <= 80, "a weak page may be mended, not added"


def test_a_row_becomes_values_and_blanks_become_none() -> None:
    held = history(PLEDGES, OUTCOMES)
    first, _, bridge = held.pledges
    assert (first.low, first.jobs, first.countries, first.page.weak) == (2_000_000_000, 900, ("NO",), False)
    assert (bridge.low, bridge.high, bridge.part_of) == (None, 2_000_000_000, "tarn-norway-2015")
    assert [(one.as_of, one.number) for one in held.of("tarn-norway-2015")] == [
        ("2017-05-01", 1), ("2018-06", 1), ("2018-06", 2),
    ]  # fmt: skip


def test_a_table_as_a_spreadsheet_writes_it_is_read_by_its_columns() -> None:
    assert rows_of('slug,note\r\na,"one, two"\r\n') == [{"slug": "a", "note": "one, two"}]
