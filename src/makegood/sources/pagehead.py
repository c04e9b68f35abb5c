"""The top of a scraped page: site name, sections, title, date and byline around the story's beginning."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from makegood.model.values import PartialDate
from makegood.sources.dates import date_within
from makegood.sources.lines import Line

_TITLE_WORDS = (4, 30)
_TWICE_WORDS = 3
_MENU_WORDS = 5
_BYLINE_WORDS = 16
_DATE_WORDS = 12
_LONGEST_LINE = 300
_AFTER_STORY_BEGAN = 3
_PART = r"(?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|bin|al|el|da|di|del|la)"
_PERSON = re.compile(rf"{_PART}(?: {_PART}){{1,4}}")
_BYLINE = re.compile(
    r"(?:by|written by|words by|authors?|reported by|story by)(?: ?: ?| )(?P<names>\S.*)", re.IGNORECASE
)
_BETWEEN = re.compile(r",\s*|\s+and\s+|\s*&\s*|\s*\|\s*|\s+[–—-]\s+|\s+for\s+")
_BESIDE_DATE = re.compile(
    r"(?:\W|\d{1,2}[:.]\d\d|\b(?:date|posted|published|updated|release|last|on|at|by|[ap]\.?m\.?|[a-z]{2,3}t|utc|gmt"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d+ (?:year|month|week|day|hour)s? ago)\b)*",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"\(?[^\W\d_a-z][\w .,'’/-]{1,60}?[,(–—-]\s*(?P<date>[^–—:()]{6,24}?)\s*(?:\)|\(|–|—|--|-\s|/|:)"
)
_AGENCY = re.compile(r"[^\W\d_a-z][\w .,'’/-]{1,80}\((?P<name>[^\W\d_a-z][\w .'’&/-]{1,40})\)\s*(?:–|—|--|-\s)")
_PERIODICAL = re.compile(
    r"[Tt]he(?: [^\W\d_a-z][\w'’-]+){1,3}|(?:[^\W\d_a-z][\w'’&-]*\s){0,3}"
    r"(?:Times|Post|News|Journal|Tribune|Herald|Gazette|Review|Observer|Chronicle|Telegraph|Standard|Daily|Weekly|Wire)"
    r"|[\w-]+\.(?:com|org|net|co\.\w\w|news|info)"
)
_BREADCRUMB = re.compile(r".*?\s[-–—|»›>/:]\s.*?\s[-–—|»›>/]\s.*")
_LEADING_LABEL = re.compile(r"(?:date|published|posted|updated)?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page's top says, and which of its lines are marked for what reason."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: PartialDate | None = None
    marks: dict[int, str] = field(default_factory=dict)


def page_head(
    lines: list[Line], marks: dict[int, str], story: list[int], title: str | None, *, scraped: bool
) -> PageHead:
    """Read the top of a page.

    Args:
        marks: lines already known as furniture.
        story: the numbers of the lines that are running text.
        title: the title where another source gives it.
        scraped: whether a menu may stand above the story, and the title among it.
    """
    first = story[0] if story else len(lines)
    near = range(min(len(lines), first + _AFTER_STORY_BEGAN))
    bylines = {i: names for i in near if (names := byline_of(lines[i]))}
    dates = {i: day for i in near if (day := line_date(lines[i]))}
    own = {**dict.fromkeys(bylines, "byline"), **dict.fromkeys(dates, "dateline")}
    top = [i for i in range(first) if i not in marks and i not in own]
    at = _title_at(lines, top, title) if scraped else None
    found = title or (_undated(lines[at].text) if at is not None else None)
    if story and scraped:
        own |= _menu(lines, top, at) | _repeats(lines, at, found)
    return PageHead(
        title=found,
        byline=next(iter(bylines.values()), ()),
        publisher=_publisher(lines, at) or next(_agencies(lines, story), None),
        published=next(iter(dates.values()), None) or _datelined(lines, marks, near, story),
        marks=own,
    )


def byline_of(line: Line) -> tuple[str, ...]:
    """The persons that a line of the form 'By A. Name and B. Name' names, empty for other lines."""
    is_short = line.words <= _BYLINE_WORDS and len(line.text) <= _LONGEST_LINE
    found = _BYLINE.fullmatch(line.text) if is_short else None
    if found is None or (line.text.endswith((".", "!", "?")) and line.words > 6):
        return ()
    parts = (part.strip(" .") for part in _BETWEEN.split(found["names"]))
    return tuple(_cased(part) for part in parts if _PERSON.fullmatch(part) and not date_within(part, "stated"))


def line_date(line: Line) -> PartialDate | None:
    """The date of a line that holds a date and nothing else but a label, weekday or time."""
    if line.words > _DATE_WORDS or len(line.text) > _LONGEST_LINE:
        return None
    found = date_within(line.text, "stated")
    if found is None or found[0].precision == "year":
        return None
    return found[0] if _BESIDE_DATE.fullmatch(found[1]) else None


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name


def _title_at(lines: list[Line], top: list[int], title: str | None) -> int | None:
    """The last line of the top that repeats the title; without a given one, what the top says twice, or first."""
    if title is not None:
        wanted = " ".join(re.findall(r"\w+", title.casefold()))
        return next((i for i in reversed(top) if lines[i].folded == wanted), None)
    able = [
        i for i in top if not (lines[i].is_listed or _is_sentence(lines[i]) or _BREADCRUMB.fullmatch(lines[i].text))
    ]
    times = Counter(lines[i].folded for i in able)
    twice = [i for i in able if times[lines[i].folded] > 1 and lines[i].words >= _TWICE_WORDS]
    if twice:
        return max(twice, key=lambda i: (lines[i].words, i))
    return next((i for i in able if _TITLE_WORDS[0] <= lines[i].words <= _TITLE_WORDS[1]), None)


def _is_sentence(line: Line) -> bool:
    return line.text.endswith((".", ".”", '."')) and not line.is_headline


def _undated(text: str) -> str:
    """A title without a date that was glued to its front."""
    found = date_within(text, "stated")
    lead, _, rest = found[1].partition("  ") if found else ("", "", "")
    rest = rest.strip(" |:–—-")
    return rest if found and _LEADING_LABEL.fullmatch(lead) and len(rest.split()) >= _TITLE_WORDS[0] else text


def _menu(lines: list[Line], top: list[int], title_at: int | None) -> dict[int, str]:
    """What is no sentence above the title; below it, short lines without figure, colon or a sentence's end."""
    menu = {i: "menu" for i in top if title_at is not None and i < title_at and not _is_sentence(lines[i])}
    for i in top:
        line = lines[i]
        plain = not (line.is_listed or line.is_ended or any(character.isdigit() for character in line.text))
        if (title_at is None or i > title_at) and line.words < _MENU_WORDS and plain:
            menu[i] = "menu"
    return menu


