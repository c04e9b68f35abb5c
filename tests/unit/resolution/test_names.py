"""Names of organisations: what makes two spellings one name, and what keeps two names apart."""

import pytest

from makegood.resolution.names import SAME, house_key, is_acronym, name_key, same_name_score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northshore Motors Corp.", "Northshore Motors Corporation"),
        ("Nordhavn Stål A/S", "Nordhavn Stal AS"),
        ("NordhavnAG", "Nordhavn AG"),
        ("OAO Sibneftka", "Open Joint Stock Company Sibneftka"),
        ("The Goodwater Company", "Good Water Co."),
        ("Harbour & Sons plc", "Harbour and Sons"),
        ("Nordhavn Semikonductor Works Ltd", "Nordhavn Semiconductor Works Ltd"),
        ("International Labour Alliance", "International Labor Alliance"),
        ("TLMC", "Taliesin Lithium Mining Company"),
        ("U.S. Department of Tides", "United States Department of Tides"),
    ],
)
def test_one_name_written_twice(one: str, other: str) -> None:
    assert same_name_score(one, other) >= SAME
    assert same_name_score(other, one) == same_name_score(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northshore Motors", "Northshore Energy"),
        ("Nordhavn Fund III L.P.", "Nordhavn Fund IV L.P."),
        ("BWI Works Inc.", "BAE Works Inc."),
        ("Nordhavn Bank Chile S.A.", "Nordhavn Bank Peru S.A."),
        ("Nordhavn", "Nordhavn Trust"),
        ("Government of Estonia", "Government of Ethiopia"),
        ("", "Nordhavn"),
        ("—", "…"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert same_name_score(one, other) < SAME


def test_keys_drop_legal_forms_links_and_houses_but_never_everything() -> None:
    assert name_key("The Harbour Company of Nordhavn, Inc.") == "harbour company nordhavn"
    assert name_key("Limited Inc.") == "limited"
    assert house_key("Nordhavn Holdings plc") == "nordhavn"
    assert house_key("Group") == "group"


@pytest.mark.parametrize("short", ["TLMC", "TLM"])
def test_acronyms_may_leave_out_the_legal_form(short: str) -> None:
    assert is_acronym(short, "Taliesin Lithium Mining Company")


@pytest.mark.parametrize("short", ["Tlmc", "TL", "TML", "T L"])
def test_no_acronym(short: str) -> None:
    assert not is_acronym(short, "Taliesin Lithium Mining Company")
