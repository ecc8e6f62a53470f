"""The demo's pictures: each one drawn whole, at its size, the same every time."""

import hashlib
import tomllib
from pathlib import Path

from django.test import SimpleTestCase

from articles import demo
from articles.demo.pictures import PICTURES, SIZE, draw
from articles.demo.pictures.canvas import Canvas
from articles.demo.pictures.palette import INK, PAPER, RED, channels, mix
from articles.demo.pictures.paths import arc, cut, points, smooth

WORLD = Path(demo.__file__).with_name("world.toml")


def digest(image):
    return hashlib.sha256(image.tobytes()).hexdigest()


class PictureTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.images = {key: draw(key) for key in PICTURES}
        cls.shares = {key: cls.shares_of(image) for key, image in cls.images.items()}

    @staticmethod
    def shares_of(image):
        """How much of the picture each colour takes: {(red, green, blue): 0.25}."""
        whole = image.width * image.height
        return {color: count / whole for count, color in image.getcolors(whole)}

    def test_the_demo_names_these_pictures_and_no_other(self):
        named = [picture["key"] for picture in tomllib.loads(WORLD.read_text("utf-8"))["picture"]]
        self.assertEqual(sorted(PICTURES), sorted(named))

    def test_every_picture_is_ready_for_jpeg_at_three_to_two(self):
        self.assertEqual(SIZE, (1600, 1067))
        for key, image in self.images.items():
            with self.subTest(key):
                self.assertEqual((image.mode, image.size), ("RGB", SIZE))

    def test_no_picture_is_blank_or_nearly_so(self):
        for key, shares in self.shares.items():
            with self.subTest(key):
                self.assertGreater(len(shares), 1000)
                self.assertLess(max(shares.values()), 0.7)

    def test_no_part_of_the_sheet_stays_bare(self):
        for key, shares in self.shares.items():
            with self.subTest(key):
                self.assertLess(shares.get((0, 0, 0), 0), 0.0001)

    def test_each_picture_has_its_one_small_red_point(self):
        for key, shares in self.shares.items():
            with self.subTest(key):
                self.assertGreater(shares.get(channels(RED), 0), 0.0001)
                self.assertLess(shares[channels(RED)], 0.01)

    def test_a_picture_is_the_same_each_time(self):
        for key in ("port", "olive"):
            with self.subTest(key):
                first, again = self.images[key], draw(key)
                self.assertEqual(digest(first), digest(again))

    def test_an_unknown_picture_is_refused(self):
        with self.assertRaises(KeyError):
            draw("unicorn")


class CanvasTests(SimpleTestCase):
    def color_at(self, canvas, x, y):
        width, height = SIZE
        return canvas.image().getpixel((x * width // 1200, y * height // 800))

    def test_a_place_moves_grows_and_mirrors_what_is_drawn_in_it(self):
        canvas = Canvas("test")
        canvas.fill(PAPER)
        with canvas.at(600, 400, scale=2, flip=True):
            canvas.rect(0, 0, 100, 50, INK)
        self.assertEqual(self.color_at(canvas, 450, 480), channels(INK))
        self.assertEqual(self.color_at(canvas, 650, 450), channels(PAPER))

    def test_what_is_drawn_inside_an_outline_stays_in_it(self):
        canvas = Canvas("test")
        canvas.fill(PAPER)
        with canvas.inside("M100 100 H300 V300 H100 Z"):
            canvas.fill(INK)
        self.assertEqual(self.color_at(canvas, 200, 200), channels(INK))
        self.assertEqual(self.color_at(canvas, 400, 200), channels(PAPER))

    def test_a_mixed_colour_lies_between_the_two(self):
        self.assertEqual(mix("#000000", "#ff0080", 0.5), "#800040")


class PathTests(SimpleTestCase):
    def test_a_path_is_read_corner_by_corner(self):
        self.assertEqual(points("M0 0 H10 V5 L2 5 Z"), [(0, 0), (10, 0), (10, 5), (2, 5), (0, 0)])

    def test_knots_are_read_without_a_command(self):
        self.assertEqual(points("0 0, 10 -5, 20 7.5"), [(0, 0), (10, -5), (20, 7.5)])

    def test_a_curve_ends_where_it_says(self):
        self.assertEqual(points("M0 0 Q50 100 100 0")[-1], (100, 0))

    def test_a_soft_line_goes_through_its_knots(self):
        knots = [(0, 0), (40, 30), (90, 10)]
        line = smooth(knots)
        for knot in knots:
            self.assertIn(knot, line)

    def test_a_circle_closes(self):
        circle = arc(10, 10, 5, 5)
        self.assertAlmostEqual(circle[0][0], circle[-1][0])
        self.assertAlmostEqual(circle[0][1], circle[-1][1])

    def test_dashes_leave_their_gaps(self):
        dashes = cut([(0, 0), (100, 0)], 30, 20)
        self.assertEqual([(dash[0][0], dash[-1][0]) for dash in dashes], [(0, 30), (50, 80)])
