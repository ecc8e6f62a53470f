"""Stories for the comparing and merging of texts: in few words, so that two have much in common."""

from hypothesis import strategies as st

PORT = (
    "قالت وزارة النقل إن مرفأ المرسى استقبل 12.5 ألف حاوية في نوفمبر.",
    "وأضاف المدير أن العمل في الرصيف الشرقي يبدأ مطلع العام المقبل.",
    "ولم تعلق شركة المناولة على الخبر حتى ساعة نشره.",
)
PIECES = (
    "<p>", "</p>", "<h2>", "</h2>", "<ul>", "<li>", "</li>", "</ul>", "<b>", "</b>", "<em>",
    "</em>", '<a href="/n/1/">', "</a>", "<br>", "&nbsp;", "&lt;", "<!-- x -->", "<hr>", "قال",
    "الوزير", "أمس", " ", " ", "في", "حلب", "مُحمد", "،", ".", "\n", "<", ">", "&",
)  # fmt: skip
SOUND = ("<b>{}</b>", '<a href="/n/1/">{}</a>', "{}", "{}", "<em>{} <bdi>SDF</bdi></em>")
WORDS = ("قال", "الوزير", "أمس", "في", "حلب", "إن", "المرفأ", "مغلق", "،", ".")


def articles():
    """Plain texts of a few paragraphs in few words, so that two of them have much in common."""
    line = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
    return st.lists(line, max_size=5).map("\n\n".join)


def bodies():
    """Well-formed bodies in few words, with inline tags."""
    word = st.tuples(st.sampled_from(SOUND), st.sampled_from(WORDS))
    line = st.lists(word.map(lambda pair: pair[0].format(pair[1])), min_size=1, max_size=7)
    block = st.tuples(
        st.sampled_from(("<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li></ul>")), line.map(" ".join)
    )
    return st.lists(block.map(lambda pair: pair[0].format(pair[1])), max_size=5).map("".join)


def wild():
    """Markup of any kind."""
    return st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
