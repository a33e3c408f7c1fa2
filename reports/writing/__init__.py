"""What a section is written with: the verbs that save it, what stands beside it, the texts before it."""
