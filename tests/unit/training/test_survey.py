"""Repetition is noticed, and the tables count what is there."""

from training.marked import read_line, read_lines
from training.survey import alike, currencies, era, skeleton, tables, verbs

ONE = "pledge.pledged | [promisor Arlo Steel] [act will sink] [amount €300m] into [purpose a mill] in [place Łódź]."
SAME = "pledge.pledged | [promisor Kibo] [act will sink] [amount R2bn] into [purpose a mill] in [place Durban]."
OTHER = "pledge.pledged | Out of [amount 40 crore rupees] [act set aside] by [promisor Tamra], half is for wells."


def test_two_fillings_of_one_template_are_alike() -> None:
    lines = [read_line(line, "a.txt", n) for n, line in enumerate((ONE, OTHER, SAME), 1)]
    assert skeleton(lines[0]) == skeleton(lines[2])
    assert [(a.number, b.number) for a, b in alike(lines)] == [(3, 1)]


def test_the_longest_sign_of_a_currency_counts() -> None:
    line = read_line(
        "none.market | [amount R$40m], [amount A$3], [amount 2 lakh crore rupees] and [amount 5 million rand]", "a", 1
    )
    assert currencies(line) == {"BRL", "AUD", "INR", "ZAR"}


def test_a_verb_is_the_act_without_its_small_words() -> None:
    assert verbs(read_line("pledge.pledged | It [act is to build] and [act has vowed to hire]", "a", 1)) == [
        "build",
        "vowed hire",
    ]


def test_the_year_is_the_headers_or_the_texts() -> None:
    (told,) = read_lines(["none.history 1998 | Since 1990."], "a")
    (read,) = read_lines(["none.history | From 1995 to 2004."], "a")
    assert era(told.lines[0], told) == 1998
    assert era(read.lines[0], read) == 2004


def test_the_tables_count_lines_and_statements() -> None:
    found = tables(read_lines([ONE, "none.market 2011 KE | [amount~ $3] fell"], "a"))
    assert found["kind"] == {"pledge": 1, "none": 1}
    assert found["stage of none"] == {"market": 1}
    assert found["era"] == {"2010-2014": 1}
    assert found["country"] == {"KE": 1}
    assert found["role"]["amount~"] == 1
