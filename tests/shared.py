"""Reach the sample material beside the checkout, for tests only. Never copies it."""

import os
import unittest
from pathlib import Path

from django.conf import settings
from django.test import tag

from newsroom import env

FOLDER = env.path("NEWSROOM_SHARED", Path(settings.BASE_DIR).parent / "shared")


def shared(test):
    """Mark a test, or a class of them, that reads the sample material.

    Without the folder it is skipped and says so; CI has the folder, so there it fails instead.

        @shared
        def test_the_seed_is_read_whole(self):
            text = shared_file("seed/000_53785b917c2feb6c.txt").read_text("utf-8")
    """
    marked = tag("shared")(test)
    if FOLDER.is_dir() or os.environ.get("CI") == "true":
        return marked
    return unittest.skip(f"no sample material at {FOLDER}; set NEWSROOM_SHARED")(marked)


def shared_file(name):
    """Return the path of one file of the sample material, which must be there."""
    path = FOLDER / name
    if not path.exists():
        raise FileNotFoundError(f"the sample material lacks {name}: looked in {FOLDER}")
    return path
