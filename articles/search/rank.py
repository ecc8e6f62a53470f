"""How search ranks: numbers and nothing else. ``manage.py evaluate_search`` measures a change.

A match of one word counts its rarity times the best of the places below; freshness and the whole
title come on top. A word's rarity is log(1 + N/n): 1 of 1,000 texts counts 6.9, 1 of 2 counts 1.1.
"""

# Where a word matches, and how closely. The title says what a story is about.
TITLE_EXACT = 3.0  # the very word, in the title
TITLE_STEM = 2.7  # another form of it: وزير for الوزير
TITLE_KIN = 2.4  # its broken plural, a house spelling, another name of the same thing
TITLE_NEAR = 1.8  # a word one slip away
LEAD_STEM = 1.5  # in the lead or, without one, the first lines
TEXT_EXACT = 1.0
TEXT_STEM = 0.8
TEXT_KIN = 0.7
TEXT_NEAR = 0.4
TEXT_AGAIN = 0.5  # on top: the very word in the text, wherever else it stands

# On top of the words.
WHOLE_TITLE = 1_000.0  # the query is the title: nothing may stand above it
TITLE_PHRASE = 4.0  # its words stand one after the other in the title
TEXT_PHRASE = 2.0  # or in the text
FRESHNESS = 1.5  # a text of today; half of it after FRESH_DAYS, a quarter after twice that
FRESH_DAYS = 90

# Rarity of a word one slip away: as if it were this rare, so that slips into common words do not
# win.
NEAR_RARITY = 4.0

# How much is looked at. Time grows with these and not with the archive.
CANDIDATES = 1_500  # texts ranked by their heads
LOOSE_CANDIDATES = 400  # the same, of texts that lack a word
PHRASE_CANDIDATES = 400  # the same with words in quotation marks, which are read out of line
PLENTY_OF_PHRASES = 40  # with so many of them nobody looks further back …
PHRASE_STEPS = 2  # … nor after two steps, each to eight times as many texts with all the words
REFINED = 100  # of these, the best that are ranked again by their whole text
SHOWN = 200  # results that a reader can page through
ENOUGH = 10  # with so many results of all words nobody asks for less
FEW = 3  # with fewer a slip is probable, and another word may be offered
GUESSES = 4  # so many words, or readings of another keyboard, are tried …
TIMES_MORE = 10  # … and that word offered which finds so many times the texts, if any were found
NEAR_WORDS = 10  # words one slip away that stand for one word …
NEAR_STEMS = 4  # … and of so many of them every form
# A word in so large a part of all texts tells nothing: texts without it are found as well.
TOO_COMMON = 0.3
# Words are not independent: each further one is believed to cut less than it says.
DAMPING = (1.0, 0.5, 0.25, 0.125)
