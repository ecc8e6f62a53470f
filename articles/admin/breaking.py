"""The page of the breaking line: say it, see how long it still stands, end it with one click."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import front
from articles.admin.front_shown import found
from articles.models import Breaking, Edition

MINUTES = (30, 60, 120, 240, 480)
LASTS = 120


def lasting():
    """The choices of how long a line stands, in words."""
    return [(minutes, told(minutes)) for minutes in MINUTES]


def told(minutes):
    if minutes < 60:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    hours = minutes // 60
    return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}


class BreakingForm(forms.Form):
    """A sentence, a story, or both; never neither."""

    sentence = forms.CharField(
        label=gettext_lazy("sentence"),
        required=False,
        max_length=Breaking._meta.get_field("sentence").max_length,
        widget=forms.TextInput({"class": "vTextField", "dir": "auto", "autocomplete": "off"}),
    )
    story = forms.IntegerField(
        required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput
    )
    lasts = forms.TypedChoiceField(
        label=gettext_lazy("ends by itself after"), choices=lasting, coerce=int, initial=LASTS
    )

    def __init__(self, language, *arguments, **options):
        super().__init__(*arguments, **options)
        self.language = language
        self.fields["sentence"].widget.attrs["lang"] = language

    def edition_of(self, number):
        rows = Edition.objects.live().filter(article=number, language=self.language)
        return rows.for_cards().first()

    def clean_sentence(self):
        return " ".join(self.cleaned_data["sentence"].split())

    def clean_story(self):
        number = self.cleaned_data["story"]
        if number and self.edition_of(number) is None:
            raise forms.ValidationError(_("Readers do not have this story in this language."))
        return number

    def clean(self):
        said = super().clean()
        if not self.errors and not said.get("sentence") and not said.get("story"):
            raise forms.ValidationError(_("Write a sentence or choose a story."))
        return said


class BreakingAdmin:
    """Adds the breaking line to the front page of the newsroom."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.breaking_view)
        return [
            path("<str:language>/breaking/", view, name="articles_front_breaking"),
            *super().get_urls(),
        ]

    def breaking_view(self, request, language):
        page, posted = self.front_of(request, language), request.POST.copy()
        rows = Breaking.objects.running(language, timezone.now()).select_related("article", "by")
        current = rows.first()
        if request.method == "POST":
            if "_story" in posted:
                posted["story"] = posted["_story"]
            elif "_nostory" in posted:
                posted["story"] = ""
        form = BreakingForm(language, posted if request.method == "POST" else None)
        if "_announce" in posted and form.is_valid():
            return self.say(request, page, form.cleaned_data)
        if "_end" in posted:
            return self.end(request, page)
        story = posted.get("story", "")
        is_number = story.isascii() and story.isdecimal() and len(story) < 19
        context = self.context_of(request, page) | {
            "title": _("Breaking line"),
            "current": current,
            "line": front.running(language),
            "form": form,
            "show_errors": "_announce" in posted,
            "story": form.edition_of(int(story)) if is_number else None,
            "q": posted.get("_q", ""),
            "found": found(language, posted.get("_q", "")),
            "button": "_story",
        }
        return render(request, "admin/articles/front/breaking.html", context)

    def say(self, request, page, said):
        language = page.language
        try:
            row = front.announce(
                language,
                request.user,
                sentence=said["sentence"],
                article_id=said["story"],
                seen=_seen(request),
                lasts=timedelta(minutes=said["lasts"]),
            )
        except front.Overtaken as late:
            return self.refuse(request, page, late.now)
        ends = f"{timezone.localtime(row.ends_at):%H:%M}"
        words = {"words": row, "hour": ends}
        self.log_change(request, page, _("Breaking: “%(words)s”, until %(hour)s") % words)
        text = _("Readers see the breaking line now; it ends by itself at %(hour)s.")
        self.message_user(request, text % words, messages.SUCCESS)
        return self.back_to_breaking(page)

    def end(self, request, page):
        try:
            row = front.end(page.language, _seen(request))
        except front.Overtaken as late:
            return self.refuse(request, page, late.now)
        if row is not None:
            self.log_change(request, page, _("Breaking ended: “%(words)s”") % {"words": row})
        self.message_user(request, _("The breaking line is ended."), messages.SUCCESS)
        return self.back_to_breaking(page)

    def refuse(self, request, page, now):
        name = now.by.get_full_name() or now.by.get_username() if now.by else _("The system")
        text = _(
            "Nothing changed: meanwhile %(name)s began another breaking line. Look at it first."
        )
        self.message_user(request, text % {"name": name}, messages.ERROR)
        return self.back_to_breaking(page)

    def back_to_breaking(self, page):
        return HttpResponseRedirect(reverse("admin:articles_front_breaking", args=[page.language]))


def _seen(request):
    """The number of the line that the page showed; None for none."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdecimal() and len(seen) < 19 else None
