"""Documents that come and go in any steps leave the same actors and pledges as all of them at once."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.model.document import Document
from makegood.model.judgement import Judgement
from makegood.model.pledge import Pledge
from makegood.model.statement import Statement
from makegood.model.values import PartialDate
from makegood.resolution import resolve
from makegood.resolution.identity import Documents, Identity
from makegood.resolution.told import Told, told_by
from tests.property.test_resolution import judged
from tests.saying import Said, pledge_in, progress

NAMES = [
    "Nordhavn", "Nordhavn Motors", "Nordhavn Steel", "Ferrolux", "Ferrolux and Nordhavn", "Tokyo",
    "Government of Japan", "NM",
]  # fmt: skip
PLACES = [None, "US", "Ohio, US", "Toledo, Ohio, US"]
Telling = list[Said]


@st.composite
def documents(draw: st.DrawFn) -> list[Telling]:
    return [_document(draw, number) for number in range(draw(st.integers(min_value=1, max_value=8)))]


def _document(draw: st.DrawFn, number: int) -> Telling:
    count = draw(st.integers(min_value=1, max_value=3))
    sentences = [f"Sentence {number} {n}." for n in range(count)]
    day = draw(st.sampled_from([None, "2024-03-01", "2024-03-09", "2025-06-01"]))
    when = PartialDate(date=day, precision="day") if day else None
    held = Document(ref="test", text=" ".join(sentences), published=when)
    told: list[Statement] = []
    for sentence in sentences:
        earlier = draw(st.sampled_from([None, *(one.id for one in told)]))
        told.append(
            pledge_in(
                held,
                sentence,
                draw(st.sampled_from(PLACES)),
                promisor=draw(st.sampled_from(NAMES)),
                amount=draw(st.sampled_from([1000, 4000, 6000])),
                purpose=draw(st.sampled_from([None, "a rolling mill", "the dock"])),
                **{draw(st.sampled_from(["part_of", "revises"])): earlier} if earlier else {},
            )
        )
    reported = draw(st.sampled_from([None, *NAMES]))
    if reported is not None:
        _, report = progress(held.text, day, promisor=reported, what="opened", place="Ohio")
        told.append(report)
    return [(held, statement) for statement in told]


def told_in(documents: list[Telling]) -> Documents:
    told: defaultdict[str, list[Told[Statement]]] = defaultdict(list)
    for document in documents:
        for held, statement in document:
            told[held.id].append(told_by(held, statement))
    return told


def assert_as_at_once(identity: Identity, held: list[Telling], verdicts: list[Judgement]) -> None:
    at_once = resolve([said for document in held for said in document], verdicts)
    assert identity.actors() == at_once.actors
    assert tuple(identity.pledges()) == at_once.pledges
    judged_now = [verdict for pledge in at_once.pledges for verdict in identity.verdicts(pledge.id)]
    assert sorted(map(repr, judged_now)) == sorted(map(repr, at_once.judgements))


@settings(max_examples=60, deadline=None)
@given(documents(), st.data())
def test_steps_lead_where_one_step_leads(all_documents: list[Telling], data: st.DataObject) -> None:
    identity = Identity()
    held: dict[str, Telling] = {}
    known: dict[str, Pledge] = {}
    verdicts: list[Judgement] = []
    for number, document in enumerate(all_documents):
        gone = data.draw(st.sampled_from([(), *((one,) for one in held)]))
        if number == len(all_documents) // 2:
            one, other = all_documents[0][0], document[0]
            verdict = data.draw(st.sampled_from(["same", "different", "unsure"]))
            verdicts = [judged(verdict, one, other)] if one != other else []
        changes = identity.follow(gone, told_in([document]), verdicts)
        held = {key: one for key, one in held.items() if key not in gone} | {document[0][0].id: document}
        assert_as_at_once(identity, list(held.values()), verdicts)
        now = {pledge.id: pledge for pledge in identity.pledges()}
        moved = {key for key in now.keys() | known.keys() if now.get(key) != known.get(key)}
        assert moved <= changes.pledges
        known = now


@settings(max_examples=25, deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(all_documents: list[Telling], dice: object) -> None:
    shuffled = list(all_documents)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    identity = Identity()
    for document in shuffled:
        identity.follow((), told_in([document]))
    assert_as_at_once(identity, all_documents, [])
