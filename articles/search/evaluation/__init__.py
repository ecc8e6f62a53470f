"""Measure search on a corpus of texts and queries, in a schema of its own beside the newsroom's."""
