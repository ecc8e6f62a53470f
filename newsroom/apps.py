"""Which site the newsroom's admin is. Loads no model: Django reads this file before them."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    default_site = "newsroom.desk.Desk"
