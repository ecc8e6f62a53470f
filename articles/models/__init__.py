"""Every model of the newsroom, one import away. Nothing is defined here."""

from articles.models.addresses import Address
from articles.models.article import EXPLANATIONS, Article, DateBasis, Kind, Verdict
from articles.models.background import BackgroundTask, PeriodicRun
from articles.models.corrections import OWNED_UP, Act, Correction
from articles.models.desks import Desk
from articles.models.edition import Edition
from articles.models.figures import Figure
from articles.models.former import FormerEdition
from articles.models.front import ROOM, Breaking, Front, Place, Slot
from articles.models.history import Event, Revision, Waiver
from articles.models.images import Image, Rendition
from articles.models.intake import IntakeItem
from articles.models.names import Alias, Entity, EntityFact, Source
from articles.models.pages import Page
from articles.models.people import Author, Byline, Role
from articles.models.placement import Listing, Placement
from articles.models.presence import Presence
from articles.models.readership import ReadCount, ReadMark
from articles.models.references import Citation, Mention, Origin
from articles.models.search import (
    ArticleIndex,
    EditionIndex,
    Lexeme,
    LexemeChange,
    Synonym,
)
from articles.models.taxonomy import Category, Tag, TaggedArticle

__all__ = [
    "EXPLANATIONS",
    "OWNED_UP",
    "ROOM",
    "Act",
    "Address",
    "Alias",
    "Article",
    "ArticleIndex",
    "Author",
    "BackgroundTask",
    "Breaking",
    "Byline",
    "Category",
    "Citation",
    "Correction",
    "DateBasis",
    "Desk",
    "Edition",
    "EditionIndex",
    "Entity",
    "EntityFact",
    "Event",
    "Figure",
    "FormerEdition",
    "Front",
    "Image",
    "IntakeItem",
    "Kind",
    "Lexeme",
    "LexemeChange",
    "Listing",
    "Mention",
    "Origin",
    "Page",
    "PeriodicRun",
    "Place",
    "Placement",
    "Presence",
    "ReadCount",
    "ReadMark",
    "Rendition",
    "Revision",
    "Role",
    "Slot",
    "Source",
    "Synonym",
    "Tag",
    "TaggedArticle",
    "Verdict",
    "Waiver",
]
