"""The description of an event, with and without the punctuation that connects it to the date before it."""

import re

HAS_A_SIGN = re.compile(r"[,:;.]")
SIGN_BEFORE = re.compile(r"^[:,] ")
FOLLOWS_A_COMMA = re.compile(r"phối hợp(?!\w)")
FOLLOWS_A_SPACE = re.compile(r"[^\W\d_]|[-–—(“\"]")


def connected(text: str) -> str:
    """Return a description with the punctuation that connects it to the date before it.

    >>> connected("Hỗ trợ 12 xã"), connected("nhằm nâng cao nhận thức"), connected(", có lãnh đạo Sở")
    (': Hỗ trợ 12 xã', ' nhằm nâng cao nhận thức', ', có lãnh đạo Sở')
    >>> connected("phối hợp cùng Hội Nông dân")
    ', phối hợp cùng Hội Nông dân'
    """
    if not text or HAS_A_SIGN.match(text):
        return text
    if FOLLOWS_A_COMMA.match(text):
        return f", {text}"
    is_word_of_sentence = FOLLOWS_A_SPACE.match(text) and not text[0].isupper()
    return f" {text}" if is_word_of_sentence else f": {text}"


def unconnected(description: str) -> str:
    """Return a stored description without its leading punctuation, if `connected` would add the same again."""
    bare = (SIGN_BEFORE.sub("", description), description.strip())
    return next((text for text in bare if connected(text) == description), description)
