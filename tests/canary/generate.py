#!/usr/bin/env python3
"""A program of many records with a random word in everything that can be written, by who may see it.

  generate.py OUT_DIR TOKENS.json [--records 500] [--seed 1]

TOKENS.json: {label: {where: word}}. Labels are those of the records, fields and regions; `email` and `place` are what only insiders are told
(addresses, and where files lie), `never` what nobody is (comments). What has to be on the site of everybody who may see the label is repeated under `must LABEL`.
"""
import argparse
import json
import random
import zlib
from pathlib import Path

from kinds import FieldInfo, read_kinds

LETTERS = "bcdfghjkmnpqrstvwxz"  # no vowels, so that no token is a word
MARK = "kvzq"
LABELS = ("public", "internal", "restricted", "board", "partner")
OWN_LABELS = LABELS[3:]  # beside the others, and beside each other
SEES = {
    "customers": ("public",), "staff": ("public", "internal"), "internal": ("public", "internal"), "": ("public", "internal"),
    "partners": ("public", "partner"), "board": ("public", "board"), "both": ("public", "board", "partner"), "program_office": LABELS,
}  # fmt: skip
SPELLINGS = ("file", "yaml", "table", "block", "item")
IMAGE = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000" "1f15c489")


def new_word(dice, taken):
    """A word of which already the first letters are of no other: what is left of one is never taken for another."""
    while True:
        word = MARK + "".join(dice.choice(LETTERS) for _ in range(14))
        if word[:10] not in taken:
            taken.add(word[:10])
            return word


def joined(label, other):
    """The label of what only those see who see both: each has `public` for nothing."""
    parts = [part for part in dict.fromkeys((*label.split("+"), *other.split("+"))) if part != "public"]
    return "+".join(parts) or "public"


def key_of(kind):
    return kind.label.lower().replace(" ", "_").replace("-", "_")


OWN_TYPES = {"text": "text", "markdown": "markdown", "person": "person", "url": "url"}


def own_fields():
    """Of every kind: fields with a label of their own, on records of every label."""
    return {f"{label}_{kind}": {"type": kind, "visibility": label} for label in ("internal", *OWN_LABELS) for kind in OWN_TYPES}


