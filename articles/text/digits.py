"""Write numbers with Western digits. It changes digits and their separators, nothing else."""

_WESTERN = {
    **{0x0660 + digit: str(digit) for digit in range(10)},
    **{0x06F0 + digit: str(digit) for digit in range(10)},
    0x066B: ".",
    0x066C: ",",
}


def western(text):
    """Write Arabic and Persian digits as 0-9: ``western("١٢٫٥")`` is ``"12.5"``."""
    return text.translate(_WESTERN)
