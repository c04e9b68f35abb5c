"""The guess that keeps other languages from an English reader."""

import pytest

from makegood.sources.language import language_of

SAID = {
    "en": "The company said on Tuesday that it would invest in a plant, and that the state has agreed to help with it.",
    "de": "Das Unternehmen teilte am Dienstag mit, dass es in ein Werk investieren wird. "
    "Das Land will ihm dabei mit der Straße und dem Hafen helfen.",
    "fr": "La société a dit qu'elle va investir dans une usine et que la région est prête à aider pour les routes.",
    "es": "La empresa dijo que va a invertir en una planta y que el estado se ha comprometido a ayudar con eso.",
    "ja": "同社は火曜日、新しい工場に三千億円を投資すると発表した。",
    "zh": "该公司周二表示,将投资三十亿美元建设新工厂,并在四年内招聘三千人。",
    "ru": "Компания заявила во вторник, что вложит три миллиарда рублей в новый завод.",
    "ko": "이 회사는 화요일 새 공장에 삼조 원을 투자한다고 밝혔다.",
}


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_is_enough(code: str) -> None:
    assert language_of(SAID[code]) == code


@pytest.mark.parametrize("text", ["", "Ports agree", "12 34 56 " * 40, "Acme Bolt Crane Delta Echo Ferro Gamma " * 10])
def test_too_little_or_too_odd_is_none(text: str) -> None:
    assert language_of(text) is None


def test_names_in_another_script_do_not_change_it() -> None:
    assert language_of(SAID["en"] + " 東京 Москва") == "en"
