import DebuggerModel
import NIOCore
import NIOPosix
import SourcePaths

extension SessionDriver {
  /// Looks through the project behind the loop's back.
  func findDefinition(of name: String, below root: LocalPath) {
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      DefinitionSearch.files(defining: name, below: root.rawValue)
    }.whenSuccess { [post] files in
      post(.init(events: [.definitionFound(name, files.map { LocalPath($0) })]))
    }
  }
}
