from makegood.reading.curbs import find_curbs
from tests.staging import Stage


def _types(text: str) -> list[str]:
    stage = Stage(text)
    return [t.type for t in find_curbs(stage.story, stage.cast)]


def test_what_somebody_does_is_told() -> None:
    assert _types("Japan imposed export controls on gallium.") == ["export_control"]
    assert _types("Norway lifted sanctions against Syria.") == ["sanction"]
    assert _types("Peru introduced import quotas on Chilean wine.") == ["quota"]


def test_what_only_hurts_is_background() -> None:
    assert not _types("The export controls on gallium hurt Norvane.")
