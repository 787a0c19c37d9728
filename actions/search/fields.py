"""A product's words, by the field they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from actions.search.types import ProductDocument
from actions.text import Analyser


@dataclass(frozen=True, slots=True)
class Field:
    """A text of a product: what its words weigh, and whether they stand in sentences or phrases."""

    weight: int
    text: str
    prose: bool = False


def fields(document: ProductDocument) -> list[Field]:
    """A product's texts."""
    return [
        Field(2, document.title, prose=True),
        Field(2, document.type, prose=True),
        Field(1, document.brand),
        Field(1, document.category),
        Field(2, " . ".join(document.attributes), prose=True),
        Field(1, " . ".join(document.materials)),
        Field(1, " . ".join(sorted({variant.colour for variant in document.variants}))),
        Field(1, " . ".join(value for value in document.specs.values() if isinstance(value, str))),
        Field(1, " . ".join(sorted({value for v in document.variants for value in v.options.values()}))),
        Field(1, document.description, prose=True),
    ]


@dataclass(frozen=True, slots=True)
class Reading:
    """A product's words as they were read once.

    `text` is all its fields' texts; `stems` the stems of their content words, each as often as its field weighs;
    `prose` the stems of what is written in sentences or phrases, in their order, with spaces around each, the
    description last; `specs` the stems of the specifications that are words; `words` the distinct content words.
    """

    text: tuple[str, ...]
    stems: tuple[str, ...]
    prose: str
    specs: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, document: ProductDocument, analyser: Analyser) -> Reading:
        read = fields(document)
        words = [analyser.content_words(field.text) for field in read]
        stems = [[analyser.stem(word) for word in of_field] for of_field in words]
        weighted = (
            stem for field, of_field in zip(read, stems, strict=True) for stem in of_field * field.weight
        )
        prose = (" ".join(of_field) for field, of_field in zip(read, stems, strict=True) if field.prose)
        return cls(
            text=tuple(field.text for field in read),
            stems=tuple(weighted),
            prose=f" {' . '.join(filter(None, prose))} ",
            specs=" ".join(
                stem for v in document.specs.values() if isinstance(v, str) for stem in analyser.stems(v)
            ),
            words=tuple({word for of_field in words for word in of_field}),
        )
