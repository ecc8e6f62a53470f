"""Every form of the newsroom takes days, hours and numbers as Arabs type them."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from unittest import mock

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import RequestFactory, SimpleTestCase, TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

from articles.admin.fields import DecimalField, MomentField, WholeField
from articles.models import DateBasis
from tests.makers import make_article, make_user

DJANGOS = (
    forms.DateField, forms.TimeField, forms.DateTimeField, forms.SplitDateTimeField,
    forms.IntegerField, forms.FloatField, forms.DecimalField,
)  # fmt: skip


def moment(day, hour, **options):
    """A form with one moment in which something was typed."""

    class Typed(forms.Form):
        at = MomentField(required=False, **options)

    data = QueryDict(mutable=True)
    data.update({"at_0": day, "at_1": hour})
    return Typed(data)


class MomentTests(SimpleTestCase):
    def test_a_moment_is_one_of_the_newsroom_s_time_zone(self):
        for day, hour in (
            ("26/4/2024", "14:05"),
            ("٢٦/٤/٢٠٢٤", "١٤:٠٥"),
            ("26 نيسان 2024", "2:05 م"),
            ("2024-04-26", "14:05"),
        ):
            form = moment(day, hour)
            with self.subTest(day):
                self.assertTrue(form.is_valid(), form.errors)
                self.assertEqual(form.cleaned_data["at"], datetime(2024, 4, 26, 11, 5, tzinfo=UTC))

    def test_today_is_the_newsroom_s_day(self):
        late = datetime(2024, 4, 26, 22, 30, tzinfo=UTC)  # the 27th in Riyadh
        with mock.patch.object(timezone, "now", return_value=late):
            form = moment("اليوم", "٧ مساءً")
            self.assertTrue(form.is_valid())
        self.assertEqual(form.cleaned_data["at"], datetime(2024, 4, 27, 16, tzinfo=UTC))

    @override_settings(TIME_ZONE="Africa/Cairo")
    def test_an_hour_that_the_clocks_leave_out_is_refused(self):
        with timezone.override("Africa/Cairo"):
            self.assertFalse(moment("26/4/2024", "00:30").is_valid())
            self.assertTrue(moment("26/4/2024", "01:30").is_valid())

    def test_what_is_refused_stays_as_typed_beside_an_example(self):
        for day, hour, told in (
            ("٣١ نيسان ٢٠٢٤", "١٤:٠٥", "لا يوم بهذا التاريخ: «٣١ نيسان ٢٠٢٤»"),
            ("الخميس القادم", "14:05", "اكتبه مثلًا 26/4/2024"),
            ("26/4/2024", "بعد العشاء", "اكتبها مثلًا 14:05"),
            ("26/4/2024", "٧", "أصباحًا «٧» أم مساءً؟ اكتب 07:00 أو 19:00"),
            ("26/4/2024", "", "تنقص الساعة. اكتبها مثلًا 14:05"),
            ("", "14:05", "ينقص اليوم. اكتبه مثلًا 26/4/2024"),
        ):
            with self.subTest(day=day, hour=hour):
                form = moment(day, hour)
                page = str(form)
                self.assertIn(told, " ".join(form.errors["at"]))
                for typed in filter(None, (day, hour)):
                    self.assertIn(f'value="{typed}"', page)

    def test_no_moment_is_none(self):
        form = moment(" ", "")
        self.assertTrue(form.is_valid(), form.errors)
        self.assertIsNone(form.cleaned_data["at"])

    def test_a_moment_is_shown_as_the_house_writes_it_and_read_back(self):
        noon = datetime(2024, 4, 26, 11, 5, tzinfo=UTC)
        widget = MomentField().widget
        self.assertIn('value="26 أبريل 2024"', widget.render("at", noon))
        self.assertIn('value="14:05"', widget.render("at", noon))
        with override_settings(MONTH_NAMES="sy", DIGITS="eastern"):
            self.assertIn('value="٢٦ نيسان ٢٠٢٤"', widget.render("at", noon))
            self.assertIn('value="١٤:٠٥"', widget.render("at", noon))

    def test_seconds_that_are_not_shown_do_not_count_as_a_change(self):
        at = datetime(2024, 4, 26, 11, 5, 33, tzinfo=UTC)
        self.assertFalse(MomentField().has_changed(at, ["26 أبريل 2024", "14:05"]))
        self.assertTrue(MomentField().has_changed(at, ["26 أبريل 2024", "14:06"]))


class NumberTests(SimpleTestCase):
    def test_numbers_are_read_in_any_digits_with_any_separators(self):
        for field, typed, number in (
            (WholeField(), "١٥٠٠", 1500),
            (WholeField(), "١٬٥٠٠", 1500),
            (WholeField(), "1,500", 1500),
            (WholeField(), "۵۰", 50),
            (WholeField(), " ", None),
            (DecimalField(), "١٢٫٥", Decimal("12.5")),
            (DecimalField(), "12,5", Decimal("12.5")),
            (DecimalField(), "٣٬٠٠٠٫٢٥", Decimal("3000.25")),
        ):
            with self.subTest(typed):
                field.required = False
                self.assertEqual(field.clean(typed), number)

    def test_what_is_no_number_is_refused_with_an_example(self):
        for field, typed in (
            (WholeField(), "خمسون"),
            (WholeField(), "١٢٫٥"),
            (DecimalField(), "12 طنًا"),
        ):
            with self.subTest(typed), self.assertRaises(ValidationError) as refused:
                field.clean(typed)
            self.assertIn("اكتبه مثلًا", refused.exception.messages[0])

    def test_bounds_hold_in_any_digits(self):
        with self.assertRaises(ValidationError):
            WholeField(max_value=100).clean("١٠١")

    def test_the_field_is_text_since_browsers_refuse_eastern_digits_in_numbers(self):
        self.assertIn('type="text"', str(WholeField().widget.render("size", 50)))
        with override_settings(DIGITS="eastern"):
            self.assertIn('value="٥٠"', WholeField().widget.render("size", 50))


class EveryPageTests(TestCase):
    def setUp(self):
        self.request = RequestFactory().get("/")
        self.request.user = make_user("administrator")

    def test_no_form_of_the_admin_has_django_s_own_reading(self):
        seen = 0
        for model, page in admin.site._registry.items():
            if not page.has_add_permission(self.request):
                continue
            forms_of_page = [page.get_form(self.request)] + [
                inline.get_formset(self.request).form
                for inline in page.get_inline_instances(self.request)
            ]
            for form in forms_of_page:
                for name, field in form.base_fields.items():
                    with self.subTest(model=model.__name__, field=name):
                        ours = type(field).__module__ == "articles.admin.fields"
                        self.assertFalse(isinstance(field, DJANGOS) and not ours)
                        seen += ours
        self.assertGreater(seen, 4)

    def test_saving_an_article_keeps_the_seconds_of_a_date_nobody_touched(self):
        self.client.force_login(self.request.user)
        exact = datetime(2024, 4, 26, 9, 5, 33, tzinfo=UTC)
        article = make_article(published_at=exact, date_basis=DateBasis.STATED)
        address = reverse("admin:articles_article_change", args=[article.pk])
        form = self.client.get(address).context["adminform"].form
        data = {"_continue": "1", "title_ar": "عنوان آخر", "body_ar": "<p>نص.</p>"}
        data |= {"kind": "news", "category": article.category_id, "date_basis": "stated"}
        data |= {"published_at_0": "26 أبريل 2024", "published_at_1": "12:05"}
        for rows in ("bylines", "figures", "citations", "mentions"):
            data |= {f"{rows}-TOTAL_FORMS": "0", f"{rows}-INITIAL_FORMS": "0"}
        data = dict.fromkeys(form.fields, "") | data
        answer = self.client.post(address, data)
        self.assertEqual(answer.status_code, 302, answer.context and answer.context["errors"])
        article.refresh_from_db()
        self.assertEqual(article.title_ar, "عنوان آخر")
        self.assertEqual((article.published_at, article.date_basis), (exact, DateBasis.STATED))

    def test_a_picture_s_focus_is_typed_in_eastern_digits(self):
        page = admin.site._registry[next(m for m in admin.site._registry if m.__name__ == "Image")]
        field = page.get_form(self.request).base_fields["focal_x"]
        self.assertEqual(field.clean("٣٥"), 35)


class WordsOfScriptsTests(TestCase):
    def words(self):
        self.client.force_login(make_user())
        return self.client.get(reverse("admin:jsi18n")).content.decode()

    def test_hours_between_two_zones_are_counted_in_arabic(self):
        words = self.words()
        for wrong in ("3 ساعة", "بـ %s ساعة", "وقت الخادم", "إختر", "إبريل"):
            self.assertNotIn(wrong, self.decoded(words))
        self.assertIn("ساعتك تسبقه بساعتين", self.decoded(words))

    def test_the_calendar_names_months_as_the_house_does(self):
        with override_settings(MONTH_NAMES="sy"):
            self.assertIn('"April": "نيسان"', self.decoded(self.words()))
        self.assertIn('"April": "أبريل"', self.decoded(self.words()))

    def test_its_week_begins_as_in_the_newsroom_s_country(self):
        self.assertIn('"FIRST_DAY_OF_WEEK": 0', self.words())
        with override_settings(TIME_ZONE="Asia/Damascus"):
            self.assertIn('"FIRST_DAY_OF_WEEK": 6', self.words())

    def decoded(self, words):
        return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), words)
