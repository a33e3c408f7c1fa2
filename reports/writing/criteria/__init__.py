"""The assessments of a report's criteria."""
