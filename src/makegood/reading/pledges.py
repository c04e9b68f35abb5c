"""Pledge statements: one per promise that a story tells, each value with the words that prove it."""

from collections.abc import Iterator, Sequence

from makegood.model.actor import ActorName, Speaker
from makegood.model.statement import Missing, PledgeStatement
from makegood.reading import terms
from makegood.reading.cast import Cast
from makegood.reading.evidence import Proof
from makegood.reading.gathering import STAGE_AFTER, Bundle, allot, gather
from makegood.reading.money_kinds import money_kind
from makegood.reading.naming import actor_name, joint_name
from makegood.reading.offers import Offer, find_offers
from makegood.reading.plans import Plan, find_plans
from makegood.reading.purposes import project, purpose
from makegood.reading.recipients import recipient
from makegood.reading.story import Passage, Story
from makegood.reading.turns import Turn


def read_pledges(story: Story, cast: Cast, turns: Sequence[Turn]) -> list[PledgeStatement]:
    """The pledges of a story in the order of their first telling, as its turns have left them."""
    bundles = gather(find_offers(story, cast))
    befell, homeless = allot(bundles, turns)
    made: dict[int, PledgeStatement] = {}
    for bundle in bundles:
        whole = made.get(id(bundle.whole)) if bundle.whole else None
        made[id(bundle)] = _statement(story, bundle, whole, befell.get(id(bundle)))
    promised = {r for bundle in bundles for r in bundle.promisors} | {r for turn in homeless for r in turn.doers}
    plans = [plan for plan in find_plans(story, cast) if plan.promisor not in promised]
    return [
        *made.values(),
        *(p for turn in homeless for p in _without_sum(story, turn)),
        *(_planned(story, plan) for plan in plans),
    ]


def _planned(story: Story, plan: Plan) -> PledgeStatement:
    """A plan to build something somewhere for which no sum is named."""
    passage, proof = plan.passage, Proof(story.document)
    proof.add("_", [(passage.start, passage.end)])
    proof.add("promisor", [(plan.promisor.start, plan.promisor.end)])
    vow = plan.vow or plan.act
    proof.add("stage", [(passage.pieces[vow.first].start, passage.pieces[vow.last].end)])
    fields: dict[str, object] = {"promisor": actor_name(plan.promisor), "stage": plan.stage, "certainty": plan.certainty}
    _fill(story, passage, plan.target, fields, proof)
    fields["confidence"] = 0.55
    return PledgeStatement.of(story.document.id, proof.evidence(), **fields)


def _fill(story: Story, passage: Passage, target: int, fields: dict[str, object], proof: Proof) -> None:
    """The terms of a project that has no sum."""
    for name, found in (
        ("recipient", recipient(story, [(passage, target)], None)),
        ("jobs", terms.jobs(passage, target)),
        ("purpose", project(passage, target)),
    ):
        if found:
            fields[name] = found.value
            proof.add(name, found.at)
    fields["not_stated"] = tuple(_missing(fields))


def _without_sum(story: Story, turn: Turn) -> Iterator[PledgeStatement]:
    """A project that the story names only to tell what became of it."""
    for referent in turn.doers:
        proof = Proof(story.document)
        proof.add("_", [(turn.passage.start, turn.passage.end)])
        proof.add("promisor", [(referent.start, referent.end)])
        proof.add("stage", [turn.words])
        fields: dict[str, object] = {"promisor": actor_name(referent), "stage": STAGE_AFTER[turn.what]}
        _fill(story, turn.passage, turn.target, fields, proof)
        fields["confidence"] = 0.6
        yield PledgeStatement.of(story.document.id, proof.evidence(), **fields)


