"""The figures of a report: counted from the rows of the body, settled by people, judged by the rules of their form."""
