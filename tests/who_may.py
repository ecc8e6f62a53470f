"""Who may do what, written down by hand: what the table of moves must come to."""

from articles.states import (
    ADMINISTRATOR,
    COPY_EDITOR,
    DESK_EDITOR,
    MANAGING_EDITOR,
    PICTURE_EDITOR,
    REPORTER,
)

LETTERS = {
    "R": REPORTER,
    "C": COPY_EDITOR,
    "P": PICTURE_EDITOR,
    "D": DESK_EDITOR,
    "M": MANAGING_EDITOR,
    "A": ADMINISTRATOR,
}
# Who may do what with a colleague's story of one's own desk. Written by hand: a change of the table
# that changes this is a change of how the newsroom works.
OTHERS_STORY = """
    draft      submit      R C P D M A
    draft      publish     M A
    draft      spike       D M A
    review     recall      A
    review     return      D M A
    review     approve     D M A
    review     publish     D M A
    review     spike       D M A
    language   return      C D M A
    language   pass        C M A
    language   publish     D M A
    language   spike       D M A
    ready      return      D M A
    ready      schedule    D M A
    ready      publish     D M A
    ready      spike       D M A
    scheduled  schedule    D M A
    scheduled  unschedule  D M A
    scheduled  publish     D M A
    published  submit      R C P D M A
    published  schedule    D M A
    published  publish     D M A
    published  drop        D M A
    published  withdraw    M A
    withdrawn  publish     M A
    withdrawn  reopen      D M A
    spiked     revive      D M A
"""
# The same with a story of one's own: more to take back, less to approve.
OWN_STORY = """
    draft      submit      R C P D M A
    draft      publish     M A
    draft      spike       R C P D M A
    review     recall      R C P D M A
    review     return      D M A
    review     approve     M A
    review     publish     M A
    review     spike       D M A
    language   return      C D M A
    language   pass        M A
    language   publish     M A
    language   spike       D M A
    ready      return      D M A
    ready      schedule    M A
    ready      publish     M A
    ready      spike       D M A
    scheduled  schedule    M A
    scheduled  unschedule  D M A
    scheduled  publish     M A
    published  submit      R C P D M A
    published  schedule    M A
    published  publish     M A
    published  drop        D M A
    published  withdraw    M A
    withdrawn  publish     M A
    withdrawn  reopen      D M A
    spiked     revive      R C P D M A
"""
# Who may change the text of a colleague's story, and of one's own.
WRITING = """
    draft      R C P D M A    R C P D M A
    review     C P D M A      C P D M A
    language   C P D M A      C P D M A
    ready      C P D M A      C P D M A
    scheduled  D M A          M A
    published  R C P D M A    R C P D M A
    withdrawn  D M A          D M A
    spiked     A              A
"""


def table(text):
    """Read a table above as {(state, move): set of roles}."""
    rows = (line.split() for line in text.strip().splitlines())
    return {(state, move): {LETTERS[one] for one in who} for state, move, *who in rows}
