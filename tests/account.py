"""How the tests of the account of characters are run: on a few random inputs, on 10,000 by script/account."""

import os

import pytest
from hypothesis import HealthCheck, settings

INPUTS = int(os.environ.get("ACCOUNT_INPUTS", "0"))


def accounts_for_characters(test):
    """Mark a property test, above its `@given`, as one that script/account runs on many more inputs."""
    if INPUTS:
        slow = [HealthCheck.too_slow]
        many = settings(max_examples=INPUTS, derandomize=False, deadline=None, suppress_health_check=slow)
        return pytest.mark.account(many(test))
    return pytest.mark.account(settings(max_examples=20)(test))
