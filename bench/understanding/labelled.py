"""Files of labelled texts, as people keep them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.common.running import CannotRun

TEXT_COLUMNS = ("sentence", "text", "utterance", "query", "question", "message", "example")
LABEL_COLUMNS = ("label", "intent", "category", "class", "target")
DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Labelled:
    """Texts and their labels (`texts[i]` has `labels[i]`), and what was noticed in reading them, a sentence each."""

    name: str
    texts: tuple[str, ...]
    labels: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def without(self, label: str | None) -> Labelled:
        """The rows of all other labels."""
        kept = [row for row, each in enumerate(self.labels) if each != label]
        return self.rows(kept)

    def distinct(self) -> Labelled:
        """Each text with one label once, as Rasa learns them."""
        first = dict.fromkeys(zip(self.texts, self.labels, strict=True))
        left_out = len(self.texts) - len(first)
        notes = (f"{self.name}: {left_out} rows stand there more than once.",) if left_out else ()
        texts, labels = zip(*first, strict=True) if first else ((), ())
        return Labelled(self.name, texts, labels, (*self.notes, *notes))

    def rows(self, rows: Sequence[int]) -> Labelled:
        """These rows, in this order."""
        return replace(
            self, texts=tuple(self.texts[r] for r in rows), labels=tuple(self.labels[r] for r in rows)
        )


def read(path: Path) -> Labelled:
    """Read a file of two columns or more with a head row (`sentence,label`, `text,category` …).

    Delimited by comma, semicolon, tab or bar; in UTF-8, in UTF-16 with its byte order mark, or else taken for
    Windows-1252. Rows without a text or a label are left out and counted in `notes`.

    Raises:
        CannotRun: the file can't be read, is no such table, or has no rows.
    """
    text, notes = _decoded(path)
    head = text.partition("\n")[0]
    if "\x00" in text:
        raise CannotRun(f"{path} is no text: it contains zero bytes.")
    delimiter = max(DELIMITERS, key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise CannotRun(f"{path} is no table of texts and labels: {error}.") from error
    of_text, of_label = _columns(path, rows[0] if rows else [])
    filled = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    whole = [row for row in filled if len(row) > max(of_text, of_label)]
    pairs = [(row[of_text].strip(), row[of_label].strip()) for row in whole]
    good = [(sentence, label) for sentence, label in pairs if sentence and label]
    if not good:
        raise CannotRun(f"{path} has no row with both a text and a label.")
    if left_out := len(filled) - len(good):
        notes.append(f"{path.name}: {left_out} rows have no text or no label and are left out.")
    texts, labels = zip(*good, strict=True)
    return Labelled(path.name, texts, labels, tuple(notes))


def read_training(path: Path, oos: str | None) -> Labelled:
    """The distinct rows to train on, without those of the out-of-scope label.

    Raises:
        CannotRun: as `read`, or there are no two labels to tell apart.
    """
    train = read(path).distinct()
    kept = train.without(oos)
    if left_out := len(train.texts) - len(kept.texts):
        note = f"{path.name}: {left_out} rows are labelled {oos} and not trained on."
        kept = replace(kept, notes=(*kept.notes, note))
    counts = Counter(kept.labels)
    if len(counts) < 2:
        raise CannotRun(
            f"{path} has only the label {next(iter(counts), oos)}: there is nothing to tell apart."
        )
    return kept


def _decoded(path: Path) -> tuple[str, list[str]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotRun(f"{path} can't be read: {error.strerror}.") from error
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        # Spreadsheets in Western Europe save so; five bytes that it has no character for become "�".
        note = f"{path.name}: it is not valid {encoding.removesuffix('-sig').upper()} and was read as Windows-1252."
        return data.decode("cp1252", errors="replace"), [note]


def _columns(path: Path, head: Sequence[str]) -> tuple[int, int]:
    """Where the text and the label stand; of two columns it is enough that one has a known name."""
    names = [name.strip().lower() for name in head]
    of_text = next((names.index(known) for known in TEXT_COLUMNS if known in names), None)
    of_label = next((names.index(known) for known in LABEL_COLUMNS if known in names), None)
    if len(names) == 2 and of_text is None and of_label is not None:
        of_text = 1 - of_label
    if len(names) == 2 and of_label is None and of_text is not None:
        of_label = 1 - of_text
    if of_text is None or of_label is None:
        raise CannotRun(
            f"{path} needs a head row with a column of texts ({', '.join(TEXT_COLUMNS)}) and one of labels "
            f"({', '.join(LABEL_COLUMNS)}); it has {', '.join(head) or 'nothing'}."
        )
    return of_text, of_label
