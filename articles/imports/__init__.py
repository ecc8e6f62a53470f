"""The way in: outside pages become drafts. Readers know no model; only ``store`` touches one.

detect (bytes) → formats (which reader) → IncomingItem (plain values) → store (workflow)
"""
