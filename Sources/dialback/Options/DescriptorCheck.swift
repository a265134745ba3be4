import Glibc

/// Whether there are descriptors enough to begin with: what is short of them would fail anywhere.
enum DescriptorCheck {
  /// For the terminal, the loops, the guard, a source and a first process.
  private static let needed = 32

  /// - Throws: a sentence with the remedy.
  static func check() throws(Failure) {
    var taken: [Int32] = []
    defer { for descriptor in taken { _ = close(descriptor) } }
    while taken.count < needed {
      let descriptor = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
      guard descriptor >= 0 else { throw .unusable(sentence(free: taken.count)) }
      taken.append(descriptor)
    }
  }

  private static func sentence(free: Int) -> String {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return "only \(free) more files may be open here (ulimit -n says \(limit.rlim_cur)), and Dialback needs \(needed); "
      + "raise the limit: ulimit -n 1024"
  }
}
