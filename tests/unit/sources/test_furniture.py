"""Pages line by line: the reason at the left if the line is no part of the story, else nothing."""

from itertools import pairwise

import pytest

from makegood.sources.furniture import Layout, layout
from makegood.sources.lines import lines_of

LOCAL_NEWS = """\
menu         | Skip to content
menu         | Marlow Courier
menu         | News
menu         | Obituaries
subscription | Log in
menu         | Business
             | Cutler Foods to spend $38 million on Route 9 mill
byline       | By Dana Whitlock and Tomas de la Rosa
dateline     | Thursday, June 12, 2025 at 4:15 p.m.
menu         | 3 min read
caption      | Supervisor Ann Pell tours the mill, a $9 million job in 1998, on Monday. (Photo: Tom Reed)
             | Cutler Foods will spend $38 million to enlarge its oat mill and add 120 jobs, the county was told.
menu         | Advertisement
             | "We have outgrown the old hall," said Lena Cutler, who runs the company that her grandfather founded.
subscription | Sign up for our daily newsletter
             | What comes next
             | The board votes on Tuesday, and the company hopes to break ground before the frost sets in.
related      | READ MORE: Harlan Steel wins $400 million loan for furnace
             | The county offers three things in return:
             | - a road to the mill
             | - $2 million for training
             | - lower taxes until 2031
menu         | Tags: mill, jobs
related      | Related articles
related      | Harlan Steel to spend $400 million on furnace
related      | The furnace will be the first in the state that burns hydrogen.
related      | Seven years later, the $2 billion glass works is a field
menu         | © 2025 Marlow Courier. All rights reserved.
"""

OPINION = """\
menu         | The Meridian Quarterly
menu         | Sections
menu         | What Ports Want From Trade Ministers
caption      | Stock Photo Library / Alamy
menu         | Trade
             | What Ports Want From Trade Ministers
             | Three harbours have promised $7 billion of cranes, and not one of them has said who will pay.
byline       | By Lena Oduya
             | When the harbour master of Lisvik met the minister in March, he brought a model of a crane with him.
             | He may need more than a model. The port has borrowed $900 million since 2019 and earned little on it.
subscription | Want to read the full story?
subscription | Subscribe now for $1 a week.
subscription | Already a member? Log in
author_note  | About the author
             | Lena Oduya is a fellow at the Institute for Coastal Trade.
related      | Shipping
related      | How Malaysia Won a $9 Billion Chip Plant That Nobody Else Wanted
related      | Asia
related      | Shipyards Want $12 Billion. Ottawa Has Other Ideas.
"""

PRESS_RELEASE = """\
             | Pellworth to Build $2 Billion Vaccine Plant in Leeds
             | Site to employ 600 people by 2029
             | LEEDS, July 24, 2025 – Pellworth plc today announced that it will invest $2 billion in a new plant.
             | A Plant for Half of Europe
             | The plant will make 200 million doses a year, half of what the continent uses in a usual winter.
             | • 600 permanent jobs
             | • $40 million for training
             | About Pellworth
             | Pellworth makes vaccines in nine countries and sells them in ninety, mostly to governments and hospitals.
             | • Founded in 1951
             | • 14,000 employees
"""

LIST_OF_PROJECTS = """\
             | Where the Battery Plants of the Lake States Stand Today
             | Eleven plants have been promised since 2021, and five of them are making cells by now, our survey shows.
             | Daehan: Fairhaven, Ohio (Delayed)
             | The plant was to open in 2026; it now will in 2028, and cost $4 billion instead of $7.5 billion.
             | Voltari: Port Huron, Mich. (Operating)
             | Cells have left the hall since May, and 800 of the 1,200 people that were promised have been hired.
             | Lakeshore Cells: Gary, Ind. (Stopped, 700 Laid Off)
"""

TRANSCRIPT = """\
             | Remarks by the President and the Chairwoman of Daehan
             | PRESIDENT MARSH: Thank you very much. Please, sit down. It is great to be back in this town again.
             | MS. YOON: Thank you.
             | PRESIDENT MARSH: She told me that it would be $5 billion, and now it will be seven and a half of them.
             | MS. YOON: That is right.
             | Thank you, everybody.
"""

OFFICIAL_ORDER = """\
             | Order on the Harbours of the Northern Coast
             | By the authority that the harbour law gives to me, I order what follows for the ports of the coast.
             | (a) The Secretary of Ports shall spend $40 million on cranes.
             | (c) The Secretary of Roads shall, with the ports, mend the quays.
             | - Created 345,000 jobs
             | - Released $2 billion for roads
             | In addition the ports receive what this list says, each in the year that its council asks for it.
             | Lisvik $26 million
             | Delta More than $34 million
             | The Honourable Ruth Amadi, Minister of Ports and Coastal Roads
             | Mr. Tom Reed, Partner at Reed and Daughters
             | RUTH AMADI
"""

