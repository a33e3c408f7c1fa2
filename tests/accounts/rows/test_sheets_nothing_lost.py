"""Every character of a sheet's cells stands in a value or is named."""

from hypothesis import given
from hypothesis import strategies as st

from tests.account import accounts_for_characters
from tests.accounts.rows.random_sheets import RandomSheet, lost_in


@accounts_for_characters
@given(st.integers(min_value=0, max_value=2**40))
def test_what_is_not_in_a_value_is_named(seed):
    assert list(lost_in(RandomSheet(seed))) == []
