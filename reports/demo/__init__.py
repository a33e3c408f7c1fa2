"""The demo: a year of work with the facts of a real report of 2024, in the project's own words."""