CUT_SHORT = """\
             | Honnold Aircraft halts work on its $900 million wing plant
             | Honnold said on Friday that it would halt work on the wing plant in Delta until orders come back.
             | Governor Ruth Amadi said that she had not been told of the deci
"""


def _page(drawn: str) -> tuple[str, list[tuple[str, str]]]:
    rows = [tuple(part.strip() for part in row.split(" | " if " | " in row else "|", 1)) for row in drawn.splitlines()]
    return "\n\n".join(row[1] for row in rows), [(row[0], row[1]) for row in rows]


def _seen(text: str, found: Layout) -> list[tuple[str, str]]:
    reasons = {part.start: part.reason for part in found.skipped}
    return [(reasons.get(line.start, ""), line.text) for line in lines_of(text)]


@pytest.mark.parametrize(
    "drawn",
    [LOCAL_NEWS, OPINION, PRESS_RELEASE, LIST_OF_PROJECTS, TRANSCRIPT, OFFICIAL_ORDER, CUT_SHORT],
    ids=["local news", "opinion", "press release", "list of projects", "transcript", "official order", "cut short"],
)
def test_what_is_story_and_what_is_not(drawn: str) -> None:
    text, expected = _page(drawn)
    assert _seen(text, layout(text)) == expected


def test_what_the_page_says_about_itself() -> None:
    found = layout(_page(OPINION)[0])
    assert (found.title, found.byline, found.publisher) == (
        "What Ports Want From Trade Ministers",
        ("Lena Oduya",),
        "The Meridian Quarterly",
    )
    local = layout(_page(LOCAL_NEWS)[0])
    assert local.title == "Cutler Foods to spend $38 million on Route 9 mill"
    assert local.byline == ("Dana Whitlock", "Tomas de la Rosa")
    assert local.published is not None
    assert (local.published.date, local.published.basis) == ("2025-06-12", "stated")


def test_a_dateline_gives_the_date_and_the_agency() -> None:
    found = layout(
        "Ports agree\n\nLISVIK, March 4, 2025 (Example Wire) - Three ports said on Tuesday they would share cranes."
    )
    assert found.published is not None
    assert (found.published.date, found.publisher) == ("2025-03-04", "Example Wire")


def test_a_given_title_is_looked_for_and_its_repeats_are_marked() -> None:
    text = "Ports agree\n\nPorts agree\n\nThree ports said on Tuesday that they would share four cranes from May on.\n"
    found = layout(text, "Ports agree")
    assert [text[part.start : part.end] for part in found.skipped] == ["Ports agree"]
    assert found.skipped[0].start == 0


def test_the_parts_are_in_order_and_apart() -> None:
    for drawn in (LOCAL_NEWS, OPINION):
        parts = layout(_page(drawn)[0]).skipped
        assert all(before.end < after.start for before, after in pairwise(parts))


def test_running_text_that_speaks_of_subscribing_or_photos_is_story() -> None:
    story = (
        "Subscribe for shares is what the fund asked its partners to do, and eleven put in $400 million each.\n\n"
        "Photo makers such as Lumen will invest $90 million in the valley, the governor said at the fair on Monday.\n\n"
        "Related companies pledged another $4 billion, and most read the plan as a sign of trust in the port.\n"
    )
    assert not layout(story).skipped


@pytest.mark.parametrize(
    "after", ["", "\n\n© 2025 Marlow Courier", "\n\nThe board votes on Tuesday, and nobody expects it to object."]
)
def test_a_box_of_links_does_not_swallow_the_story_after_it(after: str) -> None:
    story = "Cutler Foods will spend $38 million to enlarge its oat mill and add 120 jobs, the county was told."
    last = "The county will pay for the road to the mill, some $2 million, and for the bridge behind it."
    text = f"{story}\n\n{story}\n\nRelated\n\nHarlan Steel wins $400 million loan\n\n{last}{after}"
    skipped = [text[part.start : part.end] for part in layout(text, scraped=False).skipped]
    assert skipped[:2] == ["Related", "Harlan Steel wins $400 million loan"]
    assert last not in skipped


def test_a_hard_wrapped_story_is_read_by_paragraph() -> None:
    story = (
        "Ports agree on cranes\n\n"
        "Three ports said on Tuesday that they would share four cranes from\n"
        "May on, and that the money they save, some $12 million a year, would\n"
        "go into a tunnel that the towns have asked for since 1987.\n\n"
        "The tunnel is to open in 2031.\n"
    )
    assert [line.words for line in lines_of(story)] == [4, 38, 7]
    assert not layout(story).skipped


def test_the_main_text_of_an_extracted_page_keeps_its_top() -> None:
    text = "Overview\n\nPorts said on Tuesday that they would share four cranes from May on this year.\n"
    assert layout(text).skipped
    assert not layout(text, "Ports agree", scraped=False).skipped


def test_nothing_is_marked_in_an_empty_text() -> None:
    assert layout("") == Layout((), None, (), None, None)
