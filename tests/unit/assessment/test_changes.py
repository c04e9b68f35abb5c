from datetime import date

from makegood.assessment.changes import Change, changes, changes_between
from makegood.assessment.sayings import Saying
from makegood.assessment.sourced import Sourced
from makegood.model.pledge import Pledge
from tests.ledgered import amount, pledge, told

FIRST, SECOND = "2025-04-01", "2025-05-01"


def _brief(found: tuple[Change, ...]) -> list[tuple[str, str, float | None]]:
    return [(one.what, one.pledge, float(one.by) if one.by is not None else None) for one in found]


def _pair(one: Sourced, other: Sourced, **fields: object) -> tuple[list[Saying], list[Saying]]:
    same = pledge("acme", one, other, **fields)
    return [Saying.of(same, one)], [Saying.of(same, other, (one,))]


def test_one_pledge_with_another_figure_was_raised_or_cut() -> None:
    low, high = told("Acme will put $5 into America.", amount(5)), told("Acme will put $7 into America.", amount(7))
    assert _brief(changes(*_pair(low, high))) == [("raised", "acme", 2)]
    assert _brief(changes(*_pair(high, low))) == [("cut", "acme", -2)]


def test_the_same_words_are_unchanged_and_other_words_reworded_with_what_differs() -> None:
    one = told("Acme will put $5 into America.", amount(5))
    same = told("Acme will put $5 into AMERICA .", amount(5))
    other = told("Acme is to spend $5 on a mill.", amount(5), purpose="a mill")
    assert _brief(changes(*_pair(one, same))) == [("unchanged", "acme", None)]
    (found,) = changes(*_pair(one, other))
    assert (found.what, found.fields, found.paired_by) == ("reworded", ("purpose",), "ledger")


def test_figures_of_two_currencies_are_never_a_raise() -> None:
    one, other = told("Acme: $5.", amount(5)), told("Acme: $9.", amount(9, currency="EUR"))
    assert [(found.what, found.fields) for found in changes(*_pair(one, other))] == [("reworded", ("amount",))]


def test_a_line_that_the_ledger_takes_for_two_pledges_is_paired_by_its_words() -> None:
    one = told("Acme announced $5 for battery cells in Ohio.", amount(5))
    other = told("Acme announced $6 for battery cells in Ohio as it hires more people.", amount(6))
    before, after = pledge("acme-1", one), pledge("acme-2", other)
    (found,) = changes([Saying.of(before, one)], [Saying.of(after, other)])
    assert (found.what, found.by, found.paired_by) == ("raised", 1, "wording")


def test_two_lines_of_one_promisor_about_other_things_are_not_paired() -> None:
    one = told("Acme announced $5 for battery cells in Ohio.", amount(5))
    other = told("Acme announced $6 for a port in Louisiana.", amount(6))
    found = changes([Saying.of(pledge("acme-1", one), one)], [Saying.of(pledge("acme-2", other), other)])
    assert _brief(found) == [("added", "acme-2", None), ("dropped", "acme-1", None)]


def test_the_same_figure_in_the_same_words_is_one_line_whoever_is_named() -> None:
    one = told("Acme announced $5 for battery cells in Ohio and rails.", amount(5))
    other = told("Acme announced $5 for battery cells in Ohio and rails !", amount(5))
    found = changes([Saying.of(pledge("acme-1", one), one)], [Saying.of(pledge("bolt-2", other), other)])
    assert [(change.what, change.paired_by) for change in found] == [("unchanged", "wording")]


def _ledger() -> tuple[list[Pledge], dict[str, Sourced]]:
    acme = told("Acme will put $5 into America.", amount(5), FIRST), told("Acme makes it $7.", amount(7), SECOND)
    bolt = told("Bolt will put $3 into Ohio.", amount(3), SECOND)
    cobb = told("Cobb will put $9 into Iowa.", amount(9), FIRST), told("Cobb calls it off.", None, SECOND)
    dorn = told("Dorn will put $1 into Utah.", amount(1), FIRST)
    off = {"stage": "cancelled", "leads": {"stage": cobb[1].id}}
    pledges = [pledge("acme", *acme), pledge("bolt", bolt), pledge("cobb", *cobb, **off), pledge("dorn", dorn)]
    return pledges, {one.id: one for one in (*acme, bolt, *cobb, dorn)}


def test_between_two_dates_counts_what_was_published_in_between() -> None:
    pledges, by_id = _ledger()
    found = changes_between(pledges, by_id, date(2025, 4, 15), date(2025, 6, 1))
    assert _brief(found) == [("raised", "acme", 2), ("added", "bolt", None), ("dropped", "cobb", None)]
    assert (found[2].note, found[2].was) == ("cancelled", amount(9))
    assert changes_between(pledges, by_id, date(2025, 6, 1), date(2025, 7, 1)) == ()


def test_the_order_of_the_ledger_decides_nothing() -> None:
    pledges, by_id = _ledger()
    days = date(2025, 4, 15), date(2025, 6, 1)
    assert changes_between(pledges[::-1], by_id, *days) == changes_between(pledges, by_id, *days)
