"""A strict reader of iCalendar (RFC 5545, 7986): problems(bytes) tells every place where a calendar breaks the grammar."""
import datetime
import re

NAME = re.compile(r"^[A-Z0-9-]+$")
PARAMETER = re.compile(r'^([A-Z0-9-]+)=("[^"\x00-\x1f\x7f]*"|[^";:,\x00-\x1f\x7f]*)$')
DATE = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
MOMENT = re.compile(r"^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$")
DURATION = re.compile(r"^P(?:\d+W|(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$")
TEXT = re.compile(r"^(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*$")
TEXTS = re.compile(r"^(?:[^\\;\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*$")  # a list of texts, with commas
URI = re.compile(r"^[a-z][a-z0-9+.-]*:[^\s<>\"\x00-\x20\x7f]+$")

KINDS = {
    "VERSION": lambda v: v == "2.0", "PRODID": TEXT.match, "CALSCALE": lambda v: v == "GREGORIAN", "NAME": TEXT.match,
    "X-WR-CALNAME": TEXT.match, "URL": URI.match, "REFRESH-INTERVAL": DURATION.match, "UID": TEXT.match,
    "SUMMARY": TEXT.match, "DESCRIPTION": TEXT.match, "CATEGORIES": TEXTS.match,
    "STATUS": lambda v: v in ("TENTATIVE", "CONFIRMED", "CANCELLED"), "TRANSP": lambda v: v in ("OPAQUE", "TRANSPARENT"),
}
IN_CALENDAR = {"VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "URL", "REFRESH-INTERVAL"}
IN_EVENT = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "CATEGORIES", "STATUS", "TRANSP"}


def read_time(value, parameters):
    """("DATE" or "MOMENT", the time), or None."""
    wanted = parameters.get("VALUE", "DATE-TIME")
    found = (DATE if wanted == "DATE" else MOMENT).match(value)
    try:
        return found and (wanted, datetime.datetime(*(int(part) for part in found.groups())))
    except ValueError:
        return None


class Reader:
    def __init__(self, data):
        self.found = []
        self.open = []
        self.uids = set()
        self.event = None
        self.events = []
        self.seen = set()
        self.read(data)

    def say(self, number, text):
        self.found.append(f"line {number}: {text}")

    def read(self, data):
        if not data.endswith(b"\r\n"):
            self.found.append("the last line has no CRLF")
        lines = data.split(b"\r\n")[:-1]
        logical = []
        for number, line in enumerate(lines, 1):
            if b"\r" in line or b"\n" in line:
                self.say(number, "a bare CR or LF")
            if len(line) > 75:
                self.say(number, f"{len(line)} octets")
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                self.say(number, "no UTF-8, or folded inside a character")
                text = line.decode("utf-8", "replace")
            if text.startswith((" ", "\t")):
                if not logical:
                    self.say(number, "the first line is folded")
                else:
                    logical[-1] = (logical[-1][0], logical[-1][1] + text[1:])
            elif not text:
                self.say(number, "an empty line")
            else:
                logical.append((number, text))
        if not logical or logical[0][1] != "BEGIN:VCALENDAR" or logical[-1][1] != "END:VCALENDAR":
            self.found.append("no VCALENDAR around all")
        for number, text in logical:
            self.line(number, text)
        if self.open:
            self.found.append(f"{self.open[-1]} is not ended")

    def line(self, number, text):
        head, colon, value = split_value(text)
        name, *parts = split_parameters(head)
        if not colon or not NAME.match(name):
            self.say(number, f"no content line: {text[:40]!r}")
            return
        parameters = {}
        for part in parts:
            found = PARAMETER.match(part)
            if not found or found[1] in parameters:
                self.say(number, f"parameter {part!r}")
            else:
                parameters[found[1]] = found[2]
        if name == "BEGIN":
            self.begin(number, value)
        elif name == "END":
            self.end(number, value)
        else:
            self.property(number, name, parameters, value)

    def begin(self, number, value):
        if (value, len(self.open)) not in (("VCALENDAR", 0), ("VEVENT", 1)):
            self.say(number, f"{value} cannot begin here")
        self.open.append(value)
        self.seen = self.seen if value == "VEVENT" else set()
        if value == "VEVENT":
            self.event = {}

    def end(self, number, value):
        if not self.open or self.open.pop() != value:
            self.say(number, f"END:{value} ends nothing")
        if value == "VCALENDAR":
            for name in ("VERSION", "PRODID"):
                if name not in self.seen:
                    self.say(number, f"no {name}")
        elif value == "VEVENT" and self.event is not None:
            self.end_event(number)

    def end_event(self, number):
        event, self.event = self.event, None
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if name not in event:
                self.say(number, f"an event without {name}")
        start, end = event.get("DTSTART"), event.get("DTEND")
        if start and end and (start[0] != end[0] or end[1] <= start[1]):
            self.say(number, "DTEND is no later moment of the same type")
        self.events.append(event)

    def property(self, number, name, parameters, value):
        inside = self.open[-1] if self.open else None
        if name not in {"VCALENDAR": IN_CALENDAR, "VEVENT": IN_EVENT}.get(inside, ()):
            self.say(number, f"{name} cannot stand in {inside}")
            return
        here = self.event if inside == "VEVENT" and self.event is not None else None
        if (name in here) if here is not None else (name in self.seen):
            self.say(number, f"{name} twice")
        if here is None:
            self.seen.add(name)
        if name in ("DTSTAMP", "DTSTART", "DTEND"):
            time = read_time(value, parameters)
            if not time or (name == "DTSTAMP" and time[0] != "DATE-TIME"):
                self.say(number, f"{name} {value!r}")
            elif here is not None:
                here[name] = time
            return
        allowed = {"REFRESH-INTERVAL": {"VALUE": "DURATION"}}.get(name, {})
        if parameters != allowed:
            self.say(number, f"parameters of {name}: {parameters}")
        if not KINDS[name](value):
            self.say(number, f"{name} {value[:60]!r}")
        if name == "UID":
            if value in self.uids:
                self.say(number, f"the UID {value} twice")
            self.uids.add(value)
        if here is not None:
            here[name] = value


def split_value(text):
    """Name and parameters, the colon that ends them, the value: a quoted parameter may hold colons."""
    quoted = False
    for at, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return text[:at], ":", text[at + 1:]
    return text, "", ""


def split_parameters(head):
    return re.findall(r'(?:[^;"]|"[^"]*")+', head) or [""]


def problems(data):
    return Reader(data).found


def events(data):
    """Each event by property name; times as (type, datetime)."""
    return Reader(data).events
