"""Makes the tests quick enough to be run on each mutant: pytest -p tests.mutation, as script/mutate does."""

import shutil
import sys
from functools import _lru_cache_wrapper
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from mutmut.state import state

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


def pytest_sessionstart():
    """Forget what was kept without the mutant."""
    modules = [module for name, module in sys.modules.items() if name.startswith("reports.")]
    for value in [value for module in modules for value in vars(module).values()]:
        if isinstance(value, _lru_cache_wrapper):
            value.cache_clear()


def pytest_collection_modifyitems(items):
    """Put the quickest tests first, by the time that each took without a mutant: the first to fail is the last run."""
    items.sort(key=lambda item: state().duration_by_test.get(item.nodeid, 0))


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings):
    """Give each mutant a copy of the migrated database in place of one to migrate."""
    shutil.copy(MIGRATED, settings.DATABASES["default"]["TEST"]["NAME"])
    return True