class Generator:
    def __init__(self, records, seed):
        self.random = random.Random(seed)
        self.tokens = {}
        self.taken = set()
        self.files = {}
        self.kinds, self.links = read_kinds()
        for kind in self.kinds:
            kind.fields += [FieldInfo(name, OWN_TYPES[info["type"]], info["visibility"]) for name, info in own_fields().items()]
        self.count = records
        self.ids = {}  # by label
        self.number = 0
        self.simple = False

    def token(self, label, where, must=False):
        word = new_word(self.random, self.taken)
        self.number += 1
        where = f"{where} #{self.number}"
        self.tokens.setdefault(label, {})[where] = word
        if must:
            self.tokens.setdefault(f"must {label}", {})[where] = word
        return word

    # --- values ----------------------------------------------------------------------------------

    def value(self, info, label, where, kind):
        """A value of the field with a token in it, if a value of that type can hold one."""
        label = joined(label, info.visibility)
        where = f"{where}.{info.name}"
        kind_of, _, _ = info.type.removeprefix("list of ").partition(" by ")
        word = lambda: self.token(label, where)
        if kind_of == "mapping":
            made = {one.name: self.value(one, label, where, kind) for one in info.inner}
            made = {key: value for key, value in made.items() if value is not None}
            if " by " in info.type:
                key = info.type.rpartition(" ")[2]
                made.pop(key, None)
                made = {"2026-05-29" if key == "date" else word(): made if len(made) != 1 else next(iter(made.values()))}
                return made
            return [made] if info.type.startswith("list") else made
        one = {
            "text": lambda: f"Said {word()}",
            "markdown": lambda: f"Long {word()}, `{word()}` and [{word()}](https://{word()}.example/ \"{word()}\").",
            "date": lambda: f"2026-0{self.random.randint(5, 8)}-{self.random.randint(10, 28)}",
            "datetime": lambda: f"2026-05-{self.random.randint(10, 28)} 10:00",
            "when": lambda: f"2026-07-{self.random.randint(10, 28)}",
            "duration": lambda: "3d",
            "estimate": lambda: "2d..4d",
            "effort": lambda: "5d",
            "percent": lambda: 40,
            "number": lambda: self.random.randint(2, 90),
            "money": lambda: f"GBP {self.random.randint(1000, 9000)}",
            "level": lambda: f"high {word()}",
            "health": lambda: {"value": "at_risk", "because": word()},
            "status": lambda: f"{self.random.choice(kind.statuses)} — {word()}" if kind.statuses else None,
            "person": lambda: self.person(label, where),
            "team": lambda: f"Team {word()}",
            "role": lambda: "tech_lead",
            "url": lambda: f"https://{word()}.example/{word()}",
            "yes or no": lambda: True,
            "reference": lambda: self.reference(label),
        }.get(kind_of)
        if one is None:
            return kind_of.removeprefix("one of ").split(",")[0] if kind_of.startswith("one of") else None
        made = one()
        return [made, one()] if info.type.startswith("list of") and made is not None else made

    def person(self, label, where):
        """Somebody whom nothing else names. An address in visible words is refused (MP402): none in cells and blocks."""
        if self.simple:
            return f"Ann {self.token(label, where)}"
        return f"Ann {self.token(label, where)} <{self.token(label + '+email', where)}@example.org>"

    def reference(self, label):
        """A record that everybody who reads this may see, too."""
        label = label.partition("+")[0]
        below = {"public": ("public",), "internal": ("public", "internal"), "restricted": ("public", "internal", "restricted")}
        ids = [one for seen in below.get(label, ("public",)) for one in self.ids.get(seen, [])]
        return self.random.choice(ids) if ids else None

    # --- records ---------------------------------------------------------------------------------

    def make(self):
        plan = []
        for i in range(self.count):
            # Every label with every spelling after as few records as can be.
            turn, number = divmod(i, len(self.kinds))
            kind = self.kinds[number]
            label = LABELS[turn % len(LABELS)]
            spelling = SPELLINGS[(number + turn + turn // len(LABELS)) % len(SPELLINGS)]
            ident = f"{kind.prefix}-{self.token(label, 'id', must=True)}-{i}"
            plan.append((kind, label, spelling, ident))
        for kind, label, spelling, ident in plan:
            getattr(self, "as_" + spelling)(kind, label, ident)
            self.ids.setdefault(label, []).append(ident)
        self.pages()
        self.program()
        return self.files

    def fields(self, kind, label, where, simple=False):
        """Simple ones have one line of words: what a cell or a line of a block can hold."""
        made = {}
        self.simple = simple
        for info in kind.fields:
            if info.name in ("id", "title", "visibility", "covers", "kind", "parent"):
                continue
            if simple and info.type not in ("text", "person", "list of person", "team", "url", "status", "level"):
                continue
            value = self.value(info, label, where, kind)
            if isinstance(value, list):
                value = [one for one in value if one is not None]
            if value not in (None, [], {}):
                made[info.name] = ", ".join(value) if simple and isinstance(value, list) else value
        return made

    def body(self, label, where):
        never = self.token("never", where + " comment")
        parts = [f"Prose {self.token(label, where + ' body', must=True)}. <!-- {never} -->"]
        for region in LABELS[1:]:
            if region != label:
                parts.append(self.region(region, joined(label, region), where))
        return "\n\n".join(parts) + "\n"

    def region(self, region, label, where):
        word = lambda what: self.token(label, f"{where} region {what}")
        image = self.image(label, where)
        note, definition = word("note"), word("definition")
        return (
            f"<!-- audience: {region} -->\n"
            f"## Heading {word('heading')}\n\n"
            f"Words {word('words')}[^{note}] of [{word('label')}][{definition}] by Ann {word('person')}.\n"
            f"![{word('alt')}]({image}) `{word('code')}` https://{word('bare')}.example/ <kbd>{word('element')}</kbd>\n\n"
            f"- [ ] Box {word('box')} (owner: Ann {word('box owner')}, due: 2026-06-30, notes: {word('box note')})\n"
            f"- [x] Done {word('box')}\n\n"
            f"| {word('head')} | x |\n| --- | --- |\n| {word('cell')} | y |\n\n"
            f"```text\n{word('block')}\n```\n\n"
            f"[^{note}]: Note {word('note words')}.\n\n"
            f"[{definition}]: https://{word('address')}.example/ \"{word('title')}\"\n"
            f"<!-- /audience -->"
        )

    def image(self, label, where):
        name = self.token(label, where + " attachment name")
        content = self.token(label, where + " attachment")
        text = b"tEXtComment\0" + content.encode()
        chunk = len(text[4:]).to_bytes(4, "big") + text + zlib.crc32(text).to_bytes(4, "big")
        self.files[f"images/{name}.png"] = IMAGE + chunk
        return f"/images/{name}.png"

    def title(self, label, where):
        return f"Title {self.token(label, where + ' title', must=True)}"

    def as_file(self, kind, label, ident):
        """Hidden by its own label, by the folder, or by its kind."""
        fields = {"id": ident, "title": self.title(label, ident), **self.fields(kind, label, ident)}
        fields["x_" + self.token(label, ident + " unknown key")] = self.token(label, ident + " unknown value")
        by_folder = self.random.random() < 0.4
        name = self.token(label + "+place", ident + " file name")
        folder = f"by-{label}/{self.token(label + '+place', ident + ' folder')}" if by_folder else "files"
        if not by_folder:
            fields["visibility"] = label
        fields["kind"] = key_of(kind)
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
        lines.insert(1, f"# {self.token('never', ident + ' yaml comment')}")
        aliases = self.token(label, ident + " alias")
        lines.append(f"aliases: [{aliases}]")
        self.files[f"{folder}/{name}.md"] = "---\n" + "\n".join(lines) + "\n---\n\n" + self.body(label, ident)

    def as_yaml(self, kind, label, ident):
        fields = {"id": ident, "title": self.title(label, ident), "visibility": label, **self.fields(kind, label, ident)}
        file = f"lists/{kind.plural}.yaml"
        text = self.files.get(file, f"{kind.plural}:\n")
        entry = ", ".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
        self.files[file] = text + f"- {{{entry}}}  # {self.token('never', ident + ' yaml comment')}\n"

    def as_table(self, kind, label, ident):
        fields = {"ID": ident, "Title": self.title(label, ident), "Visibility": label, **self.fields(kind, label, ident, simple=True)}
        file = f"tables/{kind.plural}.md"
        head = f"| {' | '.join(name.replace('_', ' ') for name in fields)} |\n|{' --- |' * len(fields)}\n"
        text = self.files.get(file, f"---\nvisibility: public\n---\n# Table of {kind.plural}\n\nOf everything.\n\n## {kind.label}s\n\n{head}")
        cells = [str(value).replace("|", "/") for value in fields.values()]
        self.files[file] = text + f"| {' | '.join(cells)} |\n"

    def as_block(self, kind, label, ident):
        fields = {"Visibility": label, **self.fields(kind, label, ident, simple=True)}
        lines = [f"{ident}: {self.title(label, ident)}", *(f"{key.replace('_', ' ')}: {value}" for key, value in fields.items())]
        file = f"blocks/{kind.plural}.md"
        text = self.files.get(file, f"---\nvisibility: public\n---\n# Blocks of {kind.plural}\n\n")
        self.files[file] = text + "```\n" + "\n".join(lines) + "\n```\n\n"

    def as_item(self, kind, label, ident):
        """Items have no ids: their titles say it all."""
        person = f"Ann {self.token(label, ident + ' item owner')}"
        file = f"items/{kind.plural}-{label}.md"
        text = self.files.get(file, f"---\nvisibility: {label}\n---\n\n# Items\n\n## {kind.label}s\n\n")
        self.files[file] = text + f"- {self.title(label, ident)} (High) - Owner: {person}\n"
        for where, word in list(self.tokens[label].items()):
            if word in ident:
                self.tokens[f"must {label}"].pop(where, None)

    def pages(self):
        for label in LABELS:
            for n in range(4):
                name = self.token(label, "page name")
                text = f"---\nvisibility: {label}\n---\n# Page {self.token(label, 'page title', must=True)}\n\n" + self.body(label, f"page {n}")
                own = self.image(label, f"page {n}")
                text += f"\n![{self.token(label, 'page alt')}]({own})\n"
                self.files[f"pages/{name}.md"] = text

    def program(self):
        people = {}
        for label in LABELS:
            key = self.token(label + "+roster", "roster key")
            name = self.token(label + "+roster", "roster name")
            people[key] = {"name": f"Eve {name}", "email": self.token(label + "+roster+email", "roster mail") + "@example.org", "role": self.token(label + "+roster", "roster role")}
            self.files[f"roster-{label}.yaml"] = f"tasks:\n- {{id: T-ROSTER-{label}, title: Of the roster, owner: {key}, visibility: {label}}}\n"
        settings = {
            "program": "Canaries", "id": "CAN", "as_of": "2026-06-01", "start": "2026-01-05", "labels": list(OWN_LABELS),
            "roles": {"tech_lead": list(people)[:1]}, "people": people,
            "audiences": {"customers": {"sees": ["public"]},
                          "staff": {"sees": ["public", "internal"], "shows": ["verdict", "health", "scores", "probabilities", "metrics", "findings"]},
                          "partners": {"sees": list(SEES["partners"]), "redaction": "omit"}, "board": {"sees": list(SEES["board"]), "shows": "all"},
                          "both": {"sees": list(SEES["both"])}},
            "kinds": {key_of(kind): {"fields": own_fields()} for kind in self.kinds},
            "records": [{"path": f"by-{label}/**", "visibility": label} for label in LABELS]
            + [{"path": f"{folder}/{kind.plural}{end}.md", "kind": key_of(kind)} for kind in self.kinds
               for folder, end in (("tables", ""), ("blocks", ""), *(("items", f"-{label}") for label in LABELS))],
        }  # fmt: skip
        never = self.token("never", "program.yaml comment")
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
        self.files["program.yaml"] = f"# {never}\n" + "\n".join(lines) + "\n"


def seen_by(audience, label):
    """Whether the audience may be told what has this label ("a+b": who sees both). Who is inside knows the roster."""
    insider = audience in ("", "program_office")
    parts = set(label.removeprefix("must ").split("+"))
    if insider and "roster" in parts:
        return True
    return parts - {"email", "place", "roster"} <= set(SEES[audience]) and (insider or not parts & {"email", "place"})


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("out")
    arguments.add_argument("tokens")
    arguments.add_argument("--records", type=int, default=500)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    made = Generator(given.records, given.seed)
    for path, content in made.make().items():
        place = Path(given.out) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    Path(given.tokens).write_text(json.dumps(made.tokens, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
