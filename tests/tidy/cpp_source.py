# Splits C++ text into code, comments and includes, so that a rule looks where it means to.
import re

TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<raw>R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<number>\b[0-9](?:'?[0-9a-zA-Z_.])*)
  | (?P<char>'(?:\\.|[^'\\\n])+')
    """,
    re.VERBOSE | re.DOTALL,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


class CppSource:
    """One file: `code` has comments and literals blanked, `comments` has all else blanked.
    Both keep their line breaks, so an offset in either gives the right line."""

    def __init__(self, text):
        self.text = text
        self.lines = text.count("\n")
        code, comments, at = [], [], 0
        for token in TOKEN.finditer(text):
            code.append(text[at : token.start()])
            comments.append(blank(text[at : token.start()]))
            whole = token.group()
            if token.lastgroup == "number":
                code.append(whole)
                comments.append(blank(whole))
            elif token.group("comment"):
                code.append(blank(whole))
                comments.append(whole)
            else:
                code.append(blank(whole))
                comments.append(blank(whole))
            at = token.end()
        code.append(text[at:])
        comments.append(blank(text[at:]))
        self.code = "".join(code)
        self.comments = "".join(comments)

    def includes(self):
        """(line, quoted, path) of each include."""
        for match in INCLUDE.finditer(self.text):
            yield line_of(self.text, match.start(1)), match.group(1) == '"', match.group(2)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
