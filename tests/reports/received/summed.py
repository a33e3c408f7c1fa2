"""What the database itself sums up of the accepted figures of a receiver (its pk), a year and a form (its pk).

Money is summed up in the unit of the column; all else that has another unit is left out.
"""

MONEY = "CASE {} WHEN 'đồng' THEN 1 WHEN 'nghìn đồng' THEN 1000 WHEN 'triệu đồng' THEN 1000000 END"
FROM, TO = MONEY.format("figure.unit"), MONEY.format("col.unit")
ADDED = f"""
    CASE WHEN figure.unit IN ('', col.unit) OR col.unit = '' THEN {{0}}
         WHEN (COALESCE(figure.actual, 0) * {FROM}) %% {TO} = 0 AND (COALESCE(figure.estimate, 0) * {FROM}) %% {TO} = 0
         THEN {{0}} * {FROM} / {TO} END
"""
SUMS = f"""
    SELECT figure.code, SUM({ADDED.format("figure.actual")}), SUM({ADDED.format("figure.estimate")})
    FROM reports_submittedfigure figure
    JOIN reports_submission submission ON submission.id = figure.submission_id
    JOIN reports_report report ON report.id = submission.report_id
    JOIN accounts_organisation body ON body.id = report.organisation_id
    JOIN reports_outcome outcome ON outcome.submission_id = submission.id
    JOIN reports_indicator col ON col.code = figure.code
    WHERE body.reports_to_id = %s AND report.reporting_year = %s AND col.indicator_set_id = %s
        AND outcome.kind = 'accepted'
    GROUP BY figure.code
"""
