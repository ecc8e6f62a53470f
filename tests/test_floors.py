"""Imports only go down: a module of `articles` imports floors below its own, or its own room."""

import ast
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase

FLOORS = (
    ("text", "states", "tasks", "clock"),
    ("models", "migrations", "translation"),
    (
        "addresses", "differences", "editions", "presence", "readership", "recognition", "related",
        "renditions", "revisions", "roles", "search", "turns", "workers",
    ),
    ("workflow", "merging", "board", "front"),
    ("publishing", "imports"),
    ("admin", "views", "templatetags", "management", "demo", "urls", "checks", "apps", "periodic"),
)  # fmt: skip
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# Rooms of the top floor that may stand on another of that floor, each for a reason.
NEIGHBOURS = {
    ("urls", "views"),  # addresses name the views they lead to
    ("management", "demo"),  # commands are the doors of the demo
    ("management", "periodic"),  # the worker's clock reads the table of periodic tasks
    ("checks", "apps"),
    ("apps", "checks"),  # Django's own registration of checks
    ("translation", "models"),
    ("migrations", "models"),
}
ROOT = Path(settings.BASE_DIR)


def room_of(path):
    """The room of a module file: its folder below `articles`, or its own name."""
    inside = path.relative_to(ROOT / "articles")
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported_rooms(path):
    """Every room of `articles` (or "newsroom") that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide the floor"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "newsroom":
                yield "newsroom"
            elif parts[0] == "articles" and len(parts) > 1:
                yield parts[1]


def modules():
    return [path for path in (ROOT / "articles").rglob("*.py") if room_of(path) != "__init__"]


class FloorTests(SimpleTestCase):
    def test_every_module_has_a_floor(self):
        self.assertEqual([p for p in modules() if room_of(p) not in FLOOR_OF], [])

    def test_imports_go_down_or_stay_in_their_room(self):
        wrong = []
        for path in modules():
            room = room_of(path)
            for other in imported_rooms(path):
                if other == room or (room, other) in NEIGHBOURS:
                    continue
                if other == "newsroom" or FLOOR_OF[other] >= FLOOR_OF[room]:
                    wrong.append(f"{path.relative_to(ROOT)} imports {other}")
        self.assertEqual(wrong, [])

    def test_text_knows_nothing_of_django(self):
        wrong = []
        for path in (ROOT / "articles" / "text").rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django"):
                    wrong.append(path.name)
        self.assertEqual(wrong, [])

    def test_readers_and_writers_of_formats_know_no_model(self):
        """Only the store of a gate touches models; formats hand over plain values."""
        wrong = []
        for gate in ("imports", "publishing"):
            for path in (ROOT / "articles" / gate).rglob("*.py"):
                if path.stem != "store" and {"models", "workflow"} & set(imported_rooms(path)):
                    wrong.append(path.name)
        self.assertEqual(wrong, [])
