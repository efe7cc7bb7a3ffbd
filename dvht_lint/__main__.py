"""`python -m dvht_lint`, and the console script."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and end the process with its status.

    The version is answered before anything else is imported: a hook manager asks for it often.
    """
    if sys.argv[1:] in (["--version"], ["-V"], ["version"]):
        from dvht_lint import __version__

        sys.stdout.write(f"dvht-lint {__version__}\n")
        return
    from dvht_lint.cli import main

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
