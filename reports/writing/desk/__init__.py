"""The department's desk: the status of its report, what is left to do, and the next step."""

from reports.writing.desk.beginning import Beginning, PeriodLink, beginning_of, periods_of
from reports.writing.desk.desk import Desk, desk_of

__all__ = ["Beginning", "Desk", "PeriodLink", "beginning_of", "desk_of", "periods_of"]
