"""The figures of a province: added up from accepted reports, led back to bodies and rows, taken along as files."""
