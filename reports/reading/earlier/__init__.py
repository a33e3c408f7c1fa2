"""An earlier report uploaded on a page: kept as it came, reviewed beside its source, saved whole, taken back."""
