"""What goes out beside pages: feeds, sitemaps, structured data. Asks no database."""
