"""Words in many scripts, and what of them is drawn."""

from collections.abc import Iterator

from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.ft2font import LoadFlags
from matplotlib.text import Text

NOTES = {
    "Chinese, simplified": ("王小明", "腰部疼痛三周，坐着更严重。请每天按摩两次，L5 痛。"),
    "Chinese, traditional": ("陳大文", "腰部疼痛三週，坐著更嚴重。右腿外側有時發麻。"),
    "Japanese": ("佐藤 葛\U000e0100子", "三週間前から腰が痛いです。「ゆっくり」押して、コーヒー。"),
    "Korean": ("김민수", "허리가 3주 동안 아파요. 앉아 있으면 더 심해집니다."),
    "Hindi": ("श्रीमती क्षमा", "तीन हफ़्ते से कमर में दर्द है, बैठने पर बढ़ जाता है।"),
    "Bengali": ("রহিম", "তিন সপ্তাহ ধরে কোমরে ব্যথা। বসলে আরও বাড়ে, ডান পায়ে।"),
    "Thai": ("สมชาย", "ปวดหลังมาสามสัปดาห์ นั่งแล้วปวดมากขึ้นและขาขวาด้านนอกชาที่นี่"),
    "Arabic": ("محمد (L5)", "ألم في أسفل الظهر منذ 3 أسابيع (L5/S1)، وأستيقظ ليلاً من الألم."),
    "Urdu": ("زہرہ", "کمر میں تین ہفتے سے درد ہے، بیٹھنے سے بڑھتا ہے۔"),
    "Hebrew": ("דוד כהן (L5)", "כאב גב תחתון כבר 3 שבועות (L5), מחמיר בישיבה. שָׁלוֹם"),
    "emoji": ("Ana 😀", "😣 👍🏽 👨\u200d👩\u200d👧 ❤\ufe0f 🇩🇪 1\ufe0f\u20e3 🧘"),
    "Greek": ("Γιάννης", "Πόνος στη μέση για τρεις εβδομάδες"),
    "Cyrillic": ("Иван", "Боль в пояснице три недели, хуже сидя"),
    "Vietnamese": ("Nguyễn", "Đau thắt lưng ba tuần, ngồi lâu đau hơn"),
}
"""A name and a note in each script."""

FROM_THE_RIGHT = ("Arabic", "Urdu", "Hebrew")
SHAPED = ("Hindi", "Bengali", "Thai")
"""Scripts in which one letter may be several shapes."""

_BLOCKS = (
    *((0x20, 0x7E), (0xC0, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF), (0x590, 0x5F4)),
    *((0x600, 0x6FF), (0x900, 0x97F), (0x980, 0x9FE), (0xE01, 0xE5B), (0x1EA0, 0x1EF9)),
    *((0x2000, 0x206F), (0x3041, 0x30FF), (0x3105, 0x312F), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3)),
    *((0xFE00, 0xFE0F), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1FAFF), (0x12000, 0x12399)),
)

typed = st.one_of(
    st.lists(
        st.one_of(*(st.characters(min_codepoint=a, max_codepoint=z) for a, z in _BLOCKS)),
        max_size=40,
    ).map("".join),
    st.lists(
        st.sampled_from([word for told in NOTES.values() for word in " ".join(told).split()]),
        max_size=25,
    ).map(" ".join),
)
"""What people type, in one script or several, and what nobody types."""


def glyphs(figures: list[Figure]) -> Iterator[tuple[str, int, str]]:
    """What is drawn for the texts of figures: the letters, the number of the shape, the font."""
    for figure in figures:
        for text in figure.findobj(Text):
            yield from _glyphs(text)


def _glyphs(text: Text) -> Iterator[tuple[str, int, str]]:
    look = text.get_fontproperties()
    found = [
        font_manager.findfont(
            font_manager.FontProperties(family=family, weight=look.get_weight()),
        )
        for family in look.get_family()
    ]
    font = font_manager.get_font(found)
    font.set_size(12, 72)
    for item in font._layout(text.get_text(), LoadFlags.NO_HINTING):
        yield item.char, item.glyph_index, item.ft_object.family_name
