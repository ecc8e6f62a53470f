"""What a judge found, and the table that a person reads. Judges nothing."""

import json
import time
from dataclasses import asdict, dataclass, field


@dataclass
class Verdict:
    """One judge's word: what it looked at, what is wrong, how long it took."""

    judge: str
    looked_at: str = ""
    problems: list = field(default_factory=list)
    could_not_run: str = ""
    seconds: float = 0
    notes: list = field(default_factory=list)

    @property
    def is_good(self):
        return not (self.problems or self.could_not_run)

    @property
    def line(self):
        if self.could_not_run:
            said = f"did not run: {self.could_not_run}"
        elif self.problems:
            said = f"{len(self.problems)} problems in {self.looked_at}"
        else:
            said = f"nothing in {self.looked_at}"
        return (
            f"{'ok  ' if self.is_good else 'FAIL'}  {self.judge:<12}{self.seconds:>5.0f} s  {said}"
        )


def timed(judge, call, *arguments):
    """Return the verdict of ``call``, with the seconds it took."""
    start = time.monotonic()
    verdict = call(*arguments)
    verdict.judge, verdict.seconds = judge, time.monotonic() - start
    return verdict


def write(verdicts, folder):
    """Keep everything as JSON, where it is looked at when something is wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps([asdict(one) for one in verdicts], ensure_ascii=False, indent=1)
    (folder / "verdicts.json").write_text(text + "\n", encoding="utf-8")
