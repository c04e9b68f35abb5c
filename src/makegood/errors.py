"""Exceptions: raised only when the operator must act.

A doubtful datum is never an exception; it is an `Issue` (model/issue.py).

    MakegoodError
    ├── ConfigError       a setting or command-line value that cannot be used
    ├── SourceError       an input that cannot be turned into documents
    ├── AnchorError       a value without a span that proves it: a reader's bug
    ├── LedgerError       the ledger cannot be opened, written or migrated
    │   └── TamperError   the chain of entries does not verify
    └── UnknownIdError    no pledge, document or statement has this id
"""


class MakegoodError(Exception):
    """Base of all; its text is one line for the operator, with the way out."""


class ConfigError(MakegoodError):
    """A setting or command-line value that cannot be used."""


class SourceError(MakegoodError):
    """An input that cannot be turned into documents; `code` names the reason for programs."""

    def __init__(self, message: str, code: str = "unreadable") -> None:
        super().__init__(message)
        self.code = code


class AnchorError(MakegoodError):
    """A value without a span that proves it (R23): a reader's bug."""


class LedgerError(MakegoodError):
    """The ledger cannot be opened, written or migrated."""


class TamperError(LedgerError):
    """The chain of entries does not verify."""


class UnknownIdError(MakegoodError):
    """No pledge, document or statement has this id."""
