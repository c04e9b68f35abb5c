"""Marks of our own text become labels of the same shape as those made by hand."""

from pathlib import Path

import pytest

from evals import own_text
from evals.labels import Label, MeasureLabel, MeetingLabel, PledgeLabel, ProgressLabel

HALDEN = """== halden-cottbus wire 2024-09-17 DE
pledge#1.pledged | [promisor@h Halden Chip] [act puts] [amount up to €4 billion] in [purpose a plant], [place Cottbus].
pledge#1.delayed | [promisor@h It] [act put off] it to [horizon 2029]; [jobs 3,000 jobs] wait; it sold [amount~ €2bn].
progress#1.spent | So far [promisor@h the group] [act spent] [amount €310 million].
pledge#2.pledged planned part_of#1 | [promisor@h Halden] [act will start] with [purpose a test line].
"""


@pytest.fixture
def labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Labels":
    return Labels(tmp_path, monkeypatch)


class Labels:
    """Labels of a marked text, all of it taken as kept aside."""

    def __init__(self, folder: Path, patches: pytest.MonkeyPatch) -> None:
        self._folder = folder
        whole = own_text.as_json
        patches.setattr(own_text, "as_json", lambda passage: whole(passage) | {"part": "test"})

    def of(self, text: str) -> list[Label]:
        """The labels of all passages in it."""
        (self._folder / "a.txt").write_text(text, encoding="utf-8")
        return [label for _, labels in own_text.set_aside(self._folder) for label in labels]


def test_one_undertaking_is_one_label_with_all_its_lines(labels: Labels) -> None:
    whole, spent, part = labels.of(HALDEN)
    assert isinstance(whole, PledgeLabel)
    assert whole.promisor == ("Halden Chip", "Halden")
    assert (whole.amounts, whole.qualifier, whole.currency) == ((4_000_000_000,), ("up_to",), ("EUR",))
    assert (whole.status, whole.deadline, whole.jobs) == (("delayed",), "2029", (3000,))
    assert (whole.recipient_place, whole.recipient_country) == (("Cottbus",), ("DE",))
    assert not whole.optional
    assert isinstance(spent, ProgressLabel)
    assert (spent.what, spent.amounts) == (("spent",), (310_000_000,))
    assert spent.promisor == ("Halden Chip", "Halden")
    assert isinstance(part, PledgeLabel)
    assert part.optional, "a part without a sum of its own"


def test_a_promisor_without_a_name_makes_a_label_optional(labels: Labels) -> None:
    (unnamed,) = labels.of("pledge.pledged PL | [promisor The carmaker] [act will spend] [amount €300m].\n")
    assert unnamed.optional
    (named,) = labels.of("pledge.pledged PL | [promisor The Polish carmaker] [act will spend] [amount €300m].\n")
    assert not named.optional


def test_what_is_denied_is_optional(labels: Labels) -> None:
    denied = labels.of("pledge.denied negated PL | [promisor Arlo] [act never promised] [purpose a mill].\n")
    assert [one.kind for one in denied] == ["pledge", "progress"]
    assert all(one.optional for one in denied)


@pytest.mark.parametrize(
    ("amount", "country", "currency"),
    [("€300m", "PL", ("EUR",)), ("$300m", "US", ("USD",)), ("$300m", "CA", ()), ("C$300m", "CA", ("CAD",))],
)
def test_a_currency_is_asked_for_where_nothing_is_in_doubt(
    labels: Labels, amount: str, country: str, currency: tuple[str, ...]
) -> None:
    (one,) = labels.of(f"pledge.pledged {country} | [promisor Arlo] [act will spend] [amount {amount}].\n")
    assert isinstance(one, PledgeLabel)
    assert one.currency == currency


def test_a_country_is_asked_for_only_where_the_text_says_or_places_it(labels: Labels) -> None:
    text = "pledge.pledged PL | [promisor Arlo] [act will spend] [amount €300m]{}.\n"
    countries = [
        label.recipient_country
        for where in ("", " in [place Łódź]", " in [recipient Kenya]")
        for label in labels.of(text.format(where))
        if isinstance(label, PledgeLabel)
    ]
    assert countries == [(), ("PL",), ("KE",)]


def test_bare_numbers_of_jobs_are_numbers_of_jobs(labels: Labels) -> None:
    (one,) = labels.of("pledge.pledged PL | [promisor Arlo] [act hires] [jobs up to 400].\n")
    assert isinstance(one, PledgeLabel)
    assert one.jobs == (400,)


def test_lengths_are_horizons(labels: Labels) -> None:
    (one,) = labels.of("pledge.pledged PL | [promisor Arlo] [act spends] [amount €3m] [horizon over four years].\n")
    assert isinstance(one, PledgeLabel)
    assert (one.horizon_years, one.deadline) == (4, None)


def test_meetings_need_two_who_are_named(labels: Labels) -> None:
    two, one = labels.of(
        "meeting.held JP | [participant Orin Vance] [act met] [participant Governor Juma] in [place Nara].\n"
        "meeting.declined JP | [participant The prime minister] [act refused] [participant Orin Vance].\n"
    )
    assert isinstance(two, MeetingLabel)
    assert two.participants == ("Orin Vance", "Governor Juma")
    assert (two.place, two.outcome, two.optional) == ("Nara", ("held",), False)
    assert one.optional


def test_measures(labels: Labels) -> None:
    (one,) = labels.of(
        "measure.tariff.threatened US | [imposer Washington] [act threatened] [target Canada] with [rate 25%] on "
        "[products steel] [condition unless it yields].\n"
    )
    assert isinstance(one, MeasureLabel)
    assert (one.type, one.status, one.rate_percent) == (("tariff",), ("threatened",), (25,))
    assert one.imposer == ("Washington",)
    assert set(one.target) == {"Canada", "CA"}
    assert one.condition == "unless it yields"


def test_only_what_training_never_sees_is_taken(tmp_path: Path) -> None:
    text = "".join(f"none.talk | {word} was there, as ever.\n" for word in ("Rain", "Nobody", "Half the town"))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    kept = [marked["part"] for marked, _ in own_text.set_aside(tmp_path)]
    assert set(kept) <= {"test"}


def test_nothing_is_labelled_in_what_only_tempts(labels: Labels) -> None:
    assert labels.of("none.takeover GB | [promisor~ Brackley] [act agreed] to pay [amount £640m].\n") == []


def test_what_became_of_a_promise_may_be_read_as_pledge_or_as_progress(labels: Labels) -> None:
    pledge, progress = labels.of("pledge.delayed PL | [promisor Arlo] [act shelved] its [amount €300m] mill.\n")
    assert (pledge.kind, pledge.optional) == ("pledge", False)
    assert isinstance(progress, ProgressLabel)
    assert (progress.optional, progress.what, progress.promisor) == (True, ("delay",), ("Arlo",))
    progress, pledge = labels.of("progress.delay PL | [promisor Arlo] [act shelved] its [amount €300m] mill.\n")
    assert (progress.kind, progress.optional) == ("progress", False)
    assert isinstance(pledge, PledgeLabel)
    assert (pledge.optional, pledge.amounts) == (True, (300_000_000,))


def test_a_line_that_tells_both_shares_its_promisor(labels: Labels) -> None:
    text = "pledge.delayed + progress.delay PL | [promisor Arlo] [act#progress shelved] its [amount €300m] mill.\n"
    pledge, progress = labels.of(text)
    assert isinstance(progress, ProgressLabel)
    assert (progress.promisor, progress.optional, progress.amounts) == (("Arlo",), False, ())
    assert not pledge.optional
