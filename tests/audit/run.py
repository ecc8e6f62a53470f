"""Prepare the site, let each judge look at it, print one table."""

import contextlib
import sys
import time

from tests.audit import axe, lighthouse, nu, site, tools
from tests.audit.pages import pages, walk_site
from tests.audit.verdict import Verdict, timed, write

JUDGES = ("links", "nu", "axe", "lighthouse")
MOST_SHOWN = 12


def run(names, folder):
    """Let the judges of these names look, all without a name; return the exit status."""
    wanted = [name for name in JUDGES if name in names or not names]
    if unknown := set(names) - set(JUDGES):
        say(f"No such part: {', '.join(sorted(unknown))}. There are: {', '.join(JUDGES)}.")
        return 2
    start = time.monotonic()
    try:
        if set(wanted) - {"links"}:
            tools.install()
    except tools.Missing as why:
        say(f"FAIL  the audit's tools could not be installed: {why}")
        return 1
    say(f"Filling and serving the demo site as in production … ({seconds_since(start)})")
    site.prepare()
    with site.served() as origin:
        say(f"It answers. ({seconds_since(start)})")
        verdicts = list(look(wanted, origin, folder))
    write(verdicts, folder)
    say(f"\n{seconds_since(start)} in all; everything in {folder}\n")
    for verdict in verdicts:
        say(verdict.line)
        for problem in verdict.problems[:MOST_SHOWN]:
            say(f"        {problem}")
        if len(verdict.problems) > MOST_SHOWN:
            say(f"        … and {len(verdict.problems) - MOST_SHOWN} more")
    return 0 if all(one.is_good for one in verdicts) else 1


def look(wanted, origin, folder):
    """Yield the verdict of each judge; one that can not run says why and stops no other."""
    start = time.monotonic()
    with contextlib.closing(site.Client(origin)) as client:
        walked = walk_site(client, origin)
    chosen = pages(walked)
    walking = time.monotonic() - start
    judges = {
        "links": lambda: links(walked, chosen),
        "nu": lambda: nu.judge(walked, chosen, folder),
        "axe": lambda: axe.judge(chosen, origin, folder),
        "lighthouse": lambda: lighthouse.judge(chosen, origin, folder),
    }
    for name in wanted:
        verdict = timed(name, guarded, judges[name])
        verdict.seconds += walking if name == "links" else 0
        yield verdict


def links(walked, chosen):
    """Every address of the site leads where it says; what should be missing is missing."""
    wrong = walked.broken({page.path: page.status for page in chosen})
    if walked.is_cut:
        wrong.append(f"the walk ended early, after {len(walked.answers)} addresses")
    return Verdict("links", looked_at=f"{len(walked.answers)} addresses", problems=wrong)


def guarded(call):
    try:
        return call()
    except tools.Missing as why:
        return Verdict("", could_not_run=str(why))


def seconds_since(start):
    return f"{time.monotonic() - start:.0f} s"


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
