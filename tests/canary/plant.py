# Plants tokens into a copy of the sample program: in hidden records, fields, regions and comments, and in visible ones beside them.
import random
import re
import shutil
from pathlib import Path

from generate import new_word

SAMPLE = Path(__file__).resolve().parents[2] / "sample-program"


def plant(folder, seed=7):
    """Copies the sample to `folder` and gives {label: {where: word}}."""
    dice = random.Random(seed)
    tokens = {}
    taken = set()

    def token(label, where, must=False):
        word = new_word(dice, taken)
        tokens.setdefault(label, {})[f"{where} #{sum(map(len, tokens.values()))}"] = word
        if must:
            tokens.setdefault(f"must {label}", {})[where] = word
        return word

    shutil.copytree(SAMPLE, folder)
    for path in sorted(Path(folder).rglob("*")):
        where = path.relative_to(folder).as_posix()
        if path.suffix in (".yaml", ".yml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text + f"\n# {token('never', where + ' comment')}\n", encoding="utf-8")
        if path.suffix == ".md":
            plant_markdown(path, where, token)
    settings = Path(folder) / "program.yaml"
    text = settings.read_text(encoding="utf-8")
    text = re.sub(r"email: [^,}]+", lambda _: f"email: {token('internal+email', 'e-mail')}@larkfield.example", text)
    settings.write_text(text, encoding="utf-8")
    plant_records(Path(folder), token)
    return tokens


def plant_markdown(path, where, token):
    text = path.read_text(encoding="utf-8").rstrip("\n")
    restricted, image = token("restricted", where + " region"), token("restricted", where + " image")
    (path.parent / f"{image}.png").write_bytes(b"\x89PNG\r\n\x1a\n" + token("restricted", where + " image bytes").encode())
    note = token("restricted", where + " note")
    text += (
        f"\n\n<!-- {token('never', where + ' comment')} -->\n\n<!-- audience: restricted -->\n\n## Heading {restricted}\n\n"
        f"Words[^{note}] of `{token('restricted', where + ' code')}` and ![{token('restricted', where + ' alt')}]({image}.png), [a link][{note}].\n\n"
        f"- [ ] Box {token('restricted', where + ' box')} (owner: Ann {token('restricted', where + ' owner')}, due: 2026-06-30)\n\n"
        f"[^{note}]: {token('restricted', where + ' note')}\n\n[{note}]: https://example.org/{token('restricted', where + ' address')}\n\n<!-- /audience -->\n"
    )
    path.write_text(text, encoding="utf-8")


def plant_records(folder, token):
    for label in ("public", "internal", "restricted"):
        for kind, prefix in (("risk", "R"), ("task", "T"), ("decision", "D"), ("issue", "I"), ("milestone", "M"), ("blocker", "B"), ("stakeholder", "STK")):
            name = token(label, f"{kind} file")
            where = f"{label} {kind}"
            text = (
                f"---\nid: {prefix}-{token(label, where + ' id', True)}-900\nkind: {kind}\nvisibility: {label}\ntitle: Title {token(label, where + ' title', True)}\n"
                f"owner: Ann {token(label, where + ' owner')} <{token(label + '+email', where + ' mail')}@example.org>\nteam: Team {token(label, where + ' team')}\n"
                f"tags: [{token(label, where + ' tag')}]\nstatus: open — {token(label, where + ' status')}\nx_unknown: {token(label, where + ' unknown')}\n"
                f"aliases: [{token(label, where + ' alias')}]\nrelates_to: [T-14, R-002, REL-1]\nnotes: {token(label, where + ' notes')}\n---\n\n"
                f"Words {token(label, where + ' body', True)} of T-14.\n"
            )
            (folder / "planted").mkdir(exist_ok=True)
            (folder / "planted" / f"{name}.md").write_text(text, encoding="utf-8")
