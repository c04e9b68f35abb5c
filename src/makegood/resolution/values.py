"""Equal values held once: hundreds of thousands of statements say the same few thousand things."""

from typing import TypeVar, cast

T = TypeVar("T")


class Values:
    """Values by what they are; it only grows."""

    def __init__(self) -> None:
        self._held: dict[object, object] = {}

    def one(self, value: T) -> T:
        """The equal value of the same type that came first, else this one."""
        if value is None:
            return value
        return cast(T, self._held.setdefault((type(value), value), value))
