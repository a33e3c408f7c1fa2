"""Every character of a sheet's cells stands in a value or is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.accounts.rows.random_sheets import RandomSheet, lost_in


@pytest.mark.account
@given(st.integers(min_value=0, max_value=2**40))
def test_what_is_not_in_a_value_is_named(seed):
    assert list(lost_in(RandomSheet(seed))) == []
