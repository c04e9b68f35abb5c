"""A gate keeps a reader from nothing that it would find."""

from makegood.reading.gate import any_opens, gate, opens, vocabulary


def test_the_vocabulary_is_lower_case_and_without_hyphens_and_apostrophes() -> None:
    assert vocabulary("Acme’s co-founder SAID no.") == {"acme", "s", "co", "founder", "said", "no"}


def test_a_phrase_is_asked_for_by_its_longest_word() -> None:
    assert gate(["is worth", "co-founder"]) == (frozenset({"worth", "founder"}),)


def test_every_group_must_have_a_word() -> None:
    asked = gate(["if", "should"], ["trade deal"])
    assert opens(asked, vocabulary("Trade suffers if talks fail."))
    assert not opens(asked, vocabulary("Trade suffers."))
    assert not opens(asked, vocabulary("If talks fail, so be it."))


def test_no_group_is_open_to_all() -> None:
    assert opens(gate(), vocabulary(""))


def test_a_text_opens_a_gate_by_words_of_any_sentence() -> None:
    gates = (gate(["tariff"]), gate(["if"], ["trade deal"]))
    assert any_opens(gates, "If it rains, no steal.") is False
    assert any_opens(gates, "We trade hats.") is False
    assert any_opens(gates, "They say a Tariff comes.") is True
    assert any_opens(gates, "Two tarifflike words.") is False
