"""A file that cannot be read as a list."""


class UnreadableSheet(ValueError):
    """Says in one text for people what is wrong with the file and what to do."""
