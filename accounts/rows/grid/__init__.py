"""The grid: the values that rows lack, typed for many rows in one table and saved together."""
