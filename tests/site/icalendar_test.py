#!/usr/bin/env python3
"""The reader of iCalendar finds nothing in a good calendar and something in each bad one."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import icalendar  # noqa: E402

EVENT = ["BEGIN:VEVENT", "UID:a@b", "DTSTAMP:20260601T000000Z", "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260602",
         "SUMMARY:One\\, two", "END:VEVENT"]
GOOD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", *EVENT, "END:VCALENDAR"]


def text(lines):
    return ("\r\n".join(lines) + "\r\n").encode()


def changed(old, new):
    return text([new if line == old else line for line in GOOD])


BAD = {
    "LF alone": text(GOOD).replace(b"\r\n", b"\n"),
    "no end of the last line": text(GOOD)[:-2],
    "a long line": changed("SUMMARY:One\\, two", "SUMMARY:" + "x" * 70),
    "folded inside a character": changed("SUMMARY:One\\, two", "SUMMARY:é").replace("é".encode(), "é".encode()[:1] + b"\r\n " + "é".encode()[1:]),
    "a bare comma": changed("SUMMARY:One\\, two", "SUMMARY:One, two"),
    "a bare semicolon": changed("SUMMARY:One\\, two", "SUMMARY:One; two"),
    "an unknown escape": changed("SUMMARY:One\\, two", "SUMMARY:C:\\Temp"),
    "a control character": changed("SUMMARY:One\\, two", "SUMMARY:a\x07b"),
    "a property of a stranger": changed("SUMMARY:One\\, two", "ATTENDEE:mailto:x@example.org"),
    "no UID": changed("UID:a@b", "DESCRIPTION:x"),
    "a UID twice": text(GOOD[:-1] + EVENT + GOOD[-1:]),
    "a summary twice": changed("END:VEVENT", "SUMMARY:again").replace(b"SUMMARY:again", b"SUMMARY:again\r\nEND:VEVENT"),
    "a day that does not exist": changed("DTSTART;VALUE=DATE:20260601", "DTSTART;VALUE=DATE:20260631"),
    "a day without VALUE=DATE": changed("DTSTART;VALUE=DATE:20260601", "DTSTART:20260601"),
    "local time": changed("DTSTAMP:20260601T000000Z", "DTSTAMP:20260601T000000"),
    "an end that is no later": changed("DTEND;VALUE=DATE:20260602", "DTEND;VALUE=DATE:20260601"),
    "an end of another type": changed("DTEND;VALUE=DATE:20260602", "DTEND:20260602T000000Z"),
    "an event that is not ended": text([line for line in GOOD if line != "END:VEVENT"]),
    "no version": changed("VERSION:2.0", "CALSCALE:GREGORIAN"),
    "an empty line": changed("VERSION:2.0", "VERSION:2.0\r\n"),
    "no colon": changed("VERSION:2.0", "VERSION"),
    "an unknown state": changed("SUMMARY:One\\, two", "SUMMARY:x\r\nSTATUS:MAYBE"),
}


def main():
    wrong = [] if not icalendar.problems(text(GOOD)) else [f"the good calendar: {icalendar.problems(text(GOOD))}"]
    wrong += [f"nothing is said of {name}" for name, data in BAD.items() if not icalendar.problems(data)]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
