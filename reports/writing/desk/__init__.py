"""The department's desk: where its report stands, what is left to do, what comes next; pages think no further."""

from reports.writing.desk.beginning import Beginning, PeriodLink, beginning_of, periods_of
from reports.writing.desk.desk import Desk, desk_of

__all__ = ["Beginning", "Desk", "PeriodLink", "beginning_of", "desk_of", "periods_of"]
