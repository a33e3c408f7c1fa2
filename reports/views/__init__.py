"""Split by reader, as permissions split: what everyone of a department may read, then what some may do."""
