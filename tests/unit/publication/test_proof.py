from makegood.model.actor import ActorName, Speaker
from makegood.publication.proof import proof, source
from tests.telling import Telling

LONG = "Words " * 200


def the_proof(text: str, words: str, **facts: object) -> tuple[str, str, str]:
    telling = Telling(text, **facts)  # type: ignore[arg-type]
    told = telling.tell("progress", text, {"promisor": words, "what": words}, promisor=ActorName(name="x"), what="site")
    found = proof(told, "what")
    return found.before, found.marked, found.after


def test_the_quote_is_the_one_sentence_around_the_words() -> None:
    text = "The mayor smiled. Dr. Lund of Nordhavn Inc. paid $4 billion to U.S. towns. Then it rained."
    assert the_proof(text, "$4 billion") == ("Dr. Lund of Nordhavn Inc. paid ", "$4 billion", " to U.S. towns.")


def test_a_figure_with_a_point_does_not_end_its_sentence() -> None:
    assert the_proof("It rained. Lund paid $4.5 billion. It shone.", "$4.5") == ("Lund paid ", "$4.5", " billion.")


def test_a_wrapped_line_does_not_end_its_sentence_and_an_empty_line_does() -> None:
    text = "A HEADING\n\nLund paid $4 billion for a\nmill. It rained."
    assert the_proof(text, "$4 billion") == ("Lund paid ", "$4 billion", " for a mill.")


def test_words_that_end_their_sentence_bring_no_second_one() -> None:
    assert the_proof("Lund paid $4 billion. It rained.", "$4 billion.") == ("Lund paid ", "$4 billion.", "")


def test_a_sentence_without_end_is_cut_on_both_sides() -> None:
    before, marked, after = the_proof(f"{LONG}here {LONG}", "here")
    assert marked == "here"
    assert before.startswith("… Words")
    assert after.endswith("Words …")
    assert len(before) + len(after) < 700


def test_the_whole_statement_is_cut_to_its_first_sentence() -> None:
    text = "Lund paid. It rained. It shone."
    assert the_proof(text, text) == ("", "Lund paid.", "")


def test_the_source_is_named_with_date_and_basis_and_links_only_to_the_web() -> None:
    facts = Telling("x", "2024-06-01", title="A mill", publisher="Post", url="https://post.example/mill").facts
    named = source(facts)
    assert (named.title, named.publisher, named.published, named.link) == (
        "A mill", "Post", "1 June 2024", "https://post.example/mill",
    )  # fmt: skip
    bare = source(facts.model_copy(update={"url": "javascript:alert(1)", "title": None, "ref": "/srv/papers/a.html"}))
    assert (bare.link, bare.title) == (None, "a.html")


def test_speaker_and_certainty_are_said_in_words() -> None:
    telling = Telling("Kim said Lund may pay.")
    told = telling.tell(
        "progress", "Kim said Lund may pay.", {"promisor": "Lund", "what": "pay", "speaker": "Kim"},
        promisor=ActorName(name="Lund"), what="spent", speaker=Speaker(name="Kim", role="third_party"),
        certainty="possible",
    )  # fmt: skip
    found = proof(told, "what")
    assert (found.speaker, found.certainty) == ("Kim (a third party’s words)", "stated as a possibility")
    assert (found.start, found.end) == (18, 21)
