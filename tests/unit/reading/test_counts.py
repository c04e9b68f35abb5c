import pytest

from makegood.reading.counts import find_counts


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "bound", "of"),
    [
        ("100,000 U.S. jobs", "100,000 U.S. jobs", 100_000, 100_000, "exact", "jobs"),
        ("1,000 high-paying new factory jobs", "1,000 high-paying new factory jobs", 1000, 1000, "exact", "jobs"),
        (
            "14,000 permanent, full-time positions",
            "14,000 permanent, full-time positions",
            14_000,
            14_000,
            "exact",
            "jobs",
        ),
        ("as many as 3,000 workers", "as many as 3,000 workers", None, 3000, "up_to", "workers"),
        ("about 4,000 people", "about 4,000 people", 4000, 4000, "about", "people"),
        ("more than a thousand jobs", "more than a thousand jobs", 1000, None, "more_than", "jobs"),
        ("1,000-plus jobs", "1,000-plus jobs", 1000, None, "at_least", "jobs"),
        ("5,000+ jobs", "5,000+ jobs", 5000, None, "at_least", "jobs"),
        ("2,000-2,500 jobs", "2,000-2,500 jobs", 2000, 2500, "between", "jobs"),
        ("between 500 and 700 jobs", "between 500 and 700 jobs", 500, 700, "between", "jobs"),
        ("100k jobs", "100k jobs", 100_000, 100_000, "exact", "jobs"),
        ("half a million jobs", "half a million jobs", 500_000, 500_000, "exact", "jobs"),
        ("a 500-job mill", "500-job", 500, 500, "exact", "jobs"),
        ("1,200 of its employees", "1,200 of its employees", 1200, 1200, "exact", "workers"),
        ("it will employ 14,000 in Ohio", "14,000", 14_000, 14_000, "exact", "workers"),
        ("a workforce of 3,000", "3,000", 3000, 3000, "exact", "workers"),
        ("700 were laid off", "700 were laid off", 700, 700, "exact", "workers"),
        ("800 vehicles", "800 vehicles", 800, 800, "exact", "vehicles"),
        ("two new plants", "two new plants", 2, 2, "exact", "factories"),
        ("160 AI data centers", "160 AI data centers", 160, 160, "exact", "data_centers"),
        ("88 companies", "88 companies", 88, 88, "exact", "companies"),
        ("1.2 GW", "1.2 GW", 1.2, 1.2, "exact", "gigawatts"),
        ("a 500MW park", "500MW", 500, 500, "exact", "megawatts"),
        ("2030 people", "2030 people", 2030, 2030, "exact", "people"),
    ],
)
def test_reads_one_count(text: str, quote: str, low: float | None, high: float | None, bound: str, of: str) -> None:
    (found,) = find_counts(text)
    ends = [None if end is None else float(end) for end in (found.low, found.high)]
    assert text[found.start : found.end] == quote
    assert (*ends, found.bound, found.of) == (low, high, bound, of)


def test_a_figure_shares_the_noun_of_the_next() -> None:
    text = "3,000 direct and 5,000 indirect jobs"
    assert [(text[m.start : m.end], m.of) for m in find_counts(text)] == [
        ("3,000 direct", "jobs"),
        ("5,000 indirect jobs", "jobs"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "hundreds of jobs",
        "one company",
        "Fortune 500 companies",
        "G7 countries",
        "F-35 jets",
        "in 2030 people will",
        "its 2025 projects",
        "on May 12 companies met",
        "$500 phones",
        "25 percent of companies",
        "In 2025, companies",
        "447,00 workers",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert find_counts(text) == []
