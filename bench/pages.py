"""Files to measure reading with: the texts of a folder, as plain text and as pages with the clutter of a news site."""

import html
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from makegood.model.document import Document
from makegood.sources import Locator, load, locate

SEED = 1
_TOPICS = ("World", "Markets", "Energy", "Sport", "Weather", "Opinion", "Archive", "Newsletters")
_RELATED = ("Ferry timetable changes in spring", "Museum reopens its east wing", "Five soups for a cold week")
_IDLE = (
    "The choir sang until midnight, and nobody wanted to go home.",
    "A fox crossed the lawn twice and drank at the well.",
    "Rain is due on Tuesday, with gusts from the west.",
    "Her grandmother kept bees behind the orchard, and the honey tasted of thyme.",
    "The old ferry was painted blue again, because the children had asked for it.",
    "He reads slowly, a pencil in his hand, and never skips a footnote.",
    "On the hill the grass is dry, and the goats have gone to the shade.",
    "Nobody remembers who carved the bench, although everyone has slept on it.",
)


def texts(folder: str, number: int) -> list[str]:
    """The texts of `number` documents below a folder, drawn by chance but always the same."""
    located = list(locate([folder]))
    random.Random(SEED).shuffle(located)
    found: list[str] = []
    for one in located:
        if len(found) == number:
            break
        found += [d.text for d in load(one) if isinstance(d, Document)] if isinstance(one, Locator) else []
    return found


def idle(number: int, length: int = 3000) -> list[str]:
    """Texts of about `length` characters in which there is nothing for any reader."""
    chance = random.Random(SEED)
    return [" ".join(chance.choices(_IDLE, k=length // 60)) for _ in range(number)]


def written(folder: Path, stories: Sequence[str], suffix: str) -> list[str]:
    """One file for each story under a heading of its own; `.html` makes pages of them."""
    folder.mkdir()
    refs = []
    for number, story in enumerate(stories):
        path = folder / f"{number:05}{suffix}"
        heading = f"Report number {number} of the day"
        path.write_text(page(heading, story) if suffix == ".html" else f"{heading}\n\n{story}\n", encoding="utf-8")
        refs.append(str(path))
    return refs


def page(heading: str, story: str) -> str:
    """A story in the markup of a news site: menus, teasers, a footer, scripts."""
    return "\n".join(_lines(heading, story))


def _lines(heading: str, story: str) -> Iterator[str]:
    menu = "".join(f'<li class="nav-item"><a href="/{t.lower()}">{t}</a></li>' for t in _TOPICS)
    teasers = "".join(f'<div class="teaser"><a href="/{i}"><h4>{t}</h4></a></div>' for i, t in enumerate(_RELATED * 3))
    yield f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{heading} | The Courier</title>"
    yield '<meta property="og:type" content="article"><style>.nav-item{float:left}</style>'
    yield f"<script>window.layer=window.layer||[];</script></head><body><header><nav><ul>{menu}</ul></nav></header>"
    yield f"<main><article><h1>{heading}</h1><p class=byline>By our staff</p>"
    for paragraph in filter(None, story.split("\n")):
        yield f"<p>{html.escape(paragraph)}</p>"
    yield f"</article><aside><h3>Read also</h3>{teasers}</aside></main>"
    yield f"<footer><ul>{menu}</ul><p>© The Courier. All rights reserved. Terms, privacy, contact.</p></footer>"
    yield "<script>document.addEventListener('load',function(){});</script></body></html>"
