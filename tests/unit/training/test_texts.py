"""The command: what it writes can be trained on, and what is wrong ends with 1."""

import json
from pathlib import Path

import pytest

from training.marked import MarkError
from training.texts import main

DOCUMENT = """== arlo-mill wire 2014-03-05 PL
pledge#3.pledged | [promisor@arlo Arlo Steel] [act to build] [amount €300m] [purpose mill].

pledge#3.delayed | [promisor@arlo It] [act put off] work; sales were [amount~ €2bn].
"""


def _folder(tmp_path: Path, text: str) -> str:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return str(tmp_path)


def test_spans_are_of_the_documents_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["write", _folder(tmp_path, DOCUMENT)]) == 0
    written = json.loads(capsys.readouterr().out)
    assert written["id"] == "a.txt:arlo-mill"
    told = {(s["role"], written["text"][s["start"] : s["end"]]): s["of"] for s in written["spans"]}
    assert told["promisor", "It"] == 3
    assert told["amount", "€300m"] == 3
    assert told["amount", "€2bn"] is None
    assert [s["stage"] for s in written["statements"]] == ["pledged", "delayed"]
    assert [written["text"][a:b][-5:] for a, b in written["sentences"]] == ["mill.", "€2bn."]


def test_two_fillings_of_one_sentence_are_of_one_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "".join(
        f"none.market | Shares of [actor {name}] fell by [rate {n}%].\n"
        for n, name in enumerate(("Arlo", "Bex", "Cyr"))
    )
    main(["write", _folder(tmp_path, text)])
    assert len({json.loads(line)["part"] for line in capsys.readouterr().out.splitlines()}) == 1


def test_check_is_content_with_exact_and_varied_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _folder(tmp_path, DOCUMENT)]) == 0
    assert "1 documents with 2 lines" in capsys.readouterr().out


def test_check_refuses_repetition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "none.market | [actor Arlo] fell by [rate 3%].\nnone.market | [actor Bex] fell by [rate 7%].\n"
    assert main(["check", _folder(tmp_path, text)]) == 1
    assert "too many lines repeat" in capsys.readouterr().out


def test_check_refuses_marks_that_do_not_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _folder(tmp_path, "none.market | a \\b [rate 3%]\n")]) == 1
    assert "a.txt:1: the marks do not fit" in capsys.readouterr().out


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(MarkError, match=r"a\.txt:2: "):
        main(["check", _folder(tmp_path, "| Fine.\nbroken\n")])


def test_no_command_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "check" in capsys.readouterr().err
