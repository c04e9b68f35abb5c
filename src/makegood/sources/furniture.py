"""Which parts of a scraped page's text are not the story, and what they tell about it.

The text is left as it is; parts are marked, so that offsets fit the source. The rules look at the
structure: what stands before the first and after the last running text, and lines that match
the lexicon of calls, credits and link headings (furniture.toml). When in doubt a line is story.
"""

import re
import tomllib
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from makegood.model.document import Skipped
from makegood.model.values import PartialDate
from makegood.sources.lines import Line, lines_of
from makegood.sources.pagehead import page_head

_LARGEST_PAGE = (2_000_000, 5_000)
"""Code points and lines; a longer text is no scraped page, and none of it is marked."""
_LONGEST_LINE = 600
_CALL_WORDS = 16
_CAPTION_WORDS = 60
_MOST_LINKS = 12
_SECTION_WORDS = 4
_HEADLINE_WORDS = 6
_LATE = 0.5
_NO_LINK = re.compile(r"^(?:Mrs?|Ms|Dr|The Honou?rable)\b|\S\s{3,}\S|[:,]$")
_RULES = " :|»>"
_TEASER_WORDS = 45


@dataclass(frozen=True, slots=True)
class Layout:
    """What is skipped, in order and without overlaps, and what the page's head says."""

    skipped: tuple[Skipped, ...]
    title: str | None
    byline: tuple[str, ...]
    publisher: str | None
    published: PartialDate | None


def layout(text: str, title: str | None = None, *, scraped: bool = True) -> Layout:
    """The layout of a page's text.

    Args:
        title: the title where another source gives it.
        scraped: whether the text may hold the page's menu; False for a page's extracted main text.
    """
    is_page = len(text) <= _LARGEST_PAGE[0] and text.count("\n") <= 2 * _LARGEST_PAGE[1]
    lines = lines_of(text) if is_page else []
    marks = _marked(lines)
    story = [i for i, line in enumerate(lines) if line.is_prose and i not in marks]
    head = page_head(lines, marks, story, title, scraped=scraped)
    marks = {**_end(lines, marks, story), **head.marks, **marks}
    skipped = tuple(Skipped(start=lines[i].start, end=lines[i].end, reason=marks[i]) for i in sorted(marks))
    return Layout(skipped, head.title, head.byline, head.publisher, head.published)


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    source = tomllib.loads(files("makegood.sources").joinpath("furniture.toml").read_text("utf-8"))
    return {reason: re.compile("|".join(f"(?:{p})" for p in source[reason]), re.IGNORECASE) for reason in source}


def _marked(lines: list[Line]) -> dict[int, str]:
    """Line number → reason, for the lines that the lexicon tells, and the links under link headings."""
    marks: dict[int, str] = {}
    prose = [i for i, line in enumerate(lines) if line.is_prose]
    for i, line in enumerate(lines):
        reason = _reason(line)
        if reason == "related" and i not in marks and _is_heading(line):
            marks.update(dict.fromkeys(_links_under(lines, prose[bisect(prose, i) :], i), "related"))
        if reason is not None:
            marks[i] = reason
    return marks


def _is_heading(line: Line) -> bool:
    return _lexicon()["related"].fullmatch(line.text.strip(_RULES)) is not None


def _reason(line: Line) -> str | None:
    """Why the lexicon says that the line is no story; a line too long for a page's furniture is not looked at."""
    if len(line.text) > _LONGEST_LINE:
        return None
    lexicon = _lexicon()
    if line.words <= _CAPTION_WORDS and lexicon["credit"].fullmatch(line.text):
        return "caption"
    if line.words > _CALL_WORDS and not lexicon["notice"].fullmatch(line.text):
        return "related" if line.words <= 2 * _CALL_WORDS and lexicon["link"].fullmatch(line.text) else None
    bare = line.text.strip(_RULES)
    for reason in ("subscription", "notice", "related", "author_note", "posted"):
        if lexicon[reason].fullmatch(bare):
            return {"notice": "menu", "posted": "byline"}.get(reason, reason)
    return "related" if lexicon["link"].fullmatch(line.text) else None


def _links_under(lines: list[Line], prose: list[int], heading: int) -> Iterator[int]:
    """The lines after a link heading up to the next running text; all to the end if only teasers follow.

    `prose` are the numbers of the lines after it that are running text.
    """
    is_late = lines[heading].start > _LATE * lines[-1].end
    if is_late and (not prose or _are_teasers(lines, prose, heading)):
        yield from range(heading + 1, len(lines))
        return
    end = prose[0] if prose else len(lines)
    yield from range(heading + 1, min(end, heading + 1 + _MOST_LINKS))


def _are_teasers(lines: list[Line], prose: list[int], heading: int) -> bool:
    """Whether all running text is short and stands below a headline of its own, with another headline to come."""
    each_below = all(after - before > 1 for before, after in pairwise([heading, *prose]))
    last = prose[-1] + 1
    another = len(prose) > 1 or (last < len(lines) and _reason(lines[last]) is None)
    return each_below and another and all(lines[i].words <= _TEASER_WORDS for i in prose)


def _end(lines: list[Line], marks: dict[int, str], story: list[int]) -> dict[int, str]:
    """Headlines of other stories after the last running text, with the names of their sections.

    They come after a call or a link heading that ended the story, or as a short run of headlines that
    is longer than any run of lines within it. What is listed, numbers alone, and what looks like a
    sentence cut short, stay.
    """
    if not story:
        return {}
    tail = [i for i in range(story[-1] + 1, len(lines)) if i not in marks]
    links = [i for i in tail if _is_link(lines[i])]
    late = _LATE * lines[-1].end
    was_ended = any(lines[i].start > late and reason in ("subscription", "related") for i, reason in marks.items())
    telling = [i for i in links if lines[i].is_headline and lines[i].words >= _HEADLINE_WORDS]
    is_run = len(telling) >= 2 and _longest_run(story) < len(links) <= _MOST_LINKS
    return dict.fromkeys(links, "related") if was_ended or is_run else {}


def _is_link(line: Line) -> bool:
    """Whether it may be the headline or the section of another story; no list, heading, column or person is."""
    if line.is_listed or _NO_LINK.search(line.text):
        return False
    return line.is_headline or _is_section(line)


def _is_section(line: Line) -> bool:
    return line.words <= _SECTION_WORDS and not line.is_ended and not any(sign.isdigit() for sign in line.text)


def _longest_run(story: list[int]) -> int:
    """The most lines that stand between two pieces of running text."""
    return max((after - before - 1 for before, after in pairwise(story)), default=0)
