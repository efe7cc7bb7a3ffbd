"""What a run of `check` comes to: a report, fixes, a diff, a baseline or suppressions; and its exit status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from dvht_lint import files
from dvht_lint.commands import baseline as baselines
from dvht_lint.commands import fixing, progress, receipt, statistics
from dvht_lint.commands.baseline import Baseline
from dvht_lint.commands.check import FINDINGS, UNCHECKED, Run
from dvht_lint.commands.fixing import Fixed
from dvht_lint.commands.project import Opened, retake_evidence
from dvht_lint.commands.recall import Outcome
from dvht_lint.commands.reporting import Judged, build_report
from dvht_lint.diagnostic import Diagnostic, Report, Severity
from dvht_lint.errors import UsageError
from dvht_lint.reports import RenderOptions, render

__all__ = ["outcome_of", "report_on"]


def outcome_of(run: Run, opened: Opened) -> Outcome:
    """Check what was read, and do what the options of the run say."""
    options = run.options
    with progress.telling("checking", run.start, quiet=bool(options.quiet)):
        opened.diagnostics()
    known = baselines.read(run.config.baseline) if run.config.baseline else None
    fixed = _fix(run, opened, known) if run.config.fix or options.diff else None
    if options.diff and fixed is not None:
        return _diff(run, opened, fixed)
    if options.write_baseline:
        number = baselines.write(Path(options.write_baseline), opened)
        return Outcome("", f"wrote {receipt.counted(number, 'finding')} to {options.write_baseline}", 0)
    if options.add_ignores:
        return _add_ignores(run, opened, _judge(opened, known))
    outcome = report_on(run, opened, known)
    if fixed is not None and fixed.count:
        outcome = replace(outcome, receipt=f"{_settled('fixed', fixed)}; {outcome.receipt}")
    if fixed is not None and files.STDIN in run.plan.load:
        outcome = replace(outcome, passed_on=_stdin(run, opened))
    return outcome


def report_on(run: Run, opened: Opened, known: Baseline | None) -> Outcome:
    """The report on a session as it is now, in the format of the run."""
    config = run.config
    judged = _judge(opened, known)
    report = build_report(opened, judged, run.seconds, config.output_format)
    text = ""
    status = _status(run, opened, judged.kept)
    if config.statistics:
        text = statistics.render(judged.kept, config.output_format, unsafe=config.unsafe_fixes)
    elif run.options.quiet < 2 or run.config.output_file:
        look = _rendering(run)
        # "All checks passed" is never said of what could not be checked.
        blind = (status == UNCHECKED or opened.unseen) and not judged.kept
        text = render(config.output_format, report, replace(look, quiet=True) if blind else look)
    if run.summary_file:
        _add_summary(run, report)
    line = receipt.line(report.receipt, opened, len(judged.baselined))
    if status == UNCHECKED and not _has_content(opened) and not opened.unchecked:
        names = ", ".join(sorted(opened.reported)[:3])
        line = f"nothing to check: no text in {names or 'the documents'}"
    wanted = run.options.quiet < 2 or run.config.output_file
    return Outcome(text if wanted else "", line, status)


def _judge(opened: Opened, known: Baseline | None) -> Judged:
    judged = Judged(opened.diagnostics()) if known is None else baselines.apply(known, opened)
    return replace(judged, kept=tuple(fixing.by_hand(opened, judged.kept)))


def _rendering(run: Run) -> RenderOptions:
    width, color, quiet = run.looks
    level = run.config.fail_level
    return RenderOptions(width, color, bool(quiet), None if level == "never" else Severity(level))


def _add_summary(run: Run, report: Report) -> None:
    """Add the report as Markdown to the summary of a GitHub job; one that cannot be written fails no run."""
    try:
        with Path(run.summary_file).open("a", encoding="utf-8") as file:
            file.write(render("markdown", report, _rendering(run)))
    except OSError as error:
        run.say(f"the job's summary cannot be written: {error.strerror or error}")


# --- fixes ------------------------------------------------------------------------------------------


def _fix(run: Run, opened: Opened, known: Baseline | None) -> Fixed:
    """Apply the fixes, and write them unless only a diff is wanted."""
    unsafe = run.config.unsafe_fixes
    fixed = fixing.fix(opened, lambda: _judge(opened, known).kept, unsafe=unsafe)
    if fixed.after:
        retake_evidence(opened, run.config, run.plan)
    for path in fixed.refused:
        run.say(f"{path}: the fixes would make it unreadable; it is left as it was")
    if not fixed.converged:
        run.say("the fixes keep changing each other's work; what they came to is kept")
    if not run.options.diff and files.STDIN not in run.plan.load:
        fixing.write(fixed)
    return fixed


def _diff(run: Run, opened: Opened, fixed: Fixed) -> Outcome:
    """The diff; 1 where something would change."""
    status = UNCHECKED if opened.unchecked or opened.session.crashed else FINDINGS if fixed.after else 0
    text = fixing.changes(fixed) if run.options.quiet < 2 else ""
    line = _settled("would fix", fixed) if fixed.count else "nothing would be fixed"
    return Outcome(text, line, status)


def _settled(verb: str, fixed: Fixed) -> str:
    return f"{verb} {receipt.counted(fixed.count, 'finding')} in {receipt.counted(len(fixed.after), 'file')}"


def _stdin(run: Run, opened: Opened) -> bytes:
    """What came on stdin, with its fixes."""
    path = run.options.stdin_filename or "stdin.md"
    data = opened.originals.get(path)
    return data if isinstance(data, bytes) else b""


# --- suppressions -----------------------------------------------------------------------------------


def _add_ignores(run: Run, opened: Opened, judged: Judged) -> Outcome:
    from dvht_lint.commands import ignoring

    if files.STDIN in run.plan.load:
        raise UsageError("--add-ignores writes into files; it cannot write into stdin")
    status = UNCHECKED if opened.unchecked else 0
    added = ignoring.add(opened, judged.kept)
    fixing.write(added.fixed)
    for path, number in added.left.items():
        run.say(f"{path}: {receipt.counted(number, 'finding')} without a place for a comment, left as they are")
    where = receipt.counted(len(added.fixed.after), "file")
    line = f"added {receipt.counted(added.fixed.count, 'suppression')} to {where}"
    if added.fixed.count:
        line += '; fill in each reason=""'
    return Outcome("", line, status)


# --- status -----------------------------------------------------------------------------------------


def _status(run: Run, opened: Opened, diagnostics: Iterable[Diagnostic]) -> int:
    if opened.unchecked or opened.session.crashed or not _has_content(opened):
        return UNCHECKED
    if run.config.fail_level == "never":
        return 0
    limit = Severity(run.config.fail_level).rank
    return FINDINGS if any(d.severity.rank <= limit for d in diagnostics) else 0


def _has_content(opened: Opened) -> bool:
    """Whether any file held anything that could be checked: a green run that checked nothing is a lie."""
    return any(d.blocks or d.claims or d.statements or d.sources or d.contacts for d in opened.session.ordered)
