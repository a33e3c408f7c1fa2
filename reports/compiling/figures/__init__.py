"""Figures inside the texts of a report, like `[[số cuộc: tháng 6]]`: their names, their marks, what they print."""
