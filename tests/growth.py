"""How the time of work grows with the length of a text, whatever machine it is measured on."""

from time import process_time


def growth(work, text_of, size):
    """Return how many times as long the work takes on a text of 16 times the size: 16 if linear, 256 if quadratic.

    `text_of` makes a text of a size. The quickest of three tries counts.
    """
    return max(_seconds(work, text_of(16 * size)), 1e-3) / max(_seconds(work, text_of(size)), 1e-3)


def _seconds(work, text):
    return min(_once(work, text) for _ in range(3))


def _once(work, text):
    started = process_time()
    work(text)
    return process_time() - started
