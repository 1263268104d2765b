"""The expressions of GitHub Actions, as far as our workflows use them: parsed, listed, evaluated."""
import re

FUNCTIONS = {
    "success": 0, "failure": 0, "cancelled": 0, "always": 0, "contains": 2, "startsWith": 2, "format": None, "hashFiles": None,
}
CONTEXTS = {"github", "inputs", "steps", "needs", "jobs", "runner", "env", "matrix", "job"}
TOKEN = re.compile(r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>\d+(?:\.\d+)?)|(?P<op>\|\||&&|==|!=|[!()\[\],])|(?P<name>[\w.*-]+))")


class BadExpression(Exception):
    pass


def tokens_of(text):
    tokens, at = [], 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if not match:
            raise BadExpression(f"cannot read `{text[at:].strip()}`")
        tokens.append((match.lastgroup, match.group(match.lastgroup)))
        at = match.end()
    return tokens


class Expression:
    """A tree of ("value", v), ("path", [names]), ("call", name, [trees]), ("not", t), (operator, t, t)."""

    def __init__(self, text):
        self.tokens = tokens_of(text)
        self.at = 0
        self.tree = self.either()
        if self.at < len(self.tokens):
            raise BadExpression(f"`{self.tokens[self.at][1]}` is one word too many")

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (None, None)

    def take(self, text=None):
        kind, said = self.peek()
        if kind is None or (text is not None and said != text):
            raise BadExpression(f"`{text or 'a value'}` is missing")
        self.at += 1
        return kind, said

    def chain(self, operators, inner):
        left = inner()
        while self.peek()[0] == "op" and self.peek()[1] in operators:
            left = (self.take()[1], left, inner())
        return left

    def either(self):
        return self.chain({"||"}, lambda: self.chain({"&&"}, lambda: self.chain({"==", "!="}, self.single)))

    def single(self):
        kind, said = self.take()
        if said == "!":
            return ("not", self.single())
        if said == "(":
            inner = self.either()
            self.take(")")
            return inner
        if kind == "text":
            return ("value", said[1:-1].replace("''", "'"))
        if kind == "number":
            return ("value", float(said))
        if kind != "name":
            raise BadExpression(f"`{said}` is no value")
        if said in ("true", "false", "null"):
            return ("value", {"true": True, "false": False, "null": None}[said])
        if self.peek()[1] != "(":
            return ("path", said.split("."))
        self.take("(")
        arguments = []
        while self.peek()[1] != ")":
            if arguments:
                self.take(",")
            arguments.append(self.either())
        self.take(")")
        return ("call", said, arguments)

    def walk(self, tree=None):
        """Every node."""
        tree = tree or self.tree
        yield tree
        for part in tree[1:]:
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, tuple):
                    yield from self.walk(inner)


def embedded(text):
    """The expressions in a text, without their braces."""
    return re.findall(r"\$\{\{(.*?)\}\}", text, re.DOTALL)


def same(a, b):
    # As GitHub compares: texts without regard to case.
    return a.lower() == b.lower() if isinstance(a, str) and isinstance(b, str) else a == b


def evaluate(tree, contexts, functions):
    kind = tree[0]
    if kind == "value":
        return tree[1]
    if kind == "path":
        value = contexts
        for name in tree[1]:
            value = value.get(name) if isinstance(value, dict) else None
        return value
    if kind == "call":
        return functions[tree[1]](*(evaluate(one, contexts, functions) for one in tree[2]))
    if kind == "not":
        return not evaluate(tree[1], contexts, functions)
    left = evaluate(tree[1], contexts, functions)
    if kind == "&&":
        return evaluate(tree[2], contexts, functions) if left else left
    if kind == "||":
        return left if left else evaluate(tree[2], contexts, functions)
    equal = same(left, evaluate(tree[2], contexts, functions))
    return equal if kind == "==" else not equal


def expand(text, contexts, functions):
    """A text with its expressions put in, as GitHub writes values."""
    def written(match):
        value = evaluate(Expression(match.group(1)).tree, contexts, functions)
        if value is None:
            return ""
        return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return re.sub(r"\$\{\{(.*?)\}\}", written, text, flags=re.DOTALL)
