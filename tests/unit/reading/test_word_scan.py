from makegood.reading.word_scan import WordScan


def test_finds_whole_words_small_and_capitalised() -> None:
    text = "Ten of them, often TEN or ten."
    assert [text[start:end] for start, end in WordScan(["ten"]).spans(text)] == ["Ten", "ten"]
    assert [text[start:end] for start, end in WordScan(["ten"], capitals=True).spans(text)] == ["Ten", "TEN", "ten"]


def test_the_longest_word_wins_and_places_are_code_points() -> None:
    text = "Ünder März: March or Mar"
    scan = WordScan(["Mar", "March"])
    assert [text[start:end] for start, end in scan.spans(text)] == ["March", "Mar"]


def test_text_that_no_encoding_has_is_searched_all_the_same() -> None:
    assert list(WordScan(["ten"]).spans("\ud800 ten")) == [(2, 5)]
