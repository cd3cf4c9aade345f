"""Values keep their shape without a rule pack; what has none is refused before it is stored."""

import errno
import sqlite3

import pytest

from desktop.cases.decisions import Step
from desktop.cases.periods import PartialDate
from desktop.store import problems
from desktop.store.problems import DiskFull, NotThere, NotWritable, WriteFailed, from_database, from_os
from desktop.store.values import from_plain, to_plain


def test_a_list_of_one_kind_names_it():
    assert to_plain(("a", "b")) == ("list:text", ["a", "b"])
    assert to_plain(()) == ("list:", [])
    assert from_plain("list:list:text", [["a"], []]) == (("a",), ())


@pytest.mark.parametrize("value", [1.5, None, object(), ["a"], {"a": 1}, ("a", 1)])
def test_what_has_no_shape_is_refused(value):
    with pytest.raises(TypeError):
        to_plain(value)


def test_a_record_that_could_not_be_read_again_is_refused():
    with pytest.raises(ValueError):
        to_plain(Step(PartialDate.parse("2026"), "  with spaces around  "))


@pytest.mark.parametrize("shape", ["later", "record:later", "list:later", ""])
def test_an_unknown_shape_is_refused(shape):
    with pytest.raises(ValueError):
        from_plain(shape, ["x"])


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, NotWritable),
        (errno.EROFS, NotWritable),
        (errno.ENOENT, NotThere),
        (errno.ENAMETOOLONG, NotThere),
        (errno.EIO, WriteFailed),
        (errno.EMFILE, WriteFailed),
    ],
)
def test_failures_of_the_system_are_told(number, problem):
    assert type(from_os(OSError(number, "x"), "Büro.akte")) is problem


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("FULL", problems.DiskFull),
        ("IOERR_FSYNC", problems.WriteFailed),
        ("READONLY_DBMOVED", problems.NotWritable),
        ("CANTOPEN", problems.NotWritable),
        ("CORRUPT_INDEX", problems.Damaged),
        ("NOTADB", problems.Damaged),
        ("BUSY_RECOVERY", problems.InUse),
        ("CONSTRAINT_CHECK", problems.NotPossibleNow),
        ("ERROR", None),
        ("MISUSE", None),
    ],
)
def test_failures_of_the_database_are_told_and_faults_of_ours_are_not(code, problem):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = f"SQLITE_{code}"
    found = from_database(error, "Büro.akte")
    assert found is None if problem is None else type(found) is problem
