"""Several departments, people or divisions at once: a pasted table or a sheet, reviewed, then saved together."""