def _statement(story: Story, bundle: Bundle, whole: PledgeStatement | None, turn: Turn | None) -> PledgeStatement:
    lead, proof = bundle.lead, Proof(story.document)
    fields: dict[str, object] = {"promisor": _promisor(bundle, proof), "certainty": lead.certainty, "stage": lead.stage}
    for offer in bundle.offers:
        proof.add("_", [(offer.passage.start, offer.passage.end)])
    proof.add("stage", [turn.words if turn else _act_span(lead)])
    if turn:
        fields["stage"] = STAGE_AFTER[turn.what]
        proof.add("_", [(turn.passage.start, turn.passage.end)])
    value = terms.amount(lead.passage.pieces[lead.anchor])
    proof.add("amount", value.at)
    fields["amount"] = value.value
    for name, found in _terms(story, bundle):
        fields[name] = found.value
        proof.add(name, found.at)
    kind = money_kind(lead.passage, lead.anchor, lead.role)
    if kind:
        fields["money"] = kind[0]
        proof.add("money", [kind[1]])
    if whole is not None:
        fields["part_of"] = whole.id
        proof.add("part_of", [(lead.passage.pieces[lead.anchor].start, lead.passage.pieces[lead.anchor].end)])
    announcer = next((o.announcer for o in bundle.offers if o.announcer), None)
    if announcer:
        fields["announced_by"] = actor_name(announcer)
        proof.add("announced_by", [(announcer.start, announcer.end)])
        fields["speaker"] = Speaker(name=announcer.name, role="promisor")
        proof.add("speaker", [(announcer.start, announcer.end)])
    fields["not_stated"] = tuple(_missing(fields))
    fields["confidence"] = min(0.99, 0.5 + lead.role.score / 20)
    return PledgeStatement.of(story.document.id, proof.evidence(), **fields)


def _terms(story: Story, bundle: Bundle) -> Iterator[tuple[str, terms.Found]]:  # type: ignore[type-arg]
    """Every term from the telling that states it first, the lead before the others, then the next sentence."""
    ordered = [bundle.lead, *(o for o in bundle.offers if o is not bundle.lead)]
    for name, find in (("horizon", terms.horizon), ("jobs", terms.jobs)):
        found = next((f for o in ordered if (f := find(o.passage, o.anchor))), None)
        if found is None and name == "jobs":
            found = next((f for o in ordered for p in _following(story, o.passage) if (f := find(p, 0))), None)
        if found:
            yield name, found
    lone = bundle.promisors[0]
    home = lone.country if len(bundle.promisors) == 1 and lone.kind == "government" else None
    found_recipient = recipient(story, [(o.passage, o.anchor) for o in ordered], home)
    if found_recipient:
        yield "recipient", found_recipient
    found_purpose = next((f for o in ordered if (f := purpose(o.passage, o.anchor, o.role))), None)
    if found_purpose:
        yield "purpose", found_purpose
    found_condition = next((f for o in ordered if (f := terms.condition(story.text, o.passage))), None)
    if found_condition:
        yield "condition", found_condition


def _following(story: Story, passage: Passage) -> list[Passage]:
    """The next sentence of the same paragraph or of the next prose one."""
    after = story.passages[passage.number + 1 : passage.number + 2]
    return [p for p in after if p.sentence.block == passage.sentence.block or passage.sentence.shape == "prose" and p.sentence.shape == "prose"]


def _promisor(bundle: Bundle, proof: Proof) -> ActorName:
    lead = bundle.lead
    proof.add("promisor", [(r.start, r.end) for r in bundle.promisors])
    if lead.seat and lead.seat[0] == lead.passage.number:
        piece = lead.passage.pieces[lead.seat[1]]
        proof.add("promisor", [(piece.start, piece.end)])
    return joint_name(bundle.promisors)


def _act_span(offer: Offer) -> tuple[int, int]:
    pieces = offer.passage.pieces
    if offer.act:
        return pieces[offer.act.first].start, pieces[offer.act.last].end
    noun = offer.role.noun if offer.role.noun is not None else offer.anchor
    return pieces[noun].start, pieces[noun].end


def _missing(fields: dict[str, object]) -> Iterator[Missing]:
    if "amount" not in fields:
        yield "amount"
    if "horizon" not in fields:
        yield "horizon"
        yield "schedule"
    if "jobs" not in fields:
        yield "jobs"
    if "recipient" not in fields or fields["recipient"].place is None:  # type: ignore[attr-defined]
        yield "place"
    if "purpose" not in fields:
        yield "project"
    yield "financing"


