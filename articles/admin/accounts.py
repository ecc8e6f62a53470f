"""Who may sign in, and in which role. What a role may do is in articles/roles, not here."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

from articles import roles
from articles.admin.base import FindingAdmin
from articles.models import Desk

LABELS = {role.key: role.label for role in roles.ROLES}

# The table of roles says what each may do; a form that changes it would be undone.
admin.site.unregister(Group)
admin.site.unregister(User)


def role_of(group):
    """The role's name for people; a group that an operator made has only its own."""
    return str(LABELS.get(group.name, group.name))


class RoleField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group):
        return role_of(group)


class AccountForm(UserChangeForm):
    """An account with the desks on which its person works."""

    desks = forms.ModelMultipleChoiceField(
        Desk.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("desks"),
        help_text=_("Reporters and desk editors reach the stories of these desks."),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["desks"] = self.instance.desks.all()


@admin.register(User)
class AccountAdmin(FindingAdmin, UserAdmin):
    form = AccountForm
    list_display = ("username", "person", "in_roles", "on_desks", "is_active", "last_login")
    list_filter = ("is_active", "desks")
    search_fields = ("username", "first_name", "last_name", "email")
    readonly_fields = ("last_login", "date_joined")
    fieldsets = [
        (_("Sign-in"), {"fields": ["username", "password", "is_active", "is_staff"]}),
        (_("Name and e-mail"), {"fields": [("first_name", "last_name"), "email"]}),
        (_("Roles and desks"), {"fields": ["groups", "desks", "is_superuser"]}),
        (_("Time"), {"fields": [("last_login", "date_joined")]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups", "desks")

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request=request, **kwargs)
        return RoleField(Group.objects.order_by("pk"), required=False, label=_("Roles"))

    def save_model(self, request, obj, form, change):
        """Whoever is given an account here is of the newsroom, and may open its door."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if "desks" in form.cleaned_data:
            form.instance.desks.set(form.cleaned_data["desks"])

    @admin.display(description=_("desks"))
    def on_desks(self, user):
        return "، ".join(desk.name for desk in user.desks.all())

    @admin.display(description=_("person"), ordering="first_name")
    def person(self, user):
        return user.get_full_name()

    @admin.display(description=_("roles"))
    def in_roles(self, user):
        found = [role_of(group) for group in user.groups.all()]
        return "، ".join(found) or (_("Administrator") if user.is_superuser else "")
