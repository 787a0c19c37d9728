"""A service as one action sees it: what it is asked twice it answers once."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from functools import partial
from typing import Any, TypeVar, cast

T = TypeVar("T")
Kept = dict[Hashable, Any]


def read_once(service: T, reads: Collection[str], kept: Kept) -> T:
    """The same service, whose answers to the methods `reads` are kept in `kept`; after any other method, which may have
    changed something, nothing is. Nobody may change an answer."""
    return cast(T, _ReadOnce(service, reads, kept))


class _ReadOnce:
    def __init__(self, service: object, reads: Collection[str], kept: Kept) -> None:
        self._service, self._reads, self._kept = service, reads, kept

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._service, name)
        if not callable(found):
            return found
        return partial(self._read if name in self._reads else self._do, found)

    def _read(self, method: Any, *args: Any, **named: Any) -> Any:
        key = (method, _held(args), _held(named))
        if key not in self._kept:
            self._kept[key] = method(*args, **named)
        return self._kept[key]

    def _do(self, method: Any, *args: Any, **named: Any) -> Any:
        try:
            return method(*args, **named)
        finally:
            self._kept.clear()


def _held(value: Any) -> Hashable:
    """A value as part of a key: a collection by what it holds."""
    if isinstance(value, Mapping):
        return tuple((name, _held(each)) for name, each in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(_held, value))
    return cast(Hashable, value)