def _repeats(lines: list[Line], title_at: int | None, title: str | None) -> dict[int, str]:
    """Further lines that say the title again."""
    if title is None:
        return {}
    folded = " ".join(re.findall(r"\w+", title.casefold()))
    same = [i for i, line in enumerate(lines) if line.folded == folded]
    kept = title_at if title_at is not None else next(iter(same), None)
    return {i: "menu" for i in same if i != kept}


def _publisher(lines: list[Line], title_at: int | None) -> str | None:
    """The first line, where it has the form of a periodical's or site's name and the title comes later."""
    if not title_at:
        return None
    name = lines[0].text
    return name if lines[0].words <= 5 and not lines[0].is_ended and _PERIODICAL.fullmatch(name) else None


def _agencies(lines: list[Line], story: list[int]) -> Iterator[str]:
    """The agency that the dateline names: 'SEOUL, March 4 (Example Wire) - …'."""
    for i in story[:2]:
        if (found := _AGENCY.match(lines[i].text)) and not date_within(found["name"], "stated"):
            yield found["name"]


def _datelined(lines: list[Line], marks: dict[int, str], near: range, story: list[int]) -> PartialDate | None:
    """The date of a 'posted' line, or of the dateline that opens the story ('TOKYO, May 3, 2025 – …')."""
    return next(_posted_dates(lines, marks, near), None) or next(_story_dates(lines, story), None)


def _posted_dates(lines: list[Line], marks: dict[int, str], near: range) -> Iterator[PartialDate]:
    for i in near:
        if marks.get(i) == "byline" and (found := date_within(lines[i].text, "stated")):
            yield found[0]


def _story_dates(lines: list[Line], story: list[int]) -> Iterator[PartialDate]:
    for i in story[:2]:
        opening = _DATELINE.match(lines[i].text)
        found = date_within(opening["date"], "stated") if opening else None
        if found and found[0].precision == "day":
            yield found[0]
