"""Make what a test needs, with sensible values for all that the test does not name."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image as Picture

from articles import renditions, roles, workflow
from articles.models import (
    Alias,
    Article,
    Author,
    Category,
    Citation,
    Desk,
    Entity,
    Image,
    Page,
    Source,
    Tag,
)
from articles.states import State

NUMBERS = count(1)
NOON = datetime(2024, 4, 26, 12, tzinfo=UTC)
BODY = "<p>قال رئيس البلدية إن أعمال الطريق تبدأ في مارس.</p><p>وتستمر شهرين كاملين.</p>"


def make_user(role="desk_editor"):
    """A person with the rights of one role."""
    roles.repair()
    user = get_user_model().objects.create_user(
        f"{role}-{next(NUMBERS)}", password="سر-للتجربة-فقط", is_staff=True
    )
    user.groups.add(Group.objects.get(name=role))
    user.is_superuser = role == "administrator"
    user.save()
    return user


def make_category(name="محليات", parent=None, **values):
    number = next(NUMBERS)
    return Category.objects.create(
        **{"name_ar": f"{name} {number}", "slug": f"{name}-{number}", "parent": parent} | values
    )


def make_article(**values):
    """A complete Arabic draft in a section of its own."""
    number = next(NUMBERS)
    defaults = {"title_ar": f"عنوان الخبر {number}", "body_ar": BODY, "published_at": NOON}
    values = defaults | values
    if "category" not in values:
        values["category"] = make_category()
    return workflow.create(values)


def make_ready(state=State.READY, **values):
    """An article with all that publishing requires, in any state."""
    number = next(NUMBERS)
    defaults = {
        "title_ar": f"البلدية تبدأ أعمال الطريق الساحلي {number}",
        "lead_ar": "تبدأ الأعمال في مارس وتستمر شهرين كاملين.",
        "bylines": [(make_author(), "writer")],
        "citations": [
            {
                "source": make_source(f"صحيفة المرفأ {number}"),
                "language": "ar",
                "passage": "إن أعمال الطريق تبدأ في مارس",
                "how": Citation.How.PARAPHRASED,
            }
        ],
    }
    article = make_article(**defaults | values)
    return bring(article, state)


def tomorrow():
    return timezone.now() + timedelta(days=1)


def bring(article, state):
    """Bring a draft into a state, as the operator does; return it as the database has it."""
    if state in (State.PUBLISHED, State.WITHDRAWN):
        workflow.publish(article)
    if state == State.WITHDRAWN:
        workflow.withdraw(article)
    elif state == State.SPIKED:
        workflow.move(article, "spike")
    elif state != State.PUBLISHED:
        Article.objects.filter(pk=article.pk).update(
            state=state,
            scheduled_for=timezone.now() + timedelta(hours=1) if state == State.SCHEDULED else None,
        )
    return Article.objects.get(pk=article.pk)


def make_desk(name="العالم العربي", *members):
    desk = Desk.objects.create(name_ar=f"{name} {next(NUMBERS)}")
    desk.members.set(members)
    return desk


def make_edition(**values):
    """A published Arabic edition."""
    article = make_article(**values)
    return next(one for one in workflow.publish(article) if one.language == "ar")


def make_author(name="سلمى الحداد", **values):
    return Author.objects.create(name_ar=name, slug=f"author-{next(NUMBERS)}", **values)


def make_picture(name="طريق ساحلي", **values):
    """A picture with a file and its sizes, described, credited and ours."""
    image = Image(
        **{"title": name, "alt_ar": name, "credit_ar": "تصوير: هدى منصور", "rights": "own"} | values
    )
    image.file = renditions.encoded(Picture.new("RGB", (600, 400), "gray"))
    image.save()
    renditions.draw(image)
    return image


def make_checked(**values):
    """A fact check with all that publishing requires."""
    return make_ready(
        **{
            "kind": "fact_check",
            "claim_ar": "البلدية تغلق الطريق الساحلي إلى الأبد.",
            "claimant_ar": "منشور متداول",
            "claim_at": date(2024, 4, 20),
            "claim_url": "https://posts.example/17",
            "verdict": "misleading",
            "verdict_sentence_ar": "الإغلاق شهران للصيانة، ثم يُفتح الطريق.",
        }
        | values
    )


def make_source(name="صحيفة المرفأ", *spellings, **values):
    source = Source.objects.create(name_ar=name, slug=f"source-{next(NUMBERS)}", **values)
    for spelling in (name, *spellings):
        Alias.objects.create(text=spelling, source=source)
    return source


def make_entity(name="مدينة المرسى", *spellings, **values):
    entity = Entity.objects.create(name_ar=name, slug=f"entity-{next(NUMBERS)}", **values)
    for spelling in (name, *spellings):
        Alias.objects.create(text=spelling, entity=entity)
    return entity


def make_page(slug="about", **values):
    """A standing page that Arabic readers have."""
    defaults = {"title_ar": "من نحن", "body_ar": "<p>صحيفة من المرسى.</p>", "is_live": True}
    return Page.objects.create(slug=slug, **defaults | values)


def make_tag(name, **values):
    """The tag of that name, with other values than it was made with."""
    (tag,) = Tag.objects.named([name])
    Tag.objects.filter(pk=tag.pk).update(**values)
    tag.refresh_from_db()
    return tag
