import DebuggerModel
import Logging
import NIOCore
import NIOPosix
import SourcePaths

extension SessionDriver {
  /// Looks through the project on another thread.
  func findDefinition(of name: String, below root: LocalPath) {
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) {
      ProjectScan(root).files(defining: name)
    }.whenSuccess { [post] files in post(.init(events: [.definitionFound(name, files)])) }
  }

  /// The files first, which takes a moment, then what is defined in them.
  func indexProject(_ root: LocalPath) {
    NIOSingletons.posixBlockingThreadPool.runIfActive(eventLoop: eventLoop) { [post] in
      let scan = ProjectScan(root)
      post(.init(events: [.projectIndexed(scan.files)]))
      post(.init(events: [.projectIndexed(scan.withDefinitions())]))
    }.whenFailure { [logger] in logger.error("the project could not be listed: \($0)") }
  }
}
