"""A year of work to look at: the facts of a real report of 2024, told in the project's own words."""
