"""The GitHub action and the GitLab template: their steps, taken from the files and run as the runners run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["dvht-lint"]
PAGE = """\
In 2019 the county shelter housed 1,240 people.

## References

- In 2019 the county shelter housed 1,204 people.

Source: County Office on Violence. (2020). *Shelter report 2019*. Springfield, p. 3.
"""
PYTHON_STUB = """\
#!{python}
import os, pathlib, stat, sys
arguments = sys.argv[1:]
with open(os.environ["CALLS"], "a") as calls:
    calls.write(" ".join(arguments) + "\\n")
if arguments[:2] == ["-m", "venv"]:
    scripts = pathlib.Path(arguments[2], "bin")
    scripts.mkdir(parents=True, exist_ok=True)
    for name, text in (("python", pathlib.Path(__file__).read_text()), ("dvht-lint", "#!/bin/sh\\nexec {python} -m dvht_lint \\"$@\\"\\n")):
        (scripts / name).write_text(text)
        (scripts / name).chmod(0o755)
"""


@dataclass
class Runner:
    """What a runner keeps for a job: its folders, its files for summary and path, and the scratch repository."""

    folder: Path
    repository: Path

    def __post_init__(self) -> None:
        self.summary, self.path, self.calls = (self.folder / name for name in ("summary.md", "path.txt", "calls.txt"))
        for file in (self.summary, self.path, self.calls):
            file.touch()
        self.python = self.folder / "python"
        self.python.write_text(PYTHON_STUB.format(python=sys.executable))
        self.python.chmod(self.python.stat().st_mode | stat.S_IXUSR)

    def run(self, **inputs: str) -> tuple[int, str]:
        """Run the steps of the action until one fails; the status and what they print."""
        known = {name: given.get("default", "") for name, given in ACTION["inputs"].items()}
        assert inputs.keys() <= known.keys()
        values = {f"inputs.{name}": value for name, value in (known | inputs).items()}
        values |= {"github.action_path": str(ROOT), "steps.python.outputs.python-path": str(self.python)}
        printed = ""
        for step in ACTION["runs"]["steps"]:
            if "run" not in step:
                assert step["uses"].startswith("actions/")
                continue
            done = self.step(step, values)
            printed += done.stdout + done.stderr
            if done.returncode:
                return done.returncode, printed
        return 0, printed

    def step(self, step: dict[str, object], values: dict[str, str]) -> subprocess.CompletedProcess[str]:
        assert step["shell"] == "bash"
        script = self.folder / "step.sh"
        script.write_text(str(step["run"]))
        assert "${{" not in str(step["run"])  # an input in the text of a script is a hole
        given = {k: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda m: values[m[1]], str(v)) for k, v in step["env"].items()}
        paths = [*reversed(self.path.read_text().split()), os.environ["PATH"]]
        files = {
            "GITHUB_STEP_SUMMARY": self.summary,
            "GITHUB_PATH": self.path,
            "RUNNER_TEMP": self.folder,
            "CALLS": self.calls,
        }
        environment = os.environ | {k: str(v) for k, v in files.items()} | given | {"PATH": os.pathsep.join(paths)}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        return subprocess.run(
            command, cwd=self.repository, env=environment, capture_output=True, text=True, check=False
        )


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    if shutil.which("bash") is None or os.name == "nt":
        pytest.skip("needs bash")
    repository = tmp_path / "repository"
    repository.mkdir()
    (repository / "page.md").write_text(PAGE)
    (tmp_path / "runner").mkdir()
    return Runner(tmp_path / "runner", repository)


def test_drift_annotates_the_line_fills_the_summary_and_fails(runner: Runner) -> None:
    status, printed = runner.run()
    assert status == 1
    assert "::error title=DV501 number-drift,file=page.md,line=1,endLine=1,col=35,endColumn=40::" in printed
    summary = runner.summary.read_text()
    assert summary.count("DV501") == summary.count("# dvht-lint: 1 error") == 1
    assert "::error" not in summary


def test_a_clean_repository_passes(runner: Runner) -> None:
    (runner.repository / "page.md").write_text(PAGE.replace("1,240", "1,204"))
    status, printed = runner.run()
    assert (status, "::error" in printed) == (0, False)
    assert runner.summary.read_text().strip()


def test_options_and_paths_keep_their_quotes_and_nothing_is_evaluated(runner: Runner) -> None:
    (runner.repository / "clean page.md").write_text(PAGE.replace("1,240", "1,204"))
    assert runner.run(src="'clean page.md'")[0] == 0
    assert runner.run(args="--ignore 'DV501, DV3' --fail-level error")[0] == 0
    status, printed = runner.run(args="$(touch evil) `touch evil` ; touch evil", src="page.md")
    assert status == 2
    assert not (runner.repository / "evil").exists()
    assert "Traceback" not in printed


def test_what_could_not_be_checked_is_never_green(runner: Runner) -> None:
    status, printed = runner.run(src="nowhere.md")
    assert status == 2
    assert "nowhere.md" in printed
    assert "could not check everything" in runner.summary.read_text()


def test_it_installs_itself_or_the_version_that_is_asked_for(runner: Runner) -> None:
    runner.run()
    venv, pip = runner.calls.read_text().splitlines()
    assert venv == f"-m venv {runner.folder / 'dvht-lint'}"
    assert pip.endswith(f" {ROOT}[pdf]")
    runner.calls.write_text("")
    shutil.rmtree(runner.folder / "dvht-lint")
    runner.run(version="0.1.0")
    assert runner.calls.read_text().splitlines()[1].endswith(" dvht-lint[pdf]==0.1.0")


def test_nothing_is_uploaded() -> None:
    uses = [step["uses"].partition("@")[0] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert uses == ["actions/setup-python"]


def gitlab(repository: Path, arguments: str = "") -> subprocess.CompletedProcess[str]:
    """The template's script lines in the job's shell, which stops at the first that fails."""
    scripts = repository.parent / "bin"
    scripts.mkdir(exist_ok=True)
    (scripts / "dvht-lint").write_text(f'#!/bin/sh\nexec {sys.executable} -m dvht_lint "$@"\n')
    (scripts / "dvht-lint").chmod(0o755)
    environment = os.environ | GITLAB["variables"] | {"DVHT_LINT_ARGS": arguments, "NO_COLOR": "1"}
    environment["PATH"] = os.pathsep.join([str(scripts), os.environ["PATH"]])
    return subprocess.run(
        ["sh", "-e"],
        input="\n".join(GITLAB["script"]),
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_gitlab_gets_its_report_and_the_job_fails(runner: Runner) -> None:
    done = gitlab(runner.repository)
    assert done.returncode == 1
    assert "DV501" in done.stdout
    report = GITLAB["artifacts"]["reports"]["codequality"]
    (drift,) = [f for f in json.loads((runner.repository / report).read_text()) if f["check_name"] == "number-drift"]
    assert drift["location"]["path"] == "page.md"
    assert GITLAB["artifacts"]["when"] == "always"


def test_gitlab_passes_where_nothing_drifted_and_is_never_green_while_blind(runner: Runner) -> None:
    assert gitlab(runner.repository, "--ignore DV501").returncode == 0
    assert gitlab(runner.repository, "nowhere.md").returncode == 2
