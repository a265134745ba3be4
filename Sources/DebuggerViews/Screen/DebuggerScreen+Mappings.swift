import CommandLanguage
import DebuggerModel
import SourcePaths

extension DebuggerScreen {
  mutating func openMappings(_ state: DebuggerState) -> [ViewAction] {
    open(.mappings(MappingsPopup(state)))
    return state.unmappedFiles.isEmpty ? [] : [.command(.indexProject)]
  }

  mutating func act(_ command: ViewCommand, in mappings: MappingsPopup, _ state: DebuggerState) -> [ViewAction] {
    var mappings = mappings
    switch command {
    case .move(let movement): mappings.move(movement)
    case .open: return open(mappings, state)
    case .delete:
      guard case .mapping(let mapping)? = mappings.chosen else { return [.say("only a mapping can be taken away")] }
      return [.command(.removeMapping(mapping.remote.rawValue))]
    case .copy:
      guard case .mapping(let mapping)? = mappings.chosen else { return [] }
      return [.copy(mapping.description)]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .cancel, .quit:
      popup = nil
      return []
    default: return []
    }
    popup = .mappings(mappings)
    return []
  }

  /// A suggestion is taken; a mapping and a file are asked about.
  mutating func open(_ mappings: MappingsPopup, _ state: DebuggerState) -> [ViewAction] {
    switch mappings.chosen {
    case .suggestion(let suggestion, _): return [.command(.addMapping(suggestion.mapping.description))]
    case .mapping(let mapping): return [.prompt(.mapping, initial: mapping.description)]
    case .unmapped(let file): return [.prompt(.mapRemote(file.rawValue), initial: "")]
    case .add: return [.prompt(.mapping, initial: state.unmappedFiles.first.map { "\($0.folder.rawValue)=" } ?? "")]
    case .heading, .note, nil: return []
    }
  }

  mutating func absorbMappings(_ state: DebuggerState) {
    guard case .mappings(var mappings)? = popup else { return }
    mappings.update(state)
    mappings.resize(to: size)
    popup = .mappings(mappings)
  }

  /// Where a process stops in a file that is not here, and the project has one of its name, the user is asked once whether
  /// that is it. A step never asks: its key may be pressed again already.
  mutating func wantedMapping(_ state: DebuggerState) -> [DebuggerCommand] {
    guard let frame = state.selectedFrame, let stop = state.selectedSuspension, stop.reason != .step,
      state.lacksLocalFile(frame.remoteFile), !askedFiles.contains(frame.remoteFile)
    else { return [] }
    guard let project = state.project, project.isComplete else { return state.isIndexing ? [] : [.indexProject] }
    guard popup == nil, prompt == nil, state.areCandidatesRead(for: frame.remoteFile) else { return [] }
    askedFiles.insert(frame.remoteFile)
    let suggestions = state.mappingSuggestions(for: frame.remoteFile)
    guard let best = suggestions.first else { return [] }
    let likeness = state.textLikeness(of: best.file, to: frame.remoteFile)
    guard !likeness.isUnlikely else { return [] }
    let text = best.mapping.description
    let others = Set(suggestions.map(\.file)).count - 1
    let remarks = [
      likeness.words.map { "The text: \($0)." },
      others > 0 ? "p shows \(RowText.count(others, "other", "others"))." : nil,
    ]
    let question =
      ([
        "\(frame.remoteFile.rawValue) is not here. Is it \(best.file.rawValue)? Then \(best.mapping.remote.rawValue) "
          + "is \(best.mapping.local.rawValue)."
      ] + remarks.compactMap(\.self)).joined(separator: " ")
    popup = .confirm(
      ConfirmPopup(
        question: question,
        choices: [
          .init(key: "y", label: "yes, map it", outcome: .actions([.command(.addMapping(text))])),
          .init(key: "p", label: "all path mappings", outcome: .actions([.openMappings])),
        ]))
    return []
  }
}

extension TextLikeness {
  /// `nil` where the texts are not compared.
  var words: String? {
    switch self {
    case .same: "the same"
    case .partly(let matched, let all): "\(matched) of \(RowText.count(all, "line", "lines")) are the same"
    case .unknown: nil
    }
  }
}
