from pathlib import Path

import pytest

from tests.unit.cli.conftest import Makegood


def _statement(kept: Makegood, promisor: str) -> str:
    lines = kept("export", "--what", "statements").lines
    return next(str(line["id"]) for line in lines if line["promisor"]["name"] == promisor)  # type: ignore[index]


def _pledge(kept: Makegood, promisor: str) -> dict[str, object]:
    return next(line for line in kept("pledges", "--format", "jsonl").lines if line["promisor_names"] == [promisor])


BY = ("--reason", "the release says so", "--by", "A. Editor")


def test_a_correction_changes_the_pledge_and_keeps_what_the_reader_said(kept: Makegood) -> None:
    identity = _statement(kept, "Acme")
    ran = kept("judge", "correct", identity[:10], "amount.high=7e9", "amount.bound=between", *BY)
    assert ran.code == 0
    assert f"override {identity}, by A. Editor" in ran.err
    amount = _pledge(kept, "Acme")["amount"]
    assert amount == {"low": 5e9, "high": 7e9, "bound": "between", "currency": "USD", "per": "total"}
    shown = " ".join(kept("show", identity).out.split())
    assert "corrected; the reader said low 5000000000, high 5000000000" in shown


def test_a_field_can_be_set_cleared_and_named_by_its_pledge(kept: Makegood) -> None:
    identity = str(_pledge(kept, "Acme")["id"])
    assert kept("judge", "correct", identity, "purpose=a plant", "recipient=", *BY).code == 0
    corrected = _pledge(kept, "Acme")
    assert (corrected["purpose"], corrected["countries"]) == ("a plant", [])


@pytest.mark.parametrize(
    ("correction", "amount"),
    [
        ("amount=up to $7 billion", {"low": None, "high": 7e9, "bound": "up_to", "currency": "USD", "per": "total"}),
        ('amount={"low": 1, "high": 1}', {"low": 1, "high": 1, "bound": "exact", "currency": None, "per": "total"}),
        ("amount.currency=EUR", {"low": 5e9, "high": 5e9, "bound": "exact", "currency": "EUR", "per": "total"}),
        ("amount=", None),
    ],
)
def test_an_amount_is_corrected_in_words_in_json_or_in_part(kept: Makegood, correction: str, amount: object) -> None:
    assert kept("judge", "correct", _statement(kept, "Acme"), correction, *BY).code == 0
    assert _pledge(kept, "Acme")["amount"] == amount


def test_a_rejected_statement_is_in_no_pledge_but_stays_visible(kept: Makegood) -> None:
    identity = _statement(kept, "Bolt")
    assert kept("judge", "reject", identity, *BY).code == 0
    assert "Bolt" not in kept("pledges").out
    assert "rejected" in kept("show", identity).out


def test_pledges_can_be_merged_and_their_statements_split_again(kept: Makegood) -> None:
    one, two = (str(_pledge(kept, name)["id"]) for name in ("Acme", "Bolt"))
    assert kept("judge", "merge", one, two, *BY).code == 0
    assert len(kept("pledges", "--format", "jsonl").lines) == 2
    assert kept("judge", "split", _statement(kept, "Acme"), _statement(kept, "Bolt"), *BY).code == 0
    assert len(kept("pledges", "--format", "jsonl").lines) == 3
    assert kept("verify").err.startswith("makegood: verified: 5 entries")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("correct", "{st}", "foo=1", *BY), "foo: Extra inputs"),
        (("correct", "{st}", "amount", *BY), "'amount' is no correction"),
        (("correct", "{st}", "stage.x=1", *BY), "the field has no parts"),
        (("correct", "{st}", "amount.bound=somewhat", *BY), "amount.bound: Input should be"),
        (("correct", "{st}", "evidence=", *BY), "evidence follows from the text"),
        (("reject", "{st}", "--reason", " ", "--by", "A"), "a verdict needs a reason"),
        (("reject", "{st}", "--reason", "no"), "say who judges"),
        (("reject", "{st}", "--reason", "no", "--by", "machine:me"), "say who judges"),
        (("reject", "st:none", *BY), "no statement has the id st:none"),
        (("merge", "{st}", "{st}", *BY), "are the same"),
        (("reject", "{st}"), "Missing option '--reason'"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_is_kept(
    kept: Makegood, arguments: tuple[str, ...], told: str
) -> None:
    identity = _statement(kept, "Acme")
    ran = kept("judge", *(one.replace("{st}", identity) for one in arguments))
    assert ran.code == 2
    assert told in ran.err
    assert kept("verify").err.startswith("makegood: verified: 3 entries")


def test_who_judges_may_stand_in_the_settings(kept: Makegood, folder: Path) -> None:
    (folder / "makegood.toml").write_text('by = "B. Editor"')
    ran = kept("judge", "reject", _statement(kept, "Acme"), "--reason", "an estimate")
    assert "by B. Editor" in ran.err
