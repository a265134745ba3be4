import CNcurses
import Glibc

/// Bytes on their way to a descriptor, in order. Whoever writes never waits for the reader: a thread of its own writes what there
/// is no room for.
final class DescriptorWriter: Sendable {
  private struct State {
    var waiting: [UInt8] = []
    /// Bytes that are not written yet, those that the thread has in hand included.
    var count = 0
    var hasThread = false
    /// The reader is gone, or given up: everything else is dropped.
    var isBroken = false
    /// The error number of a write that failed for another reason than that nobody reads.
    var failure: Int32 = 0
    var closesAtEnd = false
    var isLineOpen = false
    var onRoom: (@Sendable () -> Void)?
  }

  private let descriptor: Int32
  private let state = Locked(State())

  /// Bytes that wait from which on the reader is behind, and those below which it has caught up.
  private static let (highWater, lowWater) = (4 << 20, 1 << 20)
  /// A pipe that has room has room for so many bytes (pipe(7), `PIPE_BUF`).
  private static let pipeRoom = 4096

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Bytes that wait for their reader.
  var count: Int { state.withLock { $0.isBroken ? 0 : $0.count } }

  var isBehind: Bool { count > Self.highWater }

  /// The text so far does not end with a line.
  var isLineOpen: Bool { state.withLock { $0.isLineOpen } }

  /// Calls once, on any thread, when the reader has caught up.
  func whenCaughtUp(_ call: @escaping @Sendable () -> Void) {
    let isNow = state.withLock { state in
      guard state.count > Self.lowWater, !state.isBroken else { return true }
      state.onRoom = call
      return false
    }
    if isNow { call() }
  }

  /// - Returns: whether there is still somebody to read it.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    guard let last = bytes.last else { return true }
    let (isTaken, needsThread) = state.withLock { state in
      guard !state.isBroken else { return (false, false) }
      state.isLineOpen = last != 0x0a
      var rest = bytes[...]
      if !state.hasThread, !writeAtOnce(&rest) {
        state.isBroken = true
        state.failure = Self.failure(errno)
      }
      guard !rest.isEmpty, !state.isBroken else { return (!state.isBroken, false) }
      state.waiting += rest
      state.count += rest.count
      defer { state.hasThread = true }
      return (true, !state.hasThread)
    }
    if needsThread { startThread() }
    return isTaken
  }

  /// Closes the descriptor behind what waits for it.
  func close() {
    let isDone = state.withLock { state in
      state.closesAtEnd = true
      return !state.hasThread
    }
    if isDone { _ = Glibc.close(descriptor) }
  }

  /// Why nothing can be written any more, as to a disk that is full; `nil` where it can, or where the reader has gone.
  var failure: String? {
    let number = state.withLock { $0.failure }
    return number == 0 ? nil : String(cString: strerror(number))
  }

  private static func failure(_ number: Int32) -> Int32 { number == EPIPE || number == ECONNRESET ? 0 : number }

  /// Drops what is not written yet, and all that comes.
  func giveUp() { state.withLock { $0.isBroken = true } }

  // MARK: Without a thread

  /// Writes as much as there is room for.
  /// - Returns: whether there is somebody to read the rest.
  private func writeAtOnce(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    while !rest.isEmpty {
      var most = rest.count
      if kind == S_IFIFO {
        guard Self.waitForRoom(descriptor, milliseconds: 0) else { return true }
        most = min(most, Self.pipeRoom)
      } else if kind == S_IFCHR, isatty(descriptor) != 0 {
        return true
      }
      let count = rest.prefix(most).withUnsafeBytes { bytes in
        kind == S_IFSOCK
          ? send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
          : Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return true }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func waitForRoom(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  // MARK: The thread

  private func startThread() {
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { context in
        context.map { Unmanaged<DescriptorWriter>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    guard result == 0 else { return run() }
    pthread_detach(thread)
  }

  private func run() {
    while let bytes = takeWaiting() { writePatiently(bytes[...]) }
  }

  private func takeWaiting() -> [UInt8]? {
    state.withLock { state in
      guard !state.waiting.isEmpty, !state.isBroken else {
        state.hasThread = false
        state.waiting = []
        state.count = 0
        if state.closesAtEnd { _ = Glibc.close(descriptor) }
        return nil
      }
      defer { state.waiting = [] }
      return state.waiting
    }
  }

  private func writePatiently(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, !state.withLock({ $0.isBroken }) {
      let count = rest.prefix(1 << 16).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        _ = Self.waitForRoom(descriptor, milliseconds: 1000)
        continue
      }
      guard count > 0 else {
        let number = Self.failure(errno)
        state.withLock { state in
          state.isBroken = true
          state.failure = number
        }
        break
      }
      rest = rest.dropFirst(count)
      wrote(count)
    }
  }

  private func wrote(_ count: Int) {
    let call = state.withLock { state -> (@Sendable () -> Void)? in
      state.count -= count
      guard state.count <= Self.lowWater else { return nil }
      defer { state.onRoom = nil }
      return state.onRoom
    }
    call?()
  }
}
