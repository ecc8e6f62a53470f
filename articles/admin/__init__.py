"""The newsroom's own pages. Rules live below; the admin only asks and shows."""

from articles.admin import articles, names, pictures, records, taxonomy

__all__ = ["articles", "names", "pictures", "records", "taxonomy"]
