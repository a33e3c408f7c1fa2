"""Papers uploaded one or many at a time: read in the background, reviewed as a list, saved together."""
