"""Pledge statements: one per promise that a story tells, each value with the words that prove it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from makegood.model.actor import Speaker
from makegood.model.statement import MeetingStatement, Missing, PledgeStatement, Recipient
from makegood.model.values import Horizon
from makegood.reading import pointers
from makegood.reading.cast import Cast
from makegood.reading.confidence import of_pledge
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.evidence import Draft
from makegood.reading.gathering import STAGE_AFTER, Bundle, allot, gather
from makegood.reading.horizons import horizon
from makegood.reading.jobs import jobs
from makegood.reading.money_kinds import money_kind
from makegood.reading.naming import actor_name, joint_name
from makegood.reading.occasions import Occasion, occasion
from makegood.reading.offers import Offer, find_offers
from makegood.reading.plans import Plan, find_plans
from makegood.reading.purposes import project, purpose
from makegood.reading.recipients import joined, recipient, scene
from makegood.reading.referents import Referent
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found, condition, sum_of
from makegood.reading.turns import Turn

_PLANNED = 0.55
_WITHOUT_SUM = 0.6
_MISSING: tuple[Missing, ...] = ("amount", "horizon", "jobs", "place", "project", "financing", "schedule")
_FINANCED = frozenset({"loan", "guarantee", "equity", "grant", "public_money"})


def read_pledges(
    story: Story, cast: Cast, turns: Sequence[Turn], meetings: Sequence[MeetingStatement]
) -> list[PledgeStatement]:
    """The pledges of a story in the order of their first telling, as its turns have left them."""
    bundles = gather(find_offers(story, cast))
    homeless = allot(bundles, turns)
    made: dict[Bundle, PledgeStatement] = {}
    for bundle in bundles:
        made[bundle] = _promised(story, cast, bundle, made.get(bundle.whole) if bundle.whole else None, meetings)
    known = {r for bundle in bundles for r in bundle.promisors} | {r for turn in homeless for r in turn.doers}
    return [
        *made.values(),
        *(_befallen(story, turn, referent) for turn in homeless for referent in turn.doers),
        *(_planned(story, plan) for plan in find_plans(story, cast) if plan.promisor not in known),
    ]


def _promised(
    story: Story, cast: Cast, bundle: Bundle, whole: PledgeStatement | None, meetings: Sequence[MeetingStatement]
) -> PledgeStatement:
    """A promise of a sum, by all its tellings and by what became of it; `whole` is the pledge it is part of."""
    lead = bundle.lead
    draft = Draft(story.document, (offer.passage.whole for offer in bundle.offers))
    draft.put("promisor", joint_name(bundle.promisors), (r.interval for r in bundle.promisors))
    if lead.seat and lead.named:
        draft.prove("promisor", [lead.passage.interval(lead.seat[1], lead.seat[1])])
    draft.mark("certainty", lead.certainty)
    _put_stage(draft, bundle)
    for name, found in _terms(story, cast, bundle):
        draft.put(name, found.value, found.at)
    if whole is not None:
        draft.put("part_of", whole.id, [lead.passage.interval(lead.anchor, lead.anchor)])
    announcer = next((o.announcer for o in bundle.offers if o.announcer), None)
    if announcer:
        draft.put("announced_by", actor_name(announcer), [announcer.interval])
        draft.put("speaker", Speaker(name=announcer.name, role="promisor"), [announcer.interval])
        _put_occasion(draft, occasion(announcer.name, meetings))
    named = any(offer.role.head == "project" for offer in bundle.offers)
    return _finished(story, draft, of_pledge(story, lead), named)


def _put_occasion(draft: Draft, found: Occasion | None) -> None:
    """To whom and when, where the announcer's one meeting in the story tells it."""
    if found:
        draft.put("counterparty", found.counterparty.value, found.counterparty.at)
        if found.announced:
            draft.put("announced", found.announced.value, found.announced.at)


def _put_stage(draft: Draft, bundle: Bundle) -> None:
    """How far the promise got: by its turn, else by the words of the lead telling."""
    turn = bundle.turn
    if turn:
        draft.put("stage", STAGE_AFTER[turn.what], [turn.words])
        draft.prove("_", [turn.passage.whole])
    else:
        draft.put("stage", bundle.lead.stage, [_act_interval(bundle.lead)])


def _act_interval(offer: Offer) -> tuple[int, int]:
    """The words that tell the stage: the verb over the sum, else its head noun, else the sum."""
    if offer.act:
        return offer.passage.interval(offer.act.first, offer.act.last)
    noun = offer.role.noun if offer.role.noun is not None else offer.anchor
    return offer.passage.interval(noun, noun)


def _terms(story: Story, cast: Cast, bundle: Bundle) -> Iterator[tuple[str, Found[object]]]:
    """Every term from the telling that states it first, the lead before the others."""
    lead, offers, home = bundle.lead, bundle.ordered, _home(bundle)
    told = [(o.passage, o.anchor) for o in offers]
    thought, own = [o.opinion for o in offers], _of_nobody_else(story, cast, bundle)
    found: dict[str, Found[object] | None] = {
        "amount": sum_of(lead.money),
        "horizon": _first(horizon(*at) for at in told) or _first(pointers.horizon(own, o) for o in thought),
        "jobs": _jobs(story, cast, bundle) or _first(pointers.jobs(own, o) for o in thought),
        "recipient": _landing(story, _without_other_sums(story, bundle), told, thought, home),
        "purpose": _first(purpose(o.passage, o.role) for o in offers)
        or _first(pointers.purpose(own, o) for o in thought),
        "condition": _first(condition(story.text, o.passage) for o in offers)
        or _first(pointers.condition(own, o) for o in thought),
        "money": money_kind(lead.passage, lead.role),
    }
    return ((name, value) for name, value in found.items() if value)


