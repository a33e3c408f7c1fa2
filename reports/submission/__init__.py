"""Submitting a report: the check before, the verbs, the frozen files, their pages."""
