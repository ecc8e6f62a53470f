"""`make audit`: the reader's site, served as in production, before the judges of the trade.

pages.py says what is judged, site.py serves it, each judge is a module of its name, tools.py holds
what npm brings.
"""
