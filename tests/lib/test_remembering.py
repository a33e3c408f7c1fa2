"""Results of pure functions are kept by their arguments, in a bounded memory."""

import pytest

from pbgdpl.lib import remembering
from pbgdpl.lib.remembering import EACH, Generations, all_remembered, made_last, remembered


@pytest.fixture
def asked():
    """Return the list of the arguments with which the functions below have computed a result."""
    return []


def test_a_result_is_computed_once_for_each_text(asked):
    @all_remembered
    def words(text):
        """Yield the words of a text."""
        asked.append(text)
        yield from text.split()

    assert [words("Kế hoạch"), words("Công văn"), words("Kế " + "hoạch")] == [
        ("Kế", "hoạch"),
        ("Công", "văn"),
        ("Kế", "hoạch"),
    ]
    assert asked == ["Kế hoạch", "Công văn"]
    assert (words.__name__, words.__doc__) == ("words", "Yield the words of a text.")


def test_named_arguments_are_no_others(asked):
    @remembered
    def year(text, *, to=0, of=0):
        asked.append(text)
        return text, to, of

    assert [year("a", to=1), year("a", of=1), year("a"), year("a", to=1)] == [
        ("a", 1, 0),
        ("a", 0, 1),
        ("a", 0, 0),
        ("a", 1, 0),
    ]
    assert len(asked) == 3


def test_a_refused_text_is_refused_again():
    @remembered
    def number(text):
        return int(text)

    for _ in range(2):
        with pytest.raises(ValueError, match="invalid literal"):
            number("năm")


def test_what_is_kept_is_bounded_and_what_was_asked_last_stays():
    kept = Generations(most=3 * (EACH + 10))
    for number in range(7):
        kept.keep(number, "x", 10)
    assert (sorted(kept.older), sorted(kept.newer)) == ([3, 4, 5], [6])
    kept.keep("dài", "x", 4 * EACH)  # longer than a generation
    assert (sorted(kept.older), sorted(kept.newer)) == ([3, 4, 5], [6])


def test_what_is_asked_for_stays_with_its_size():
    kept = Generations(most=2 * (EACH + 10))
    kept.keep("cũ", "x", 10)
    for number in range(5):
        kept.keep(number, "y", 10)
        assert kept.find("cũ") == "x"
    assert kept.find(0) is None


def test_what_was_made_last_is_made_again_of_other_values_alone(monkeypatch):
    monkeypatch.setattr(remembering, "of_provinces", Generations(1_000))
    seen = []

    def made(*values, key="a"):
        def make(last):
            seen.append(last)
            return sum(values)

        return made_last((key,), values, make, lambda result: 10)

    assert [made(1, 2), made(1, 2), made(1, 3), made(1, 2, key="b"), made(1, 3)] == [3, 3, 4, 3, 4]
    assert seen == [None, ((1, 2), 3), None]
