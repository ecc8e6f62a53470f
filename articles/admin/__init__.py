"""The newsroom's own pages. Rules live below; the admin only asks and shows."""

from articles.admin import accounts, articles, names, pictures, records, taxonomy

__all__ = ["accounts", "articles", "names", "pictures", "records", "taxonomy"]
