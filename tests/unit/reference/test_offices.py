"""The table of terms of office holds what it promises."""

from itertools import pairwise

from makegood.reference.offices import terms
from makegood.reference.places import country_name


def test_terms_end_after_they_begin_and_stand_in_known_countries() -> None:
    for term in terms():
        assert term.until is None or term.until > term.since, term
        assert country_name(term.country), term
        assert term.role == term.role.lower(), term


def test_one_holder_at_a_time_of_each_office() -> None:
    held: dict[tuple[str, str], list[tuple[object, object, str]]] = {}
    for term in terms():
        held.setdefault((term.country, term.role), []).append((term.since, term.until, term.surname))
    spelled_twice = {("Erdogan", "Erdoğan"), ("Orban", "Orbán"), ("Zelensky", "Zelenskyy"), ("El-Sisi", "Sisi")}
    for spans in held.values():
        ordered = sorted(spans, key=lambda s: (s[0], s[2]))
        for (_, until, name), (since, _, following) in pairwise(ordered):
            if tuple(sorted((name, following))) in {tuple(sorted(pair)) for pair in spelled_twice}:
                continue
            assert until is not None, (name, following)
            assert until <= since, (name, following)
