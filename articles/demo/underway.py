"""Stories that the invented newsroom is still working on, brought as far as people brought them."""

import tomllib
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from articles import workflow
from articles.demo.fill import key_of
from articles.demo.story import FOLDER, body_html, world
from articles.models import Author, Category, Desk, IntakeItem
from articles.models.intake import DEMO
from articles.states import State
from articles.text.fold import fold

# The first names of the demo's logins, and the authors that they are.
PEOPLE = {
    "reporter": ("نوال", "درويش", "nawal"),
    "copy-editor": ("منير", "الخطيب", ""),
    "picture-editor": ("ريم", "سليمان", ""),
    "desk-editor": ("هدى", "منصور", "huda"),
    "managing-editor": ("سلمى", "الحدّاد", "salma"),
}
# Who makes which move on the way, in its order.
WAY = (
    ("submit", None, State.REVIEW),
    ("approve", "desk-editor", State.LANGUAGE),
    ("pass", "copy-editor", State.READY),
    ("schedule", "desk-editor", State.SCHEDULED),
)


def fill():
    """Bring the desks and what is being written, adding nothing twice; return how many stories."""
    told = tomllib.loads((FOLDER / "underway.toml").read_text("utf-8"))
    country = world()
    slugs = {
        kind: {row["key"]: row["slug"] for row in country[kind]} for kind in ("category", "author")
    }
    people = _people(slugs["author"])
    with transaction.atomic():
        for position, row in enumerate(told["desk"]):
            _desk(row, position, slugs["category"], people)
    held = set(IntakeItem.objects.filter(format=DEMO).values_list("key", flat=True))
    missing = [row for row in told["story"] if _key(row["key"]) not in held]
    for row in missing:
        _story(row, slugs, people)
    for row in told["change"]:
        if _key(row["story"]) not in held:
            _change(row, people)
    return len(missing)


def _people(slugs):
    """Give the demo's logins their names, and return them by login."""
    people = {user.username: user for user in get_user_model().objects.filter(username__in=PEOPLE)}
    for login, (first, last, author) in PEOPLE.items():
        user = people[login]
        if not user.first_name:
            user.first_name, user.last_name = first, last
            user.save(update_fields=["first_name", "last_name"])
            Author.objects.filter(slug=slugs.get(author), user=None).update(user=user)
    return people


def _desk(row, position, slugs, people):
    if Desk.objects.filter(folded=fold(row["name_ar"])).exists():
        return
    desk = Desk.objects.create(
        name_ar=row["name_ar"], name_en=row["name_en"], position=position * 10
    )
    desk.members.set(people[login] for login in row["members"])
    for key in row["sections"]:
        Category.objects.filter(slug=slugs[key], parent=None, desk=None).update(desk=desk)


@transaction.atomic
def _story(row, slugs, people):
    """Write one story and move it as far as it has come, each move by whoever makes it."""
    now, writer = timezone.now(), people[row["by"]]
    section = Category.objects.filter(slug=slugs["category"][row["category"]]).first()
    author = Author.objects.filter(slug=slugs["author"][row["author"]]).first()
    if section is None or author is None:
        return  # somebody gave it another address since
    article = workflow.create(
        {
            "title_ar": row["title"],
            "lead_ar": row["lead"],
            "body_ar": body_html(row["body"]),
            "category": section,
            "due_at": _at(now, row["due_in"]) if "due_in" in row else None,
            "bylines": [(author, "writer")],
        },
        by=writer,
    )
    for name, login, reached in WAY:
        if row["state"] == State.DRAFT and "returned" not in row:
            break
        at = _at(now, row["goes_out_in"]) if name == "schedule" else None
        mover = people[login] if login else writer
        if login == "desk-editor" and not mover.desks.contains(article.desk):
            mover = people["managing-editor"]  # a desk that has nobody in the demo
        article = workflow.move(article, name, mover, at=at)
        if reached == row["state"]:
            break
        if "returned" in row:
            article = workflow.move(article, "return", people["desk-editor"], row["returned"])
            break
    _remember(row["key"], article)


@transaction.atomic
def _change(row, people):
    """Let somebody go on writing at a story that readers have."""
    item = IntakeItem.objects.filter(key=key_of(row["story"])).select_related("article").first()
    if item is None:
        return
    article = item.article
    body = f"{article.body_ar}{body_html(row['adds'])}"
    workflow.edit(article, {"body_ar": body}, by=people[row["by"]])
    _remember(row["story"], article)


def _remember(key, article):
    IntakeItem.objects.create(key=_key(key), format=DEMO, digest="", article=article)


def _key(key):
    return key_of(f"underway:{key}")


def _at(now, hours):
    """The quarter of an hour that lies so many hours from now."""
    at = now + timedelta(hours=hours)
    return at - timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
