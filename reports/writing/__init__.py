"""Writing a report: the desk, the texts of sections and annexes, the head, the criteria."""
