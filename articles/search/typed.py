"""Search for what was typed and for nothing else that the keys might have meant."""

from articles.search.find import Search


class AsTyped(Search):
    """A Search that takes the letters at their word, whatever the keyboard was on."""

    def _other_keyboard(self, query):
        return None
