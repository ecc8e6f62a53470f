"""Which address goes to which part. Views live with their part, not here."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from newsroom import health, media

urlpatterns = [
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("media/<path:name>", media.picture),
    path("favicon.ico", media.icon),
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("articles.urls")), prefix_default_language=False),
]
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
