from makegood.assessment.course import courses
from tests.mill import PLEDGE, governor, hired, mill, spent
from tests.reports import report


def test_promised_figures_change_and_counts_follow_in_time() -> None:
    again = report("spent", "2026-02", amount=1500)
    (money,) = courses(PLEDGE, [mill, governor], [again, spent, hired])
    assert [count.value.high for count in money.promised] == [4e9, 5e9]
    assert [count.source for count in money.delivered] == [spent, again]


def test_a_figure_told_again_is_no_change() -> None:
    (money,) = courses(PLEDGE, [mill, mill], [spent, hired])
    assert len(money.promised) == 1


def test_without_a_count_there_is_no_course_and_another_currency_is_none() -> None:
    other = report("spent", "2026", amount=PLEDGE.amount.model_copy(update={"currency": "EUR"}))  # type: ignore[union-attr]
    assert courses(PLEDGE, [mill], [other, report("construction", "2026")]) == ()
