"""A form of an article as a browser sends it, and somebody who saves meanwhile."""

from django.test import TestCase
from django.urls import reverse

from articles import workflow
from tests.makers import (
    make_article,
    make_user,
)
from tests.test_admin import article_form

LEAD = "تبدأ الأعمال في مارس وتستمر شهرين كاملين."
BODY = (
    "<p>قال رئيس البلدية إن أعمال الطريق تبدأ في مارس.</p>"
    "<p>وتستمر شهرين كاملين.</p><p>ولم تعلق الشركة على الخبر.</p>"
)


class OvertakenTestCase(TestCase):
    def setUp(self):
        self.me, self.huda = make_user("managing_editor"), make_user("managing_editor")
        self.huda.first_name, self.huda.last_name = "هدى", "قاسم"
        self.huda.save()
        self.client.force_login(self.me)
        self.article = make_article(
            title_ar="البلدية تبدأ أعمال الطريق", lead_ar=LEAD, body_ar=BODY, tags=["طرق", "مدن"]
        )
        self.address = reverse("admin:articles_article_change", args=[self.article.pk])
        self.page = self.client.get(self.address)

    def mine(self, page=None, **values):
        """Send the form of a page as its browser would, with some fields changed."""
        form = fields_of(page or self.page) | values
        self.page = self.client.post(self.address, form)
        self.article.refresh_from_db()
        return self.page

    def theirs(self, **values):
        return workflow.edit(self.article, values, by=self.huda)

    def field(self, name):
        return fields_of(self.page)[name]


def fields_of(page):
    """What a browser sends for the page when nobody touches it."""
    form = page.context["adminform"].form
    sent = article_form()
    for name in form.fields:
        bound = form[name]
        widget = bound.field.widget
        value = bound.value()
        if hasattr(widget, "widgets"):
            parts = value if isinstance(value, list) else widget.decompress(value)
            for number, (one, part) in enumerate(zip(widget.widgets, parts, strict=True)):
                sent[f"{name}_{number}"] = one.format_value(part) or ""
        else:
            value = widget.format_value(value)
            value = "".join(map(str, value)) if isinstance(value, list) else value
            sent[name] = "" if value is None else value
    for inline in page.context["inline_admin_formsets"]:
        formset = inline.formset
        for hidden in [formset.management_form, *formset.forms]:
            for bound in hidden:
                value = bound.value()
                if bound.name == "DELETE" and not value:
                    continue
                sent[bound.html_name] = "" if value is None else value
    sent["_standing"] = page.context["standing"]
    sent["_revision"] = page.context["newest_revision"].number
    if overtaken := page.context.get("overtaken"):
        sent |= {"_base": overtaken["base"], "_asked": overtaken["asked"]}
        for one in overtaken["disputes"]:
            if one.merged is not None and not one.clashes:
                sent[f"_choice_{one.name}"] = "merged"
    return sent
