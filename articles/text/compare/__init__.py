"""Compare two versions of a text word by word, and merge two that were made at the same time.

`compare` and `compare_html` say what changed, `merge` and `merge_html` put two changes together.
The texts may be anything: all of it is bounded in time. Nothing here draws or escapes.
"""

from articles.text.compare.merging import Agreed, Conflict, Merged, merge, merge_html
from articles.text.compare.words import Kind, Paragraph, Run, compare, compare_html

__all__ = [
    "Agreed",
    "Conflict",
    "Kind",
    "Merged",
    "Paragraph",
    "Run",
    "compare",
    "compare_html",
    "merge",
    "merge_html",
]
