"""The application: commands registered, and the one place where every exception ends."""

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from makegood import __version__
from makegood.cli import (
    actors,
    differing,
    holdings,
    judging,
    pledges,
    publishing,
    reading,
    reference,
    terminal,
    totalling,
)
from makegood.errors import ConfigError, MakegoodError, UnknownIdError

USAGE, STOPPED, BUG, INTERRUPTED = 2, 3, 70, 130

app = typer.Typer(
    name="makegood",
    help="Who promised what, and did they make good? Reads documents, keeps a ledger of what was pledged.",
    epilog="Start with: makegood read FILE --keep, then: makegood pledges",
    # Plain help: the decorated one imports rich, and costs three times the start-up.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command, what in (
    (reading.read, "Read documents: what was promised, by whom, in what words."),
    (reading.mentions, "List the money, numbers, dates and names in documents."),
    (pledges.pledges, "List pledges, with totals by the counting rules."),
    (totalling.totals, "Add pledges up by a rule set, and break the sum down."),
    (differing.diff, "Compare two documents, or a ledger at two dates."),
    (pledges.show, "Show one pledge with the words behind every fact."),
    (publishing.dossier, "Write one pledge's dossier as an HTML file."),
    (publishing.export, "Write pledges and statements as JSON or CSV."),
    (holdings.sources, "List the documents in the ledger."),
    (holdings.issues, "List what is doubtful, and what could not be read."),
    (holdings.verify, "Prove that no entry was changed."),
    (holdings.rebuild, "Make all derived tables again from the entries."),
):
    app.command(short_help=what)(command)
# Named here, for as a noun of the code "claim" would be a second word for a statement (docs/glossary.md).
app.command("claim", short_help="Take a claimed total apart: what stands behind it.")(totalling.take_apart)
app.add_typer(judging.app)
app.add_typer(actors.app)
app.add_typer(reference.app)


def _print_version(wanted: bool) -> None:
    if wanted:
        terminal.write(f"makegood {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    config: Annotated[Path | None, typer.Option(help="Settings file.", show_default="./makegood.toml")] = None,
    _debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an unexpected error.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Keep what commands share: where the settings are."""
    context.obj = config


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; the exit code, with every error told in one line on standard error.

    0 done · 1 done, but something was not read, did not verify or has errors · 2 wrong usage, setting or
    id · 3 cannot go on · 70 a bug · 130 interrupted · 141 the reader of our output went away.
    """
    # Taken out here, so that it may stand anywhere on the line.
    plain = [one for one in arguments if one != "--debug"]
    debug = plain != arguments
    try:
        code = app(plain or ["--help"], standalone_mode=False, prog_name="makegood") or 0
        terminal.flush()
        return _told("interrupted; what was kept is kept, run again to go on", code) if code == INTERRUPTED else code
    except typer.Exit as leaving:
        return leaving.exit_code
    except typer.TyperException as error:
        where = getattr(error, "ctx", None)
        named = where.command_path if where is not None else "makegood"
        return _told(f"{error.format_message().rstrip('.')} (see {named} --help)", error.exit_code)
    except MakegoodError as error:
        return _told(str(error), USAGE if isinstance(error, ConfigError | UnknownIdError) else STOPPED)
    except Exception as error:  # noqa: BLE001 the command line's top: a bug is told, not thrown at people
        if debug:
            traceback.print_exc()
        return _told(f"{_named(error)} (add --debug for the traceback)", STOPPED if isinstance(error, OSError) else BUG)


def _named(error: Exception) -> str:
    """An error that we did not foresee, in one line."""
    if not isinstance(error, OSError):
        return f"unexpected {type(error).__name__}: {error}"
    return ": ".join(part for part in (error.filename, error.strerror or str(error)) if part)


def _told(message: str, code: int) -> int:
    terminal.tell(message)
    return code
