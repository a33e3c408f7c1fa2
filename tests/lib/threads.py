"""Work that no test can do in its own thread, where a browser's event loop may be running since an earlier test."""

from concurrent.futures import ThreadPoolExecutor


def in_another_thread(work, *arguments, **named):
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work, *arguments, **named).result()
