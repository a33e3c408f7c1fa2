"""What the database itself sums up of the accepted figures of a receiver (its pk) and a year."""

SUMS = """
    SELECT figure.code, SUM(figure.actual), SUM(figure.estimate)
    FROM reports_submittedfigure figure
    JOIN reports_submission submission ON submission.id = figure.submission_id
    JOIN reports_report report ON report.id = submission.report_id
    JOIN accounts_organisation body ON body.id = report.organisation_id
    JOIN reports_outcome outcome ON outcome.submission_id = submission.id
    WHERE body.reports_to_id = %s AND report.reporting_year = %s AND outcome.kind = 'accepted'
    GROUP BY figure.code
"""
