"""Arabic as a language: rules about letters, words, dates and pages. No Django, no database."""
