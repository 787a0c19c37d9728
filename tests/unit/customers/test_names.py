"""People write names in many ways; each of these is judged as a person would."""

from __future__ import annotations

import pytest

from actions.customers.names import same_person_name


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("Ann Becker", "Ann", "Becker"),
        ("  ann   BECKER ", "Ann", "Becker"),
        ("Becker, Ann", "Ann", "Becker"),
        ("Ann Marie Becker", "Ann", "Becker"),
        ("Ann Becker", "Ann Marie", "Becker"),
        ("Dr. Ann Becker", "Ann", "Becker"),
        ("Jose Garcia Lopez", "José", "García López"),
        ("Søren Ørsted", "Soren", "Orsted"),
        ("Łukasz Wróbel", "Lukasz", "Wrobel"),
        ("Strauss Johann", "Johann", "Strauß"),
        ("Mary-Jane O'Neil", "Mary Jane", "O'Neil"),
        ("王 芳", "芳", "王"),
    ],
)
def test_the_same_person(given: str, first: str, last: str) -> None:
    assert same_person_name(given, first, last)


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("Ann", "Ann", "Becker"),
        ("Becker", "Ann", "Becker"),
        ("Anna Becker", "Ann", "Becker"),
        ("Ann Beck", "Ann", "Becker"),
        ("Ann Bob Carl Dora Becker", "Ann", "Becker"),
        ("Jose Garcia", "José", "García López"),
        ("", "Ann", "Becker"),
        ("?!", "", ""),
        ("", "", ""),
    ],
)
def test_somebody_else(given: str, first: str, last: str) -> None:
    assert not same_person_name(given, first, last)
