/// The completion for bash, with that of `dialback` without a subcommand.
enum CompletionScript {
  static func isAskedFor(_ arguments: [String], shell: String) -> Bool {
    let option = "--generate-completion-script"
    return arguments == [option, shell] || arguments == ["\(option)=\(shell)"]
  }

  /// Adds to the script that an option in the place of a subcommand is one of `listen`.
  /// - Parameters:
  ///   - script: as it is made from the commands.
  ///   - names: of the subcommands.
  static func bash(_ script: String, names: [String]) -> String {
    script + """

      _dialback_or_listen() {
          case "${COMP_WORDS[1]}" in
          -h | --help | --version | \((names + ["help"]).joined(separator: " | "))) ;;
          -*)
              COMP_WORDS=("${COMP_WORDS[0]}" listen "${COMP_WORDS[@]:1}")
              COMP_CWORD=$((COMP_CWORD + 1))
              ;;
          esac
          _dialback "$@"
      }
      complete -o filenames -F _dialback_or_listen dialback
      """
  }
}
