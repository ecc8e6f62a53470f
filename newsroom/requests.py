"""Requests as the site reads them: in UTF-8, whatever they say of themselves. Answers none."""

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest


class Request(WSGIRequest):
    """A request whose address and forms are read as UTF-8, the only coding our pages send.

    Django would read the query too in the coding that Content-Type names. Some of Python's are none
    of text (``charset=rot13``), and reading fails before any middleware could answer.
    """

    @property
    def encoding(self):
        return None  # Django's word for the site's own

    @encoding.setter
    def encoding(self, name):
        """Whoever sends does not choose."""


class Handler(WSGIHandler):
    request_class = Request
