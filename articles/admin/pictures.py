"""Pictures: taken in clean, described, credited."""

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import renditions
from articles.admin.base import NewsroomAdmin, language_fieldsets
from articles.models import Image


class ImageForm(forms.ModelForm):
    def clean_file(self):
        """Replace the upload by its pixels, encoded anew; say in Arabic why one is refused."""
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        try:
            return renditions.take(file)
        except renditions.Refused as reason:
            raise forms.ValidationError(str(reason)) from None


@admin.register(Image)
class ImageAdmin(NewsroomAdmin):
    form = ImageForm
    list_display = ("preview", "title", "credit", "rights", "added_at")
    list_display_links = ("preview", "title")
    list_filter = ("rights",)
    search_fields = ("title", "alt_ar", "credit_ar")
    fieldsets = [
        (_("File and rights"), {"fields": ["preview", "file", "title", "rights"]}),
        *language_fieldsets("alt", "credit"),
        (
            _("Focus"),
            {
                "fields": [("focal_x", "focal_y")],
                "description": _("What stays in view when the picture is cut, in percent."),
            },
        ),
    ]
    readonly_fields = ("preview",)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("renditions")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "file" in form.changed_data:
            obj.renditions.all().delete()
            renditions.draw(obj)

    @admin.display(description=_("picture"))
    def preview(self, image):
        if not image.file:
            return _("No picture yet.")
        return format_html(
            '<img class="preview" src="{}" alt="{}" loading="lazy">',
            image.thumb_url,
            image.alt,
        )
