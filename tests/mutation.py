"""Makes the tests quick enough to be run on each mutant: pytest -p tests.mutation, as script/mutate does."""

import shutil
import sys
from collections import defaultdict
from functools import _lru_cache_wrapper
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from mutmut.state import state

from pbgdpl.lib.times_new_roman import BOLD, ITALIC, REGULAR

# The letters that a face knows before it remembers more.
FACES = [(face, dict(face)) for face in (REGULAR, BOLD, ITALIC)]
# Migrated once by script/mutate.
MIGRATED = Path("var/pbgdpl.sqlite3")

hypothesis.settings.register_profile(
    "mutation",
    derandomize=True,
    deadline=None,
    max_examples=30,
    # That a mutant fails is all that is asked; the smallest example is not.
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
)


def pytest_configure():
    hypothesis.settings.load_profile("mutation")


def pytest_collection_modifyitems(items):
    """Put the quickest tests first, by the time that each took without a mutant."""
    items.sort(key=lambda item: state().duration_by_test.get(item.nodeid, 0))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup():
    """Forget what functions returned before, so that each test calls all that it depends on."""
    modules = [module for name, module in sys.modules.items() if name.startswith("reports.")]
    for value in [value for module in modules for value in vars(module).values()]:
        if isinstance(value, _lru_cache_wrapper):
            value.cache_clear()
    for face, known in FACES:
        face.clear()
        face.update(known)


def pytest_sessionfinish(session):
    """Count a function that a fixture of a module calls among those that every test with the fixture covers.

    Mutmut only saw the test before which the fixture was set up.
    """
    sharing = defaultdict(set)
    for item in session.items:
        for fixtures in item._fixtureinfo.name2fixturedefs.values():
            if fixtures[-1].scope == "module":
                sharing[fixtures[-1]].add(item.nodeid)
    for tests in state().tests_by_mangled_function_name.values():
        tests.update(*(together for together in sharing.values() if together & tests))


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings):
    """Give each mutant a copy of the migrated database in place of one to migrate."""
    shutil.copy(MIGRATED, settings.DATABASES["default"]["TEST"]["NAME"])
    return True