def _first(found: Iterable[Found[object] | None]) -> Found[object] | None:
    return next(filter(None, found), None)


def _landing(
    story: Story,
    own: Story,
    told: Sequence[tuple[Passage, int]],
    thought: Sequence[Opinion | None],
    home: str | None,
) -> Found[Recipient] | None:
    """Where it lands by the words around the sums, else by the encoder, else by the scene; a missing half is added.

    `own` is the story without the sentences that tell of other sums.
    """
    pointed = next(filter(None, (pointers.recipient(own, o, home) for o in thought)), None)
    found = recipient(own, told, home) or pointed
    if found is None or not (found.value.countries or home):
        around = scene(story) if home is None else None
        return joined(found, around) if found and around else found or around
    return joined(found, pointed) if pointed else found


def _home(bundle: Bundle) -> str | None:
    """The country of a government that promises alone: its money goes abroad."""
    lone = bundle.promisors[0]
    return lone.country if len(bundle.promisors) == 1 and lone.kind == "government" else None


def _jobs(story: Story, cast: Cast, bundle: Bundle) -> Found[object] | None:
    """The jobs of the tellings, else of the sentence after one of them that speaks of nobody else."""
    offers = bundle.ordered
    told = (jobs(o.passage, o.anchor) for o in offers)
    after = (passage for o in offers for passage in _following(story, o.passage))
    told_after = (jobs(passage, 0) for passage in after if not _of_others(passage, cast, bundle))
    return next(filter(None, chain(told, told_after)), None)


def _of_others(passage: Passage, cast: Cast, bundle: Bundle) -> bool:
    """Whether somebody other than the promisors is the subject of something in a sentence."""
    seated = [i for i in cast.seating.seated(passage.number) if cast.free(passage, i)]
    return any((r := cast.at[passage.number, i]).body and r not in bundle.promisors for i in seated)


def _without_other_sums(story: Story, bundle: Bundle) -> Story:
    """The story without the sentences of other sums, which have places of their own."""
    tellings = {offer.passage.number for offer in bundle.offers}
    return replace(story, passages=tuple(p for p in story.passages if p.number in tellings or "money" not in p.kinds))


def _of_nobody_else(story: Story, cast: Cast, bundle: Bundle) -> Story:
    """The story without the sentences in which somebody else is the subject and that tell nothing of the promise."""
    tellings = {offer.passage.number for offer in bundle.offers}
    kept = (p for p in story.passages if p.number in tellings or not _of_others(p, cast, bundle))
    return replace(story, passages=tuple(kept))


def _following(story: Story, passage: Passage) -> Sequence[Passage]:
    """The next sentence of the same paragraph, or of the next one where both are prose."""
    after = story.passages[passage.number + 1 : passage.number + 2]
    same = [p for p in after if p.sentence.block == passage.sentence.block]
    return same or [p for p in after if passage.sentence.shape == "prose" == p.sentence.shape]


def _planned(story: Story, plan: Plan) -> PledgeStatement:
    """A plan to build something somewhere for which no sum is named."""
    draft = _sumless(story, plan.passage, plan.promisor, plan.target, plan.opinion)
    draft.put("stage", plan.stage, [plan.words])
    draft.mark("certainty", plan.certainty)
    return _finished(story, draft, _PLANNED, named=True)


def _befallen(story: Story, turn: Turn, referent: Referent) -> PledgeStatement:
    """A project that the story names only to tell what became of it."""
    draft = _sumless(story, turn.passage, referent, turn.target)
    draft.put("stage", STAGE_AFTER[turn.what], [turn.words])
    return _finished(story, draft, _WITHOUT_SUM, named=True)


def _sumless(story: Story, passage: Passage, referent: Referent, target: int, opinion: Opinion | None = None) -> Draft:
    """Promisor and terms of a project that has no sum; `target` is the piece of its noun, or of its jobs."""
    draft = Draft(story.document, [passage.whole])
    draft.put("promisor", actor_name(referent), [referent.interval])
    found: dict[str, Found[object] | None] = {
        "recipient": _landing(story, story, [(passage, target)], [opinion], None),
        "jobs": jobs(passage, target),
        "purpose": pointers.purpose(story, opinion) if opinion else project(passage, target),
    }
    for name, value in found.items():
        if value:
            draft.put(name, value.value, value.at)
    return draft


def _finished(story: Story, draft: Draft, confidence: float, named: bool) -> PledgeStatement:
    """The statement with what its text leaves out; `named` says that a plant, site or line is named."""
    draft.mark("not_stated", tuple(missing for missing in _MISSING if missing not in _given(draft, named)))
    draft.mark("confidence", confidence)
    return PledgeStatement.of(story.document.id, draft.evidence(), **draft.fields)


def _given(draft: Draft, named: bool) -> set[str]:
    """Which of the things that a full promise states this one states."""
    given: set[str] = {name for name in ("amount", "horizon", "jobs") if name in draft.fields}
    landing, over, money = (draft.fields.get(name) for name in ("recipient", "horizon", "money"))
    exact = isinstance(landing, Recipient) and landing.place is not None
    given |= {"place"} if isinstance(landing, Recipient) else set()
    given |= {"project"} if named or exact else set()
    given |= {"financing"} if money in _FINANCED else set()
    return given | ({"schedule"} if isinstance(over, Horizon) and (over.start or over.end) else set())
