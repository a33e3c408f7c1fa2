"""Lists that are pasted or uploaded as a sheet: read line by line, reviewed, saved together."""
