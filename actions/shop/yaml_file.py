"""YAML files checked by a pydantic model, with mistakes told by file and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[str | int, ...]
"""Keys and positions that lead to a value, as pydantic names them."""


class YamlFileError(Exception):
    """The file cannot be read or does not fit the model; says where and why, a line for each mistake."""


def load_checked(path: Path, model: type[Model]) -> Model:
    """Read a YAML file into `model`. Raises `YamlFileError`; a name given twice is a mistake too."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except OSError as error:
        raise YamlFileError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise YamlFileError(f"{path}: not UTF-8 at byte {error.start}") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise YamlFileError(f"{path}:{line}: {error.problem}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlFileError(f"{path}:{line}: {error.reason}") from error
    if twice := [f"{path}:{line}: `{name}` is given twice" for name, line in _repeated(root)]:
        raise YamlFileError("\n".join(twice))
    try:
        return model.model_validate(content)
    except ValidationError as error:
        lines = dict(_lines(root))
        mistakes = [
            f"{path}:{_nearest(lines, mistake['loc'])}: {'.'.join(map(str, mistake['loc'])) or 'the file'}: "
            + mistake["msg"].removeprefix("Value error, ")
            for mistake in error.errors()
        ]
        raise YamlFileError("\n".join(mistakes)) from error


def _lines(node: yaml.Node | None, location: Location = ()) -> Iterator[tuple[Location, int]]:
    """Where every value begins, by its location."""
    if node is None:
        return
    if not location:
        yield (), 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*location, key.value), key.start_mark.line + 1
            yield from _lines(value, (*location, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*location, index), value.start_mark.line + 1
            yield from _lines(value, (*location, index))


def _repeated(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Names that stand twice in one mapping, of which YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen = Counter[str]()
        for key, value in node.value:
            seen[key.value] += 1
            if seen[key.value] == 2:
                yield key.value, key.start_mark.line + 1
            yield from _repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated(value)


def _nearest(lines: dict[Location, int], location: Location) -> int:
    """The line of the value, or, for one that is missing, of the innermost that should hold it."""
    while location not in lines and location:
        location = location[:-1]
    return lines.get(location, 1)
