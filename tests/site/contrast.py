#!/usr/bin/env python3
"""The colours of a style sheet can be told apart, in light and in dark: contrast.py STYLE.css

Text needs 4.5:1 on whatever stands behind it, a mark 3:1 (WCAG 1.4.3 and 1.4.11).
"""
import re
import sys
from pathlib import Path

TEXT = 4.5
MARK = 3.0
STATES = ("ok", "warn", "bad")

PAIRS = (
    [(ink, ground, TEXT) for ink in ("ink", "ink-2", "ink-3", "accent") for ground in ("paper", "ground", "pop", "wash")]
    + [(state, ground, TEXT) for state in STATES for ground in ("paper", "ground", "pop", "wash", state + "-w")]
    + [("ink", f"heat-{band}", TEXT) for band in range(1, 5)]
    + [("ink", tint + "-w", TEXT) for tint in STATES]
    + [("ink-2", "ground-2", TEXT)]
    + [(mark, "paper", MARK) for mark in ("line-2", "rule", "warn-f", "accent")]
    + [("line-2", "pop", MARK), ("warn-f", "ground", MARK), ("warn-f", "warn-w", MARK)]
)


def luminance(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(block):
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3}(?:[0-9a-f]{3})?);", block))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    blocks = {
        name: re.search(re.escape(selector) + r" \{(.*?)\}", text, re.DOTALL)
        for name, selector in (
            ("light", "\n:root"),
            ("dark", ':root:not([data-theme="light"])'),
            ("chosen dark", ':root[data-theme="dark"]'),
        )
    }
    failures = [f"there are no colours for {name}" for name, block in blocks.items() if not block]
    passed = 0
    if not failures:
        themes = {name: colours(block[1]) for name, block in blocks.items()}
        if themes["dark"] == themes["chosen dark"]:
            passed += 1
        else:
            failures.append("the dark that is chosen has other colours than the dark of the system")
        for name in ("light", "dark"):
            theme = themes["light"] | themes[name]
            for front, behind, needed in PAIRS:
                found = ratio(theme[front], theme[behind])
                if found >= needed:
                    passed += 1
                else:
                    failures.append(f"{front} on {behind}, {name}: {found:.2f}, less than {needed}")
    print("\n".join(failures))
    print(f"counts: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
