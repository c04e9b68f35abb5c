"""Measure the peers on the exams: python -m evals.peers

Makes an environment in evals/peers/.venv from requirements.txt (exact versions with their digests), lets each peer
answer the exams there, marks the answers as ours are marked, and writes evals/peers/figures.json. Needs the exams
beside the repository and, the first time, the network. To choose newer versions:

    uv pip compile --generate-hashes --no-header --no-annotate --prerelease=allow --python-version 3.11 \\
        evals/peers/requirements.in -o evals/peers/requirements.txt
"""

import json
import subprocess
import sys
import venv
from collections import defaultdict
from pathlib import Path

from evals import exams
from evals.peers.figures import FILE, PeerFigures, PeersFigures

HERE = Path(__file__).parent
ENVIRONMENT = HERE / ".venv"
EXAMS = (*exams.MONEY, exams.DATES)


def environment() -> Path:
    """The peers' interpreter, in an environment that holds exactly the listed versions."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    listed = [str(python), "-m", "pip", "install", "-qq", "--require-hashes", "-r", str(HERE / "requirements.txt")]
    subprocess.run(listed, check=True)
    return python


def measure(python: Path) -> PeersFigures:
    """What the peers say to every text, marked."""
    asked = {exam: exams.texts(exam) for exam in EXAMS}
    lines = [
        json.dumps({"exam": exam, "id": one.id, "text": one.text, "published": one.published})
        for exam, texts in asked.items()
        for one in texts
    ]
    ran = subprocess.run(
        [str(python), "-W", "ignore", str(HERE / "answers.py")],
        input="\n".join(lines), capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[tuple[str, str, str], dict[str, list[dict[str, object]]]] = defaultdict(dict)
    for line in ran.stdout.splitlines():
        said = json.loads(line)
        found[said["exam"], said["peer"], said["version"]][said["id"]] = said["mentions"]
    return PeersFigures(
        peers=tuple(
            PeerFigures(peer=peer, version=version, exam=exam, figures=exams.mark(exam, asked[exam], mentions))
            for (exam, peer, version), mentions in sorted(found.items())
        )
    )


def main() -> int:
    """Measure and store; the exit code."""
    if why := exams.missing():
        sys.stderr.write(f"{why}\n")
        return 2
    measured = measure(environment())
    FILE.write_text(measured.model_dump_json(indent=1) + "\n", encoding="utf-8")
    for one in measured.peers:
        print(f"{one.exam:<18} {one.peer} {one.version}: value F1 {one.figures.value_f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
