# The site as one image: packages in a first stage, a plain account without them in the second.
FROM python:3.13-slim-bookworm AS packages

ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /build
# Only what names the packages, so that a change of the program does not install them again.
COPY pyproject.toml ./
COPY newsroom/__init__.py newsroom/
# The long-term release of Django, the one that every change is tested on.
RUN pip install . "django~=5.2.0"


FROM python:3.13-slim-bookworm

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=newsroom.settings \
    VAR_DIR=/var/lib/newsroom \
    STATIC_ROOT=/srv/static \
    BIND=0.0.0.0:8000

RUN useradd --system --uid 10001 --user-group --home-dir /nonexistent --shell /usr/sbin/nologin newsroom \
    && install --directory --owner=newsroom --group=newsroom /var/lib/newsroom
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/newsroom
COPY . .
# Static files are part of the image. Their collection asks no database; the values are for it alone.
RUN DATABASE_URL=postgresql://nobody@localhost/none SECRET_KEY=none ALLOWED_HOSTS=localhost VAR_DIR=/tmp \
    python manage.py collectstatic --no-input --verbosity 0

USER 10001
VOLUME /var/lib/newsroom
EXPOSE 8000
CMD ["python", "-m", "newsroom.server"]
