"""The years that a text names, and what each becomes when the text is carried into another year's report."""

from reports.year_mentions.context import Meaning, Mention, Spot
from reports.year_mentions.left_over import left_over
from reports.year_mentions.marks import YearMark, moved, year_marks
from reports.year_mentions.meanings import mentions_in

__all__ = ["Meaning", "Mention", "Spot", "YearMark", "left_over", "mentions_in", "moved", "year_marks"]
