"""Words that make a name an organisation's."""

import pytest

from makegood.reference.organisations import kind_by_words, legal_suffixes, organisation_words


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Trade", "government"), ("Department of Energy", "government"), ("Northshore Motors", "company"),
        ("Northshore AG", "company"), ("Northshore S.p.A.", "company"), ("Northshore Future Fund", "fund"),
        ("Harbour Investment Authority", "fund"), ("Development Bank of Northland", "organization"),
        ("Harbour University", "organization"), ("European Commission", "organization"),
        ("Northshore", None), ("Jane Roe", None),
    ],
)  # fmt: skip
def test_organising_words_tell_the_kind(name: str, kind: str | None) -> None:
    assert kind_by_words(name) == kind


def test_words_are_folded() -> None:
    words = legal_suffixes() | organisation_words("company") | organisation_words("fund")
    assert words == {word.casefold() for word in words}
    assert not any("." in word for word in legal_suffixes())
