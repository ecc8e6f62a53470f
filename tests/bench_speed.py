"""`make bench`: speeds as ratios within one run, so that the machine does not matter."""

import time
import unicodedata
from datetime import timedelta
from statistics import median

from django.test import SimpleTestCase, TestCase

from articles.models import Edition, Placement
from articles.text.fold import fold
from articles.text.lint import lint
from articles.text.lint_html import lint_html
from articles.views.paging import SIZE
from tests.makers import NOON, make_edition

PAGE = "وقالت «قوات سوريا الديمقراطيّة» إنّ ترکیا في أبو ظبي ٢٠٢٤. " * 5_000
# What the doctor is for: a page with much to put right, and one with little.
ILL = (
    "ذکرت مواقع أمريکية  أن الولايات المتحدة , تحقق في وجود أي دور روسي علی مقرها ، والذي "
    "استدعی توجيه ضربات جوية الى قوات موالية ثم سجــل المراقبون ذلک.\n"
) * 400
ROUNDS = 7
PLACES = 50_000


def seconds(call, clock=time.perf_counter):
    """The median of some rounds, after one that does not count."""
    taken = []
    for _round in range(ROUNDS + 1):
        start = clock()
        call()
        taken.append(clock() - start)
    return median(taken[1:])


class TextBench(SimpleTestCase):
    def test_folding_costs_at_most_fifteen_times_what_python_needs_to_decompose(self):
        ours, pythons = (
            seconds(lambda: fold(PAGE)),
            seconds(lambda: unicodedata.normalize("NFKD", PAGE).lower()),
        )
        megabytes = len(PAGE.encode()) / 1_000_000
        print(f"\nfold: {ours / pythons:.1f} × NFKD, {megabytes / ours:.1f} MB/s on this machine")
        self.assertLess(ours, 15 * pythons)

    def test_the_doctor_costs_at_most_eighty_times_a_fold(self):
        for name, page in (("ill", ILL), ("well", PAGE.replace("ترکیا", "تركيا"))):
            kilobytes = len(page.encode()) / 1_000
            folding = seconds(lambda page=page: fold(page), time.process_time)
            for kind, doctor in (("text", lint), ("HTML", lint_html)):
                ours = seconds(lambda page=page, look=doctor: look(page), time.process_time)
                print(f"\ndoctor, {name} {kind}: {ours / folding:.0f} × fold, ", end="")
                print(f"{kilobytes / ours:.0f} kB/s of one processor on this machine")
                self.assertLess(ours, 80 * folding)


class ListBench(TestCase):
    def test_the_last_page_of_a_long_list_costs_at_most_twice_the_first(self):
        edition = make_edition()
        lists = [f"bench/{number}" for number in range(PLACES // 500)]
        Placement.objects.bulk_create(
            Placement(list=name, edition=edition, published_at=NOON) for name in lists
        )
        others = [make_edition() for _number in range(500)]
        Placement.objects.bulk_create(
            Placement(list=name, edition=one, published_at=NOON - timedelta(minutes=number))
            for number, one in enumerate(others, start=1)
            for name in lists
        )

        def page(before):
            return list(Edition.objects.listed("bench/7", before=before)[:SIZE])

        deep = (NOON - timedelta(minutes=470), others[470].pk)
        first, last = seconds(lambda: page(None)), seconds(lambda: page(deep))
        print(f"\nlists: the last page costs {last / first:.2f} × the first, {PLACES} places")
        self.assertLess(last, 2 * first)
