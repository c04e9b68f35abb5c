import pytest

from makegood.reading.measure_terms import condition, effective
from makegood.reading.tariffs import find_tariffs
from tests.staging import Stage


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru will put a 10% tariff on Kenya unless the ban ends.", "unless the ban ends"),
        ("Peru agreed to cut its 10% tariff on Kenya for one year.", "for one year"),
        ("Peru put a 10% tariff on Kenya.", None),
    ],
)
def test_what_it_hangs_on(text: str, told: str | None) -> None:
    stage = Stage(text)
    found = condition(stage.story, find_tariffs(stage.story, stage.cast))
    assert (found.value if found else None) == told
    assert found is None or stage.story.text[slice(*found.at[0])] == told


def test_from_which_day() -> None:
    found = effective(Stage("The tariff applies from July 1, 2025.").passage)
    assert found is not None
    assert found.value.date == "2025-07-01"
    assert effective(Stage("The tariff was told of by July 1, 2025.").passage) is None
