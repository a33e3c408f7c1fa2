"""Every character of a sheet's cells stands in a value or is named."""

import pytest

from tests.accounts.rows.random_sheets import RandomSheet, lost_in


@pytest.mark.parametrize("first", range(0, 60, 30))
def test_what_is_not_in_a_value_is_named(first):
    lost = {seed: found for seed in range(first, first + 30) if (found := list(lost_in(RandomSheet(seed))))}
    assert lost == {}
