"""Words that were taken over stand in a text where they are whole words of it."""

from reports.received.taken_over import Remaining, remaining

FEW = "2 lớp tập huấn (Sở Y tế)."


def test_a_number_does_not_stand_in_a_longer_one():
    assert remaining(FEW, "Đã mở 12 lớp tập huấn (Sở Y tế).") is not Remaining.KEPT


def test_words_stand_behind_marks_and_at_the_start():
    assert remaining(FEW, f"Cả tỉnh:\n- ({FEW}") is Remaining.KEPT
    assert remaining(FEW, FEW.upper()) is Remaining.KEPT
