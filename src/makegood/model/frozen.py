"""The one configuration of every validated model."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Immutable, strict about unknown fields; values are checked on construction."""

    model_config = ConfigDict(frozen=True, extra="forbid")
