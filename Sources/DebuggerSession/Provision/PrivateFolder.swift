import Glibc

/// The place of a private pydevd in the user's cache. It is made beside its final place and moved there whole, by one Dialback
/// at a time.
struct PrivateFolder: Sendable {
  let cacheFolder: String
  /// Release and interpreter: compiled extensions fit one kind of interpreter only.
  let name: String
  let processID: Int32

  init(cacheFolder: String, release: String, tag: String, processID: Int32 = getpid()) {
    self.cacheFolder = cacheFolder
    name = "pydevd-\(release)-\(tag)"
    self.processID = processID
  }

  private var path: String { "\(cacheFolder)/\(name)" }

  /// The folder of `pydevd.py`. Its last part marks the frames in it as a library's.
  var site: String { "\(path)/\(Self.siteName)" }

  private static let siteName = "site-packages"

  /// A folder under construction.
  struct Staging: Sendable {
    let path: String

    var whole: String { path + "/whole" }
    var site: String { "\(whole)/\(PrivateFolder.siteName)" }
    /// For the files of the programs that are run meanwhile.
    var temporary: String { path + "/tmp" }
    var environment: String { path + "/environment" }
    var log: String { path + "/pip.log" }
  }

  /// Takes the lock, which ends with the process at the latest.
  /// - Returns: the descriptor to be closed, or `nil` while another process has the lock.
  func lock() throws(FolderTree.Problem) -> Int32? {
    try FolderTree.make(cacheFolder)
    let file = path + ".lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FolderTree.Problem(path: file, code: errno) }
    // Where there are no locks at all, two at a time are unlikely, and do no harm: each has a folder of its own.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Begins with an empty folder, and removes those of interrupted runs. To be called with the lock.
  func begin() throws(FolderTree.Problem) -> Staging {
    let mark = name + ".making-"
    for name in FolderTree.names(in: cacheFolder) where name.hasPrefix(mark) {
      FolderTree.remove("\(cacheFolder)/\(name)")
    }
    let staging = Staging(path: "\(cacheFolder)/\(mark)\(processID)")
    try FolderTree.make(staging.site)
    try FolderTree.make(staging.temporary)
    return staging
  }

  /// Puts what was made in its place, and a broken one that was there out of the way.
  func finish(_ staging: Staging) throws(FolderTree.Problem) {
    rename(path, staging.path + "/broken")
    guard rename(staging.whole, path) == 0 else { throw FolderTree.Problem(path: path, code: errno) }
  }
}
