"""Terms of a promise that the encoder points at, each a value with the words that prove it."""

import re

from makegood.model.mention import CountMention, DateMention, DurationMention, PeriodMention
from makegood.model.statement import Recipient
from makegood.model.values import Horizon, Jobs, plain
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.jobs import jobs_at
from makegood.reading.lexicon import weights
from makegood.reading.recipients import place_as_written
from makegood.reading.story import Passage, Story
from makegood.reading.terms import Found
from makegood.reading.weighing import weigh

_WORDS = 3
_TIMES = (DateMention, DurationMention, PeriodMention)
_WORD = re.compile(r"\w")


def jobs(story: Story, opinion: Opinion | None) -> Found[Jobs] | None:
    """The surest count of jobs to come."""
    found = weigh(story, opinion, "jobs", lambda p, i: isinstance(p.pieces[i].mention, CountMention))
    return next((made for w in found if (made := jobs_at(w.passage, w.index))), None)


def horizon(story: Story, opinion: Opinion | None) -> Found[Horizon] | None:
    """The surest length of time, and the surest date by which."""
    found = weigh(story, opinion, "horizon", lambda p, i: isinstance(p.pieces[i].mention, _TIMES))
    length = next((w.piece.mention for w in found if isinstance(w.piece.mention, DurationMention)), None)
    end = next((w.piece.mention for w in found if isinstance(w.piece.mention, DateMention)), None)
    period = next((w.piece.mention for w in found if isinstance(w.piece.mention, PeriodMention)), None)
    proof = tuple((m.start, m.end) for m in (length, end) if m)
    if length:
        return Found(Horizon(years=plain(round(length.years, 3)), end=end.date if end else None), proof)
    if period:
        return Found(Horizon(start=period.date_from, end=period.date_to), ((period.start, period.end),))
    return Found(Horizon(end=end.date), proof) if end else None


def recipient(story: Story, opinion: Opinion | None, home: str | None) -> Found[Recipient] | None:
    """The surest country, and the surest place in it; `home` is the promisor's own, which its money leaves."""
    lands = [w for w in weigh(story, opinion, "recipient", _names_country) if w.piece.country != home]
    sites = [w for w in weigh(story, opinion, "place", _names_site) if w.piece.country != home or home is None]
    site = next((w for w in sites if not w.piece.place or w.piece.place.kind != "country"), None)
    known = [w for w in (*sites, *lands) if w.piece.country]
    land = site if site and site.piece.country else known[0] if known else None
    countries = (land.piece.country,) if land and land.piece.country else ()
    proof = ((land.piece.start, land.piece.end),) if land and land is not site else ()
    if site is None:
        return Found(Recipient(countries=countries), proof) if countries else None
    name, interval = place_as_written(site.passage, site.index)
    return Found(Recipient(countries=countries, place=name), (*proof, interval))


def _names_site(passage: Passage, index: int) -> bool:
    """A place, or a name of which no table knows what it is of."""
    piece = passage.pieces[index]
    unknown = piece.kind == "name" and piece.name is not None and piece.name.kind is None
    return unknown or (piece.place is not None and piece.place.kind != "demonym")


def _names_country(passage: Passage, index: int) -> bool:
    return _names_site(passage, index) and passage.pieces[index].country is not None


def condition(story: Story, opinion: Opinion | None) -> Found[str] | None:
    """The surest clause that the promise hangs on."""
    return _words(story, opinion, "condition")


def purpose(story: Story, opinion: Opinion | None) -> Found[str] | None:
    """The surest words for what the money is for."""
    return _words(story, opinion, "purpose")


def _words(story: Story, opinion: Opinion | None, role: str) -> Found[str] | None:
    """The surest stretch of whole words that plays a role, any blanks in it as one."""
    if opinion is None:
        return None
    runs = [run for run in opinion.words(role) if run[2] >= weights("opinions")[role]]
    if not runs:
        return None
    start, end, _ = max(runs, key=lambda run: (run[2] * min(_WORDS, len(story.text[run[0] : run[1]].split())), -run[0]))
    start, end = _whole(story.text, start, end)
    return Found(" ".join(story.text[start:end].split()), ((start, end),))


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The interval grown to whole words."""
    while start > 0 and _WORD.match(text[start - 1]) and _WORD.match(text[start]):
        start -= 1
    while end < len(text) and _WORD.match(text[end]) and _WORD.match(text[end - 1]):
        end += 1
    return start, end
