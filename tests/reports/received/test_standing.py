"""Words that were taken over stand in a text where they are whole words of it."""

from reports.received.taken_over import Standing, standing

FEW = "2 lớp tập huấn (Sở Y tế)."


def test_a_number_does_not_stand_in_a_longer_one():
    assert standing(FEW, "Đã mở 12 lớp tập huấn (Sở Y tế).") is not Standing.KEPT


def test_words_stand_behind_marks_and_at_the_start():
    assert standing(FEW, f"Cả tỉnh:\n- ({FEW}") is Standing.KEPT
    assert standing(FEW, FEW.upper()) is Standing.KEPT
