"""Who may sign in, and in which role. What a role may do is in articles/roles.py, not here."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

from articles import roles
from articles.admin.base import FindingAdmin

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


@admin.register(User)
class AccountAdmin(FindingAdmin, UserAdmin):
    list_display = ("username", "person", "in_roles", "is_active", "last_login")
    list_filter = ("is_active",)
    search_fields = ("username", "first_name", "last_name", "email")
    readonly_fields = ("last_login", "date_joined")
    fieldsets = [
        (_("Sign-in"), {"fields": ["username", "password", "is_active", "is_staff"]}),
        (_("Name and e-mail"), {"fields": [("first_name", "last_name"), "email"]}),
        (_("Roles"), {"fields": ["groups", "is_superuser"]}),
        (_("Time"), {"fields": [("last_login", "date_joined")]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        if db_field.name != "groups":
            return super().formfield_for_manytomany(db_field, request=request, **kwargs)
        return RoleField(Group.objects.order_by("pk"), required=False, label=_("Roles"))

    def save_model(self, request, obj, form, change):
        """Whoever is given an account here is of the newsroom, and may open its door."""
        if not change:
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    @admin.display(description=_("person"), ordering="first_name")
    def person(self, user):
        return user.get_full_name()

    @admin.display(description=_("roles"))
    def in_roles(self, user):
        found = [role_of(group) for group in user.groups.all()]
        return "، ".join(found) or (_("Administrator") if user.is_superuser else "")
