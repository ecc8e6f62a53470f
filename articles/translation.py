"""Which fields exist in every language of the newsroom. modeltranslation reads this file."""

from modeltranslation.translator import TranslationOptions, register

from articles.models import (
    Article,
    Author,
    Category,
    Desk,
    Entity,
    EntityFact,
    Figure,
    Image,
    Page,
    Source,
    Tag,
)


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = (
        "title", "lead", "body", "dateline", "caption",
        "claim", "claimant", "verdict_sentence", "box_title", "box",
    )  # fmt: skip
    required_languages = {"ar": ("title",)}
    fallback_languages = {"default": ()}  # an article is written in a language or it is not


@register((Category, Entity, Source))
class NamedTranslation(TranslationOptions):
    fields = ("name", "description")
    required_languages = {"ar": ("name",)}


@register(Author)
class AuthorTranslation(TranslationOptions):
    fields = ("name", "position", "bio")
    required_languages = {"ar": ("name",)}


@register(EntityFact)
class FactTranslation(TranslationOptions):
    fields = ("label", "value")
    required_languages = {"ar": ("label", "value")}


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "body", "changed_at")
    required_languages = {"ar": ("title",)}
    fallback_languages = {"default": ()}  # a page is written in a language or it is not


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("caption",)
    fallback_languages = {"default": ()}


@register((Desk, Tag))
class NameTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = {"ar": ("name",)}


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("alt", "credit")
    required_languages = {"ar": ("alt", "credit")}
