"""What training made, and whether it is still what training made: `models/manifest.json`.

Both programs use this module, so it keeps to the standard library and Python 3.10.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

MANIFEST = "manifest.json"
VERSION = 1
MEND = "run `make train` to make it anew"


class ArtefactError(Exception):
    """An artefact is missing, broken or not what the manifest says; the message says how to mend it."""


@dataclass(frozen=True)
class Entry:
    """What the manifest knows of one artefact.

    `files` maps a path relative to the models folder to its SHA-256; `inputs` is one hash over everything
    that the artefact was made from; `settings` are the values that shaped it.
    """

    files: Mapping[str, str]
    inputs: str
    settings: Mapping[str, object] = field(default_factory=dict)


class Manifest:
    """`manifest.json` of one models folder. Several artefacts may be recorded by programs one after
    another."""

    def __init__(self, folder: Path, entries: Mapping[str, Entry]) -> None:
        self.folder = folder
        self.entries = dict(entries)

    @classmethod
    def load(cls, folder: str | Path) -> Manifest:
        """The manifest of `folder`, empty where there is none yet; ArtefactError where it cannot be read."""
        folder = Path(folder)
        path = folder / MANIFEST
        if not path.exists():
            return cls(folder, {})
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
            if document["version"] != VERSION:
                raise ValueError(f"version {document['version']}")
            entries = {name: Entry(**entry) for name, entry in document["artefacts"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ArtefactError(f"{path} can't be read ({error}): delete it and {MEND}.") from error
        return cls(folder, entries)

    def is_current(self, name: str, inputs: str) -> bool:
        """Whether artefact `name` was made from these inputs and its files are intact."""
        entry = self.entries.get(name)
        return entry is not None and entry.inputs == inputs and self._problem(entry) is None

    def record(
        self, name: str, paths: Iterable[Path], inputs: str, settings: Mapping[str, object] | None = None
    ) -> None:
        """Note that `name` consists of `paths` (files or folders in the models folder), and write the
        manifest."""
        files = {str(path.relative_to(self.folder)): file_hash(path) for path in _files(paths)}
        if not files:
            raise ArtefactError(f"{name} has no files in {self.folder}: {MEND}.")
        self.entries[name] = Entry(files, inputs, dict(settings or {}))
        document = {
            "version": VERSION,
            "artefacts": {name: asdict(entry) for name, entry in sorted(self.entries.items())},
        }
        write_text(self.folder / MANIFEST, json.dumps(document, indent=1, sort_keys=True) + "\n")

    def verify(self, name: str) -> None:
        """ArtefactError unless every file of `name` is there with the recorded content."""
        entry = self.entries.get(name)
        problem = f"{self.folder / MANIFEST} has no {name}" if entry is None else self._problem(entry)
        if problem is not None:
            raise ArtefactError(f"The artefact {name} can't be used, {problem}: {MEND}.")

    def _problem(self, entry: Entry) -> str | None:
        for name, digest in entry.files.items():
            path = self.folder / name
            if not path.is_file():
                return f"{path} is missing"
            if file_hash(path) != digest:
                return f"{path} has changed since it was made"
        return None


def verify(folder: str | Path, name: str) -> None:
    """ArtefactError unless artefact `name` in the models folder is what its manifest says."""
    Manifest.load(folder).verify(name)


def file_hash(path: Path) -> str:
    """SHA-256 of a file's content, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def inputs_hash(paths: Iterable[Path] = (), settings: Mapping[str, object] | None = None) -> str:
    """One hash over the names and contents of files (folders: of all files in them) and JSON-able settings.

    A path that does not exist counts as such, so that its appearance changes the hash.
    """
    digest = hashlib.sha256()
    for root in paths:
        if not root.exists():
            digest.update(f"{root.name} is absent\0".encode())
        for path in _files([root]):
            name = path.relative_to(root) if root.is_dir() else path.name
            digest.update(f"{root.name}/{name}\0{file_hash(path)}\0".encode())
    digest.update(json.dumps(settings or {}, sort_keys=True).encode())
    return digest.hexdigest()


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step: a reader sees the old text or the new, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextmanager
def replaced_folder(folder: str | Path) -> Iterator[Path]:
    """An empty folder to fill, which takes the place of `folder` at the end; after an error the old one
    stays."""
    folder = Path(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    fresh.chmod(0o755)
    old = fresh.with_name(f"{fresh.name}.old")
    try:
        yield fresh
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    finally:
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)


def _files(paths: Iterable[Path]) -> list[Path]:
    """The files among the paths and in the folders among them, each folder's in order."""
    candidates = (file for path in paths for file in ([path] if path.is_file() else sorted(path.rglob("*"))))
    return [file for file in candidates if file.is_file()]
