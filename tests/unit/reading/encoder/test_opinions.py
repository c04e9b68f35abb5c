"""What the shipped encoder answers, and that nothing but the text decides it."""

import subprocess
import sys
from collections.abc import Mapping

import pytest

from makegood.model.document import Document
from makegood.reading.encoder.labels import OUTLETS
from makegood.reading.encoder.opinion import Opinion
from makegood.reading.encoder.opinions import opinions
from makegood.reading.hybrid import HybridReader

TEXT = (
    "Sarvam Gears will invest $400 million in a foundry near Pune. The company earned $90 million last year. "
    "It is to take on 800 people by 2029."
)
SENTENCES = [(0, 61), (62, 103), (104, len(TEXT))]


def _asked(*amounts: str) -> Mapping[int, Opinion]:
    return opinions(TEXT, SENTENCES, [(TEXT.index(a), TEXT.index(a) + len(a)) for a in amounts])


def test_a_promise_is_told_from_an_earning() -> None:
    found = _asked("$400 million", "$90 million")
    promised, earned = found[TEXT.index("$400")], found[TEXT.index("$90")]
    assert promised.promised > 0.8
    assert earned.promised < 0.3
    assert promised.role("promisor", 0, 12) > 0.5
    assert promised.role("promisor", TEXT.index("Pune"), TEXT.index("Pune") + 4) < 0.2


@pytest.mark.parametrize("question", OUTLETS)
def test_answers_are_shares(question: str) -> None:
    (found,) = _asked("$400 million").values()
    answers = found.answers(question)
    assert tuple(answers) == OUTLETS[question]
    assert sum(answers.values()) == pytest.approx(1, abs=0.01)


def test_words_outside_the_window_play_no_role() -> None:
    (found,) = _asked("$400 million").values()
    assert found.role("promisor", len(TEXT) + 5, len(TEXT) + 9) == 0


def test_no_anchor_asks_nothing() -> None:
    assert opinions(TEXT, SENTENCES, []) == {}


def test_what_else_is_asked_changes_no_answer() -> None:
    alone, together = _asked("$400 million"), _asked("$400 million", "$90 million")
    at = TEXT.index("$400")
    assert alone[at].answers("kind") == together[at].answers("kind")


def test_neither_threads_nor_what_was_read_before_change_a_reading() -> None:
    reader = HybridReader()
    first = reader.read(Document(ref="a", text=TEXT)).model_dump_json()
    reader.read(Document(ref="b", text=TEXT.replace("Sarvam Gears", "Kestrel Motors")))
    again = reader.read(Document(ref="a", text=TEXT)).model_dump_json()
    code = (
        "from makegood.model.document import Document\n"
        "from makegood.reading.hybrid import HybridReader\n"
        f"print(HybridReader().read(Document(ref='a', text={TEXT!r})).model_dump_json())"
    )
    threads = {"OMP_NUM_THREADS": "2", "PYTHONPATH": ":".join(sys.path)}
    elsewhere = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=threads)
    assert first == again == elsewhere.stdout.strip()


def test_a_text_without_a_sum_loads_no_model() -> None:
    code = (
        "import sys\nfrom makegood.model.document import Document\nfrom makegood.reading.hybrid import HybridReader\n"
        "HybridReader().read(Document(ref='a', text='Arlo Steel will build a rolling mill in Sheffield.'))\n"
        "assert 'onnxruntime' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})
