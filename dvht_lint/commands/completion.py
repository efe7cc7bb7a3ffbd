"""`completion`: a completion script for a shell, made from the options that the commands really have."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping

from dvht_lint.errors import UsageError
from dvht_lint.records import record

__all__ = ["SHELLS", "add_options", "run"]

SHELLS = ("bash", "zsh", "fish")
_RULES = "RULES"
"""The metavar of options that take a list of rules."""
_TAKES_FILES = frozenset({"PATH", "FILE", "IN.docx", "OUT.docx", "DIR", "FOLDER"})


@record(frozen=True, slots=True)
class _Option:
    """An option: its spellings, its help, the values it takes (none where it takes none or any)."""

    names: tuple[str, ...]
    help: str
    choices: tuple[str, ...]
    takes_value: bool
    takes_file: bool


@record(frozen=True, slots=True)
class _Command:
    name: str
    help: str
    options: tuple[_Option, ...]
    words: tuple[str, ...]
    """What may stand where no option does, besides file names."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Which shell."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that will read the script")


def run(options: argparse.Namespace) -> int:
    """Print the script. `options` carries the commands and their parsers, which the door knows."""
    writers = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    print("\n".join(writers[options.shell](tuple(_commands(options.all_commands, options.parser_of)))))
    return 0


def _commands(
    all_commands: Mapping[str, str], parser_of: Callable[[str], argparse.ArgumentParser]
) -> Iterator[_Command]:
    """The commands of this version with their options, as argparse knows them."""
    for name, line in all_commands.items():
        try:
            main_parser = parser_of(name)
        except UsageError:  # a command that is not part of this version
            continue
        group = next(a for a in main_parser._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001
        actions = group.choices[name]._actions  # noqa: SLF001
        words = tuple(c for a in actions if not a.option_strings for c in _choices(a))
        words = words or {"rule": _rule_names, "schema": _schema_names}.get(name, tuple)()
        yield _Command(name, line, tuple(_option(a) for a in actions if a.option_strings), words)


def _rule_names() -> tuple[str, ...]:
    from dvht_lint.rules.base import all_rules

    return tuple(word for rule in all_rules() for word in (rule.name, rule.code))


def _schema_names() -> tuple[str, ...]:
    from dvht_lint.schema import NAMES

    return tuple(NAMES)


def _option(action: argparse.Action) -> _Option:
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    choices = _rule_names() if metavar == _RULES else _choices(action)
    takes_value = action.nargs != 0
    return _Option(
        tuple(action.option_strings),
        (action.help or "").replace("%%", "%"),
        choices,
        takes_value,
        metavar in _TAKES_FILES,
    )


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(str(choice) for choice in action.choices or ())


# --- bash ----------------------------------------------------------------------------------------


def _bash(commands: tuple[_Command, ...]) -> Iterator[str]:
    yield '# dvht-lint completion for bash: eval "$(dvht-lint completion bash)" in ~/.bashrc'
    yield "_dvht_lint() {"
    yield '    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="" word'
    yield "    COMPREPLY=()"
    yield '    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do'
    yield '        case "$word" in -*) ;; *) command="$word"; break ;; esac'
    yield "    done"
    yield '    case "$command:$previous" in'
    for command in commands:
        for option in command.options:
            if option.takes_value:
                pattern = "|".join(f"{command.name}:{name}" for name in option.names)
                yield f"        {pattern}) {_bash_value(option)}; return ;;"
    yield "    esac"
    yield '    case "$command" in'
    yield f"        '') COMPREPLY=($(compgen -W '{' '.join(c.name for c in commands)} --help --version' -- \"$current\")) ;;"
    for command in commands:
        names = " ".join(name for option in command.options for name in option.names)
        words = f"COMPREPLY+=($(compgen -W '{' '.join(command.words)}' -- \"$current\")) " if command.words else ""
        yield f"        {command.name})"
        yield '            case "$current" in'
        yield f"                -*) COMPREPLY=($(compgen -W '{names}' -- \"$current\")) ;;"
        otherwise = words or 'COMPREPLY=($(compgen -f -- "$current")) '
        yield f"                *) {otherwise};;"
        yield "            esac ;;"
    yield "    esac"
    yield "}"
    yield "complete -o filenames -F _dvht_lint dvht-lint"


def _bash_value(option: _Option) -> str:
    if option.choices:
        return f"COMPREPLY=($(compgen -W '{' '.join(option.choices)}' -- \"$current\"))"
    return 'COMPREPLY=($(compgen -f -- "$current"))' if option.takes_file else "COMPREPLY=()"


# --- zsh -----------------------------------------------------------------------------------------


def _zsh(commands: tuple[_Command, ...]) -> Iterator[str]:
    yield "#compdef dvht-lint"
    yield '# dvht-lint completion for zsh: eval "$(dvht-lint completion zsh)" in ~/.zshrc, after compinit'
    yield "_dvht_lint() {"
    yield "    local context state line"
    yield "    local -a commands=("
    for command in commands:
        yield f"        {_quoted(f'{command.name}:{_plain(command.help)}')}"
    yield "    )"
    yield "    _arguments -C '(- *)--help[show the options]' '(- *)--version[show the version]' \\"
    yield "        '1:command:->command' '*::argument:->argument'"
    yield '    case "$state" in'
    yield "        command) _describe -t commands command commands ;;"
    yield '        argument) case "$words[1]" in'
    for command in commands:
        yield f"            {command.name}) _arguments \\"
        for option in command.options:
            for name in option.names:
                yield f"                {_quoted(_zsh_option(name, option))} \\"
        rest = f"*:argument:({' '.join(command.words)})" if command.words else "*:file:_files"
        yield f"                {_quoted(rest)} ;;"
    yield "        esac ;;"
    yield "    esac"
    yield "}"
    yield "compdef _dvht_lint dvht-lint"


def _zsh_option(name: str, option: _Option) -> str:
    text = f"*{name}[{_plain(option.help)}]"
    if not option.takes_value:
        return text
    if option.choices:
        return f"{text}:value:({' '.join(option.choices)})"
    return f"{text}:file:_files" if option.takes_file else f"{text}:value:"


def _plain(text: str) -> str:
    """A help text without what zsh gives a meaning."""
    return text.translate({ord("["): "(", ord("]"): ")", ord(":"): ",", ord("\\"): "/"})


# --- fish ----------------------------------------------------------------------------------------


def _fish(commands: tuple[_Command, ...]) -> Iterator[str]:
    yield "# dvht-lint completion for fish: dvht-lint completion fish > ~/.config/fish/completions/dvht-lint.fish"
    yield "complete -c dvht-lint -n __fish_use_subcommand -f"
    for command in commands:
        yield f"complete -c dvht-lint -n __fish_use_subcommand -f -a {command.name} -d {_quoted(command.help)}"
    for command in commands:
        seen = f"-n {_quoted(f'__fish_seen_subcommand_from {command.name}')}"
        if command.words:
            yield f"complete -c dvht-lint {seen} -f -a {_quoted(' '.join(command.words))}"
        for option in command.options:
            yield f"complete -c dvht-lint {seen} {_fish_option(option)}"


def _fish_option(option: _Option) -> str:
    names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
    parts = [names, f"-d {_quoted(option.help)}"]
    if option.choices:
        parts.append(f"-x -a {_quoted(' '.join(option.choices))}")
    elif option.takes_value:
        parts.append("-r -F" if option.takes_file else "-x")
    return " ".join(parts)


def _quoted(text: str) -> str:
    """A text in single quotes, as bash, zsh and fish all read it."""
    return "'" + text.replace("\\", "/").replace("'", "’") + "'"
