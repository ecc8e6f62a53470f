"""What a command may safely write to a terminal. Writes nothing itself."""

import unicodedata


def printable(text):
    """One line without control characters: names of files and words of pages are others' work."""
    return "".join(
        "?" if unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs") else letter
        for letter in str(text)
    )


def first_line(error):
    return printable((str(error).splitlines() or [type(error).__name__])[0])


def make_printable(*streams):
    """Let a terminal without Arabic letters show their numbers instead of stopping the import."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace", line_buffering=True)
