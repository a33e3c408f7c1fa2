"""Many proposed replacements in the texts of a report and its rows, carried out and undone together."""
