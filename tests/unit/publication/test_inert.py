import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.publication.inert import file_name, safe_link, shown, spoken


def test_control_and_direction_characters_are_named_not_obeyed() -> None:
    assert shown("in\u202evoice\x1b[31m\u2066") == "in⟨U+202E⟩voice⟨U+001B⟩[31m⟨U+2066⟩"


def test_scripts_that_need_joiners_stay_whole() -> None:
    assert shown("می\u200cخواهم") == "می\u200cخواهم"


def test_a_title_of_ten_megabytes_is_cut_for_display() -> None:
    cut = shown("A" * 10_000_000)
    assert len(cut) == 400
    assert cut.endswith("…")


@given(st.text())
def test_whatever_is_shown_can_be_written_and_is_one_line(text: str) -> None:
    words = shown(text)
    words.encode("utf-8")
    assert len(words.splitlines()) <= 1
    assert spoken(words) == words


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/hosts",
        "//host.example/x",
        "https://",
        "https://bank.example@evil.example/",
        "https://a.example/\u202egnp.exe",
        "https://[::1",
        "https://a.example/" + "x" * 3000,
        None,
    ],
)
def test_what_is_no_plain_web_address_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


def test_web_addresses_are_links() -> None:
    assert safe_link("https://a.example/b?c=d#e") == "https://a.example/b?c=d#e"
    assert safe_link("HTTP://a.example") == "HTTP://a.example"


def test_of_a_local_path_only_the_name_is_shown() -> None:
    assert file_name("/srv/secret/page.html") == "page.html"
    assert file_name("D:\\papers\\page.html") == "page.html"
    assert file_name("-") == "-"
