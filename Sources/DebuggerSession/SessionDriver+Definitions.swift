import DebuggerModel
import Logging
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

  /// The files first, which takes a moment, then what is defined in them.
  func indexProject(_ root: LocalPath) {
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) { [post] in
      var scan = ProjectScan(root)
      post(.init(events: [.projectIndexed(scan.listFiles())]))
      post(.init(events: [.projectIndexed(scan.withDefinitions())]))
    }.whenFailure { [logger] in logger.error("the project could not be listed: \($0)") }
  }
}
