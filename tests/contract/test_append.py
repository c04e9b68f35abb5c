"""Appending: what is new is added once, in one chain, whatever the batches and however often it is offered."""

import pytest

from makegood.errors import AnchorError, LedgerError, UnknownIdError
from makegood.model.actor import ActorName
from makegood.model.reading import Reading
from makegood.sources.unread import Unread
from tests.arrivals import DAY, UNREAD, arrivals, document, ledger, reading


def test_a_batch_is_counted_and_moves_the_head(url: str) -> None:
    with ledger(url) as kept:
        start = kept.head()
        appended = kept.append([*arrivals(3), UNREAD], DAY)
        assert (appended.added, appended.unread, appended.unchanged) == (3, 1, 0)
        assert kept.head().entries == 4
        assert appended.head == kept.head().hash != start.hash


def test_offered_again_it_adds_nothing(url: str) -> None:
    with ledger(url) as kept:
        first = kept.append([*arrivals(3), UNREAD], DAY)
        again = kept.append([*arrivals(3), UNREAD], "2026-02-01")
        assert again.unchanged == 4
        assert again.head == first.head
        assert kept.head().entries == 4


def test_the_head_does_not_depend_on_batches_or_days(url: str, tmp_path: object) -> None:
    everything = [*arrivals(4), UNREAD, *arrivals(2, first=4)]
    with ledger(url) as kept, ledger(f"{tmp_path}/other.db") as other:
        for arrival in everything:
            kept.append([arrival], "2026-03-01")
        other.append(everything, DAY)
        assert kept.head().hash == other.head().hash
        assert kept.head().seal != other.head().seal


def test_a_repetition_inside_a_batch_counts_once(url: str) -> None:
    held = document(1)
    copy = document(1, ref="elsewhere.txt")
    with ledger(url) as kept:
        appended = kept.append([(held, reading(held)), (held, reading(held)), (copy, reading(copy))], DAY)
        assert (appended.added, appended.unchanged, appended.sighted) == (1, 1, 1)
        assert kept.view().documents()[0].refs == ("folder/0001.txt", "elsewhere.txt")


def test_a_known_document_may_come_without_a_reading(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(1), DAY)
        assert kept.append([document(0)], DAY).unchanged == 1
        assert kept.append([document(0, title="Foundries")], DAY).sighted == 1
        with pytest.raises(LedgerError, match=r"folder/0007\.txt .* never been read"):
            kept.append([document(7)], DAY)


def test_known_says_who_read_what(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(1), DAY)
        assert kept.known(document(0).id, "rules", "1")
        assert not kept.known(document(0).id, "rules", "2")
        assert not kept.known(document(1).id, "rules", "1")


def test_a_batch_is_all_or_nothing(url: str) -> None:
    wrong = Reading(document_id=document(8).id, reader="rules", version="1")
    with ledger(url) as kept:
        with pytest.raises(AnchorError):
            kept.append([*arrivals(2), (document(9), wrong)], DAY)
        assert kept.head().entries == 0
        assert kept.verify().findings == ()
        assert kept.append(arrivals(2), DAY).added == 2


def test_an_empty_batch_changes_nothing(url: str) -> None:
    with ledger(url) as kept:
        assert kept.append([], DAY).head == kept.head().hash
        assert kept.head().entries == 0


def test_texts_no_database_likes_are_kept(url: str) -> None:
    odd = document(1, ref="name\x00with\udce9byte", title="\x00", text="A \x00 in 𝒻ull width, é and a\r\nline")
    none = Reading(document_id=odd.id, reader="rules", version="1")
    with ledger(url) as kept:
        kept.append([(odd, none)], DAY)
        assert kept.view().document(odd.id).text == odd.text
        assert kept.append([(odd, none)], DAY).unchanged == 1
        assert kept.verify().findings == ()


def test_names_no_database_likes_are_kept(url: str) -> None:
    nameless = Unread.of("folder/\udce9\x00.pdf", "encrypted", "is protected")
    held = document(1)
    odd = reading(held).statements[0].model_copy(update={"promisor": ActorName(name="Ferro\x00lux")})
    with ledger(url) as kept:
        kept.append([nameless, (held, reading(held).model_copy(update={"statements": (odd,)}))], DAY)
        assert kept.append([nameless], DAY).unchanged == 1
        assert kept.view().pledges()[0].name == "Ferro\x00lux"
        assert kept.view().issues()[-1].ref == "folder/\\udce9\ufffd.pdf"
        with pytest.raises(UnknownIdError):
            kept.view().pledge("\udce9\x00")


def test_numbers_past_64_bits_are_kept(url: str) -> None:
    held = document(1)
    with ledger(url) as kept:
        kept.append([(held, reading(held, low=10**21))], DAY)
        assert {line.statement.amount.low for line in kept.view().statements("pledge")} == {10**21}
        assert kept.verify().findings == ()


@pytest.mark.parametrize("learned", ["yesterday", "2026-1-31", "2026-01-31 09:00", "2026-01-31T09:00:00+01:00", ""])
def test_a_day_is_written_one_way(url: str, learned: str) -> None:
    with ledger(url) as kept, pytest.raises(LedgerError, match="2026-01-31T09:30:00Z"):
        kept.append(arrivals(1), learned)


def test_a_ledger_is_not_written_backwards(url: str) -> None:
    with ledger(url) as kept:
        kept.append(arrivals(1), "2026-01-31T23:00:00Z")
        kept.append(arrivals(1, first=1), "2026-01-31")
        with pytest.raises(LedgerError, match="backwards"):
            kept.append(arrivals(1, first=2), "2026-01-30")


def test_an_input_that_failed_again_after_it_was_read_is_unread_again(url: str) -> None:
    held = document(1, ref=UNREAD.ref)
    with ledger(url) as kept:
        kept.append([UNREAD], DAY)
        kept.append([(held, reading(held))], DAY)
        assert not [issue for issue in kept.view().issues() if issue.document is None]
        assert kept.append([UNREAD], DAY).unread == 1
        assert [issue.ref for issue in kept.view().issues() if issue.document is None] == [UNREAD.ref]
