"""The inline marks: what they are read into, what is refused and where, and that nothing is lost."""

from pathlib import Path

import pytest

from training.marked import Line, MarkError, Passage, Told, read_line, read_lines, with_marks

SINK = (
    "pledge.pledged planned PL 2014 | [promisor Arlo Steel] [act will sink] [amount €300m] into "
    "[purpose a rolling mill] in [place Łódź] [horizon over four years]."
)

DOCUMENT = """# a comment
== arlo-two-mills wire 2014-03-05 PL CZ

pledge#1.pledged | [promisor@arlo Arlo Steel] [act to build] [amount €300m] [purpose mill].
pledge#2.floated possible background part_of#1 | [actor@arlo It] [act may add] a line; [amount#1 the €300m] stands.
/ none.menu | Home

| Shares rose.
"""


def _words(line: Line) -> dict[str, str]:
    return {m.role: line.text[m.start : m.end] for m in line.marks}


def test_a_sentence_is_plain_text_with_spans() -> None:
    line = read_line(SINK, "a.txt", 1)
    assert line.text == "Arlo Steel will sink €300m into a rolling mill in Łódź over four years."
    assert _words(line) == {
        "promisor": "Arlo Steel", "act": "will sink", "amount": "€300m", "purpose": "a rolling mill", "place": "Łódź",
        "horizon": "over four years",
    }  # fmt: skip
    assert line.told == (Told("pledge", "pledged", certainty="planned"),)
    assert (line.year, line.countries) == (2014, ("PL",))


def test_marks_put_back_give_the_line_again() -> None:
    for marked in (SINK.partition("| ")[2], r"\[1\] It \\ paid [amount#2@us~ \[€3m\]]."):
        line = read_line("none.talk | " + marked, "a.txt", 1)
        assert with_marks(line) == marked


def test_brackets_of_the_text_are_escaped() -> None:
    line = read_line(r"none.talk | Read on \[…\] [amount \[$\]5].", "a.txt", 1)
    assert line.text == "Read on […] [$]5."
    assert _words(line) == {"amount": "[$]5"}


def test_a_line_may_make_two_statements() -> None:
    line = read_line(
        "pledge.agreed + meeting.held background third_party | [promisor A] and [participant#meeting B] "
        "[act signed] in [place#meeting Rome].",
        "a.txt",
        1,
    )
    assert line.told == (Told("pledge", "agreed"), Told("meeting", "held", speaker="third_party", background=True))
    assert [m.of for m in line.marks] == [None, "meeting", None, "meeting"]


def test_measures_have_type_and_status() -> None:
    line = read_line("measure.tariff.threatened conditional | [imposer A] [act threatened] [rate 10%].", "a.txt", 1)
    assert line.told == (Told("measure", "tariff.threatened", certainty="conditional"),)


def test_a_rumour_has_the_name_that_statements_give_it() -> None:
    assert read_line("pledge.floated rumour | [act weighs]", "a.txt", 1).told[0].certainty == "reported_rumour"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("pledge.pledged [act will]", "no `|`"),
        ("promise | x", "unknown kind"),
        ("pledge.opened | [act x]", "`opened` is nothing that a pledge can be"),
        ("pledge | [act x]", "`` is nothing"),
        ("pledge.pledged soon | [act x]", "unknown attribute `soon`"),
        ("none.talk | [deed x]", "unknown mark"),
        ("none.talk | [act ]", "unknown mark"),
        ("none.talk | [act  x]", "blanks at the edge"),
        ("none.talk | [act x", "`[` without `]`"),
        ("none.talk | x]", "`]` without `[`"),
        ("none.talk | [act x [amount $3]]", "a mark within a mark"),
        ("none.talk | a  b", "two blanks"),
        ("none.talk |", "no text"),
        ("none.talk + pledge.pledged | [act x]", "`none` beside another kind"),
        ("pledge.pledged | A [place here]", "a pledge without"),
        ("pledge.pledged | [amount~ $3] only", "a pledge without"),
        ("progress.opened | A [place here]", "a progress without"),
        ("meeting.held | A and B", "a meeting without participant"),
        ("measure.quota.paused | [imposer A]", "a measure without"),
        ("pledge.pledged | [act x] [place#meeting y]", "`#meeting` is no statement"),
    ],
)
def test_what_the_guideline_does_not_allow_is_refused_with_its_place(line: str, reason: str) -> None:
    with pytest.raises(MarkError) as refused:
        read_line(line, "b/a.txt", 7)
    assert str(refused.value).startswith("b/a.txt:7: ")
    assert reason in str(refused.value)


def _only(text: str) -> Passage:
    (passage,) = read_lines(text.split("\n"), "d.txt")
    return passage


def test_a_document_is_its_lines_joined() -> None:
    document = _only(DOCUMENT)
    assert document.text == (
        "Arlo Steel to build €300m mill. It may add a line; the €300m stands.\nHome\n\nShares rose."
    )
    assert (document.name, document.style, document.published) == ("arlo-two-mills", "wire", "2014-03-05")
    assert document.countries == ("PL", "CZ")
    for line, start in zip(document.lines, document.starts(), strict=True):
        assert document.text[start : start + len(line.text)] == line.text


def test_a_document_links_what_speaks_of_one_pledge_and_one_actor() -> None:
    first, second, *_ = _only(DOCUMENT).lines
    assert (first.told[0].pledge, second.told[0].pledge, second.told[0].part_of) == (1, 2, 1)
    assert {m.actor for m in (*first.marks, *second.marks) if m.actor} == {"arlo"}
    assert [m.of for m in second.marks if m.role == "amount"] == ["1"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("== Arlo wire\n| x", "d.txt:1: a document opens with"),
        ("== arlo novel\n| x", "styles: "),
        ("== arlo wire\npledge#1.pledged part_of#3 | [act x]", "d.txt:2: nothing tells pledge #3"),
        ("== arlo wire\npledge#1.pledged | [act x] [amount#2 y]", "d.txt:2: nothing tells pledge #2"),
        ("== arlo wire\n\n", "is empty"),
        ("pledge.pledged | [act x] [amount#2 y]", "d.txt:1: nothing tells pledge #2"),
    ],
)
def test_a_broken_document_is_refused(text: str, reason: str) -> None:
    with pytest.raises(MarkError) as refused:
        _only(text)
    assert reason in str(refused.value)


def test_a_file_of_sentences_gives_one_passage_a_line() -> None:
    passages = list(read_lines(["# theme", "| One.", "", "| Two."], "s.txt"))
    assert [p.text for p in passages] == ["One.", "Two."]
    assert [p.lines[0].number for p in passages] == [2, 4]


def test_the_guidelines_examples_follow_the_guideline() -> None:
    guideline = Path(__file__).parents[3] / "training" / "text" / "README.md"
    lines = guideline.read_text(encoding="utf-8").partition("## Twelve examples")[2].split("\n")
    examples = [line.strip() for line in lines if line.startswith("    ")]
    assert len(examples) == 12
    assert [with_marks(read_line(example, "README.md", 1)) for example in examples] == [
        example.partition("| ")[2] for example in examples
    ]
