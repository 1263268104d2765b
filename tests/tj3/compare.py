#!/usr/bin/env python3
"""Dates against TaskJuggler: random projects, scheduled by both, must have the same starts and finishes.

compare.py MILEPOST [SEED]: sixty projects on six calendars; finish-to-start and start-to-start with lag, milestones,
holidays, `schedule: effort`. In TaskJuggler each task is the effort of somebody who does nothing else, since it starts
other tasks at the very end of the day before; and what starts with a milestone there starts at the end of its day, so
there are no such. Prints what differs, and `N same, M different` in the last line.
"""
import csv
import datetime
import pathlib
import random
import re
import subprocess
import sys
import tempfile

AS_OF = datetime.date(2026, 6, 1)
WEEKS = [("mon-fri", "mon - fri"), ("mon-thu", "mon - thu"), ("mon-sat", "mon - sat"),
         ("sun-thu", "sun, mon, tue, wed, thu"), ("mon-fri", "mon - fri"), ("mon-sun", "mon - sun")]
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
PROJECTS = 10  # on each calendar
PLAN = re.compile(r"^plan (\S+) .*\n(?:  .*\n)*?  dates: (?:(\S+) \.\. )?(\S+) by", re.MULTILINE)


def in_week(day, week):
    first, last = (DAYS.index(name) for name in week.split("-"))
    return (day - first) % 7 <= (last - first) % 7


def works(day, week, holidays):
    return in_week(day.weekday(), week) and not any(begin <= day <= end for begin, end in holidays)


def make_project(draw, week, holidays, size=None):
    """Tasks as (name, days or 0 for a milestone, start or None, [(predecessor, type, lag)])."""
    tasks = []
    for number in range(1, 1 + (size or draw.randint(5, 25))):
        milestone = draw.random() < 0.12
        after = []
        for before in draw.sample(range(max(1, number - 40), number), min(number - 1, draw.choice([0, 1, 1, 2, 3]))):
            event = milestone or tasks[before - 1][1] == 0
            kind = "FS" if event or draw.random() < 0.6 else "SS"
            after.append((before, kind, draw.choice([0, 0, 1, 2, 5])))
        start = None
        if not after and draw.random() < 0.5:
            start = AS_OF + datetime.timedelta(days=draw.randint(0, 40))
            while not works(start, week, holidays):
                start += datetime.timedelta(days=1)
        if milestone and not after:
            milestone = False
        tasks.append((number, 0 if milestone else draw.randint(1, 9), start, after))
    return tasks


def write_taskjuggler(folder, week, holidays, projects):
    off = [day for number, day in enumerate(DAYS) if not in_week(number, week[0])]
    lines = ['project p "P" 2026-06-01 +18m {', "  timingresolution 60min", "  dailyworkinghours 8",
             f"  workinghours {week[1]} 9:00 - 17:00"]
    lines += [f"  workinghours {day} off" for day in off]
    lines += ["}"]
    for number, (begin, end) in enumerate(holidays):
        lines.append(f'leaves holiday "h{number}" {begin} - {end + datetime.timedelta(days=1)}')
    for place, tasks in enumerate(projects):
        for number, days, _, _ in tasks:
            if days:
                lines.append(f'resource r{place}_{number} "r"')
    for place, tasks in enumerate(projects):
        lines.append(f'task p{place} "p" {{')
        for number, days, start, after in tasks:
            body = [f"effort {days}d allocate r{place}_{number}" if days else "milestone"]
            if start:
                body.append(f"start {start}-09:00")
            for before, kind, lag in after:
                options = ("onstart " if kind == "SS" else "") + (f"gaplength {lag}d" if lag else "")
                body.append(f"depends !t{before} {{ {options} }}" if options else f"depends !t{before}")
            lines.append(f'  task t{number} "t" {{ {" ".join(body)} }}')
        lines.append("}")
    lines.append('taskreport out "out" { formats csv columns id, start, end timeformat "%Y-%m-%d" }')
    (folder / "plan.tjp").write_text("\n".join(lines) + "\n")


def ask_taskjuggler(folder):
    done = subprocess.run(["tj3", "--silent", "plan.tjp"], cwd=folder, env={"TZ": "UTC", "PATH": "/usr/bin:/bin"},
                          capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        sys.exit(f"tj3 ended with {done.returncode}\n{done.stdout}{done.stderr}")
    with open(folder / "out.csv", encoding="utf-8") as file:
        return {row["Id"]: (row["Start"], row["End"]) for row in csv.DictReader(file, delimiter=";")}


def milepost_lines(tasks, stream=""):
    """YAML of tasks and milestones by their list; in a workstream their ids begin with its name."""
    prefix = f"T-{stream}" if stream else "T-"
    lines = {"tasks": [], "milestones": []}
    for number, days, start, after in tasks:
        fields = [f"id: {prefix}{number}", f"title: T {number}"]
        if days:
            fields.append(f"estimate: {days}d")
        if start:
            fields.append(f"start: {start}")
        if stream:
            fields.append(f"part_of: WS-{stream}")
        if after:
            waits = ", ".join(f"{{to: {prefix}{before}, type: {kind}, lag: {lag}d}}" for before, kind, lag in after)
            fields.append(f"depends_on: [{waits}]")
        lines["tasks" if days else "milestones"].append("- {" + ", ".join(fields) + "}")
    return lines


def write_milepost(folder, week, holidays, lines):
    folder.mkdir()
    off = ", ".join(f"{begin}..{end}" for begin, end in holidays)
    (folder / "program.yaml").write_text(
        f"program: P\nas_of: {AS_OF}\nschedule: effort\n"
        f"calendar: {{week: {week[0]}, holidays: [{off}]}}\n")
    text = "".join(f"{kind}:\n" + "\n".join(rows) + "\n" for kind, rows in lines.items() if rows)
    (folder / "plan.yaml").write_text(text)


def ask_milepost(milepost, folder, week, holidays, tasks):
    write_milepost(folder, week, holidays, milepost_lines(tasks))
    done = subprocess.run([milepost, "dump", "--stage", "analyze", str(folder)], capture_output=True, text=True,
                          timeout=60, check=False)
    return {found[1]: (found[2] or found[3], found[3]) for found in PLAN.finditer(done.stdout)}


def main():
    milepost = str(pathlib.Path(sys.argv[1]).resolve())
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    same = different = 0
    with tempfile.TemporaryDirectory() as scratch:
        for place, week in enumerate(WEEKS):
            draw = random.Random(seed * 100 + place)
            holidays = []
            for _ in range(place * 2):
                begin = AS_OF + datetime.timedelta(days=draw.randint(0, 150))
                holidays.append((begin, begin + datetime.timedelta(days=draw.choice([0, 0, 1, 6]))))
            projects = [make_project(draw, week[0], holidays) for _ in range(PROJECTS)]
            folder = pathlib.Path(scratch) / str(place)
            folder.mkdir()
            write_taskjuggler(folder, week, holidays, projects)
            theirs = ask_taskjuggler(folder)
            for number, tasks in enumerate(projects):
                ours = ask_milepost(milepost, folder / f"p{number}", week, holidays, tasks)
                for task, _, _, _ in tasks:
                    got, wanted = ours.get(f"T-{task}"), theirs[f"p{number}.t{task}"]
                    if got == wanted:
                        same += 1
                        continue
                    different += 1
                    print(f"calendar {place}, project {number}, task {task}: {got}, tj3 says {wanted}")
    print(f"{same} same, {different} different")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
