import { Argument, Command } from "commander";
import { examples } from "./command.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `viva completion SHELL`: a script for the shell, made from the commands themselves. */
export function completionCommand(program: () => Command): Command {
  return new Command("completion")
    .description("Print a completion script for your shell.")
    .addArgument(new Argument("<shell>", "which shell").choices(SHELLS))
    .addHelpText(
      "after",
      examples(
        'eval "$(viva completion bash)"',
        'eval "$(viva completion zsh)"',
        "viva completion fish | source",
      ),
    )
    .action((shell: (typeof SHELLS)[number]) => {
      const print = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell];
      process.stdout.write(print(describeProgram(program())));
    });
}

interface Completion {
  readonly name: string;
  readonly about: string;
  readonly options: readonly { readonly flag: string; readonly about: string }[];
  /** The words an argument may be; null: a file, or a deck's name. */
  readonly words: readonly string[] | null;
}

function describeProgram(program: Command): Completion[] {
  const options = (command: Command) =>
    [...command.options, ...program.options]
      .flatMap(({ long, description }) => (long ? [{ flag: long, about: description }] : []))
      .concat([{ flag: "--help", about: "print help" }]);
  return program.commands.map((command) => ({
    name: command.name(),
    about: command.description(),
    options: options(command),
    words: command.registeredArguments[0]?.argChoices ?? null,
  }));
}

const DECK_NAMES = `viva decks --json 2>/dev/null | sed -n 's/.*"name": "\\([a-z0-9-]*\\)".*/\\1/p'`;

function bashScript(commands: readonly Completion[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const flags = options.map(({ flag }) => flag).join(" ");
    const rest = words === null ? `$(${DECK_NAMES})` : words.join(" ");
    return `    ${name}) words="${rest}"; flags="${flags}" ;;`;
  });
  return `_viva() {
  local IFS=$' \\n' current="\${COMP_WORDS[COMP_CWORD]}" words flags
  if [ "\${COMP_WORDS[COMP_CWORD-1]}" = --home ]; then
    IFS=$'\\n'
    COMPREPLY=($(compgen -d -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ] || [ "\${COMP_WORDS[1]}" = help ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} help --home --version --help" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    *) return ;;
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$current")) ;;
    *)
      COMPREPLY=($(compgen -W "$words" -- "$current"))
      IFS=$'\\n'
      COMPREPLY+=($(compgen -f -- "$current"))
      ;;
  esac
}
complete -o filenames -F _viva viva
`;
}

function zshScript(commands: readonly Completion[]): string {
  return `autoload -Uz bashcompinit && bashcompinit\n${bashScript(commands)}`;
}

function fishScript(commands: readonly Completion[]): string {
  const quote = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, about, options, words }) => [
    `complete -c viva -n __fish_use_subcommand -f -a ${name} -d ${quote(about)}`,
    ...options.map(
      ({ flag, about: what }) =>
        `complete -c viva -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d ${quote(what)}`,
    ),
    `complete -c viva -n '__fish_seen_subcommand_from ${name}' -a ${words === null ? quote(`(${DECK_NAMES})`) : quote(words.join(" "))}`,
  ]);
  return `${lines.join("\n")}\n`;
}
