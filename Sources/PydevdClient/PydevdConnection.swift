import Logging
public import NIOCore
public import PydevdWire

/// The connection with one process. All of it lives on its channel's event loop, so numbering and writing are one step and the
/// order of calls is the order on the wire.
public actor PydevdConnection {
  public nonisolated let eventLoop: any EventLoop
  public nonisolated let channel: any Channel
  /// `address:port` of the other end.
  public nonisolated let peer: String
  /// This end and the other one, as they were when the connection was made.
  public nonisolated let ends: (own: SocketAddress?, other: SocketAddress?)

  public nonisolated var unownedExecutor: UnownedSerialExecutor { eventLoop.executor.asUnownedSerialExecutor() }

  private var machine = ConnectionMachine()
  private var requests = RequestTable()
  private var isFlushScheduled = false
  /// When something was sent last.
  private(set) var lastSent: NIODeadline?
  private(set) var isClosed = false
  /// It was turned away: nothing that it sends is looked at.
  private(set) var isTurnedAway = false
  private(set) var isHurrying = false
  private var barrierDeadline: Scheduled<Void>?
  private var onFrames: (([Frame], _ bytes: Int) -> Void)?
  private var onClose: (((any Error)?) -> Void)?
  private var onDrop: ((CommandID, _ size: Int, any Error) -> Void)?
  private var unconsumed = 0
  private var isReading = true
  private let memory: SharedMemoryBox?
  let logger: Logger
  private let keeper: (any ConnectionGuard)?
  /// Names the connection: later ones have greater numbers.
  nonisolated let number: UInt32
  private var lastWords: [UInt8] = []
  /// What was written and is not in the kernel yet.
  private var unsent: [ByteBuffer] = []
  /// The keeper has something that is not sent yet.
  private var isUnsentKept = false
  var link = LinkWatch()
  var isHeldUp = false
  var lastLinkNews = LinkNews.answers
  var onLink: ((LinkNews) -> Void)?

  /// Bytes that may wait for the reader before the socket is not read any more.
  private static let highWater = 8 << 20
  private static let lowWater = 1 << 20
  private static let barrierSeconds: Int64 = 5

  /// - Parameters:
  ///   - keeper: told of the connection while it is open.
  ///   - number: the connection's name with the keeper.
  ///   - memory: what it shares with the others.
  init(
    channel: any Channel, peer: String, logger: Logger, keeper: (any ConnectionGuard)? = nil, number: UInt32 = 0,
    memory: SharedMemoryBox? = nil
  ) {
    self.channel = channel
    self.keeper = keeper
    self.number = number
    self.memory = memory
    eventLoop = channel.eventLoop
    self.peer = peer
    ends = (channel.localAddress, channel.remoteAddress)
    self.logger = logger
  }

  /// Known once the reply to 501 is there.
  public var dialect: Dialect? { machine.dialect }

  /// The other side was told to send everything at once; until then it holds back what is small while an acknowledgement is due.
  public func hurries() { isHurrying = true }

  /// The reply to 501 has told the dialect.
  public func identify(_ dialect: Dialect) { machine.dialect = dialect }

  /// Sets who gets the messages that are no replies, a read burst at a time, and who is told of the end.
  /// - Parameter onDrop: told of a message that was left out, with its size in bytes and the reason.
  public func start(
    onFrames: @escaping ([Frame], Int) -> Void, onClose: @escaping ((any Error)?) -> Void,
    onDrop: ((CommandID, Int, any Error) -> Void)? = nil
  ) {
    self.onFrames = onFrames
    self.onClose = onClose
    self.onDrop = onDrop
    if isClosed { onClose(nil) }
  }

  /// Sends what has no reply.
  public func send(_ notification: some PydevdNotification) {
    guard !isClosed, let dialect = machine.dialect else { return }
    carryOut(
      machine.send(
        .init(
          command: notification.command, payload: notification.payload(for: dialect), ticket: nil, thread: nil)))
  }

  /// Sends a request, and calls back on the event loop with its reply, a refusal, or the end of the wait.
  /// - Parameters:
  ///   - seconds: how long to wait from now on.
  ///   - isLimited: nothing makes the wait longer. Otherwise it begins again whenever the process reports that it is at work.
  ///   - onReport: called each time that the process reports that it is still at work on the request.
  public func request<R: PydevdRequest>(
    _ request: R, within seconds: Double, isLimited: Bool = false, onReport: ((WireComputation) -> Void)? = nil,
    completion: @escaping (Result<R.Reply, any Error>) -> Void
  ) {
    // The version request is what tells the dialect; it is written the same way for all.
    let dialect = machine.dialect ?? Dialect(versionReply: "")
    guard !isClosed else { return completion(.failure(ClientError.disconnected)) }
    let ticket = requests.takeTicket()
    let deadline = schedule(seconds) { $0.timeOut(ticket, seconds, "\(R.self)") }
    let report: ((Frame) -> Void)? = onReport.map { onReport in
      { frame in if let computation = try? WireComputation(frame, dialect: dialect) { onReport(computation) } }
    }
    let awaiting = request.awaiting
    requests.add(
      ticket,
      .init(
        complete: { result in completion(Result { try awaiting.reply(from: result.get(), dialect: dialect) }) },
        report: report, isLimited: isLimited, deadline: deadline))
    carryOut(
      machine.send(
        .init(
          command: request.command, payload: request.payload(for: dialect), ticket: ticket, thread: request.threadID)))
  }

  private func schedule(_ seconds: Double, _ action: @escaping @Sendable (isolated PydevdConnection) -> Void)
    -> Scheduled<Void>
  {
    eventLoop.scheduleTask(in: .milliseconds(Int64(seconds * 1000))) { [weak self] in
      self?.assumeIsolated { action($0) }
    }
  }

  private func timeOut(_ ticket: ConnectionMachine.Ticket, _ seconds: Double, _ what: String) {
    requests.take(ticket)?.finish(.failure(ClientError.timedOut(seconds: seconds, what: what)))
    carryOut(machine.abandon(ticket))
  }

  /// Whether a stopped thread has requests that it was sent and did not answer.
  public func isServed(by thread: String) -> Bool { machine.isServed(by: thread) }

  /// The thread was told to go on: requests that it has not been sent yet are taken back.
  public func dropWaiting(for thread: String) {
    for ticket in machine.dropWaiting(for: thread) { requests.take(ticket)?.finish(.failure(ClientError.threadWentOn)) }
  }

  func receive(_ frames: [Frame], bytes: Int) {
    var delivered: [Frame] = []
    for frame in frames {
      for action in machine.receive(frame) {
        switch action {
        case .deliver(let frame): delivered.append(frame)
        case .complete:
          // What came before a reply is told before it: the output of an evaluation before its value.
          handOver(&delivered, bytes: 0)
          carryOut([action])
        case .write, .refuse, .report: carryOut([action])
        }
      }
    }
    handOver(&delivered, bytes: bytes)
  }

  private func handOver(_ frames: inout [Frame], bytes: Int) {
    guard !frames.isEmpty else { return }
    unconsumed += bytes
    let isCrowded = memory?.value.wait(unconsumed, of: number) == true
    if isReading, unconsumed > Self.highWater || isCrowded { setReading(false) }
    onFrames?(frames, bytes)
    frames = []
  }

  /// The reader is done with so many bytes of what it was given; a socket that was put on hold is read again.
  public func consumed(_ bytes: Int) {
    unconsumed = max(0, unconsumed - bytes)
    _ = memory?.value.wait(unconsumed, of: number)
    if !isReading, unconsumed <= Self.lowWater { setReading(true) }
  }

  private func setReading(_ isOn: Bool) {
    isReading = isOn
    channel.setOption(.autoRead, value: isOn).whenFailure { [logger] in logger.debug("autoRead: \($0)") }
  }

  private func carryOut(_ actions: [ConnectionMachine.Action]) {
    for action in actions {
      switch action {
      case .write(let bytes): write(bytes)
      case .complete(let ticket, let frame): requests.take(ticket)?.finish(.success(frame))
      case .report(let ticket, let frame): report(ticket, frame)
      case .deliver(let frame): onFrames?([frame], 0)
      case .refuse(let ticket, let text): refuse(ticket, text)
      }
    }
    watchBarrier()
  }

  private func report(_ ticket: ConnectionMachine.Ticket, _ frame: Frame) {
    requests.entry(ticket)?.report?(frame)
    requests.renew { ticket in schedule(Self.workSeconds) { $0.timeOut(ticket, Self.workSeconds, "a request") } }
  }

  /// Seconds without a report after which a process that was at work is taken to be stuck.
  private static let workSeconds: Double = 30

  private func refuse(_ ticket: ConnectionMachine.Ticket?, _ text: String) {
    let error = ClientError.notSendable(String(text.prefix(60)))
    logger.warning("\(error)")
    if let ticket { requests.take(ticket)?.finish(.failure(error)) }
  }

  private func watchBarrier() {
    guard machine.isWaitingForBarrier else {
      barrierDeadline?.cancel()
      barrierDeadline = nil
      return
    }
    guard barrierDeadline == nil else { return }
    barrierDeadline = schedule(Double(Self.barrierSeconds)) { connection in
      connection.barrierDeadline = nil
      connection.carryOut(connection.machine.abandonBarrier())
    }
  }

  /// Everything that is written in one turn of the loop goes out in one packet, but for what fills several.
  private func write(_ bytes: [UInt8]) {
    trace(bytes)
    let buffer = ByteBuffer(bytes: bytes)
    channel.write(buffer, promise: nil)
    if keeper != nil { unsent.append(buffer) }
    if bytes.count > Self.manyBytes { return sendOut() }
    guard !isFlushScheduled else { return }
    isFlushScheduled = true
    eventLoop.execute { [self] in assumeIsolated { $0.flush() } }
  }

  /// Sends at once what was written, where nothing more is to come that would go in the same packet.
  public func flush() {
    if isFlushScheduled { sendOut() }
  }

  /// Several packets: where many processes come at once, what each is sent does not lie about until the turn ends.
  private static let manyBytes = 16 << 10

  private func sendOut() {
    isFlushScheduled = false
    channel.flush()
    lastSent = .now()
    lookAtLink()
    keepUnsent()
  }

  /// Tells the keeper what the socket has no room for: its last words would end up in the middle of a message otherwise.
  private func keepUnsent() {
    guard let keeper else { return }
    let count = (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    if count == 0 {
      unsent = []
    } else if let first = unsent.first {
      var all = first
      for buffer in unsent.dropFirst() { all.writeImmutableBuffer(buffer) }
      all.moveReaderIndex(forwardBy: max(0, all.readableBytes - count))
      unsent = [all]
    }
    guard isUnsentKept || !unsent.isEmpty, !isClosed else { return }
    isUnsentKept = !unsent.isEmpty
    try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) {
      keeper.setUnsent(number, $0, unsent.flatMap { Array($0.readableBytesView) })
    }
  }

  /// The socket is open. Until more is known, RUN is what its process needs to hear.
  func opened() {
    guard let keeper else { return }
    try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { descriptor in
      keeper.adopt(number, descriptor)
    }
    lastWords = encode(command: .run, sequence: Self.lastSequence, payload: "")
    handOverLastWords()
  }

  /// Words that the keeper has no room for are handed over again in a moment, or those that are set until then.
  private func handOverLastWords() {
    guard let keeper, !isClosed, !keeper.setLastWords(number, lastWords) else { return }
    eventLoop.scheduleTask(in: Self.keeperPause) { [weak self] in
      self?.assumeIsolated { $0.handOverLastWords() }
    }
  }

  private static let keeperPause = TimeAmount.milliseconds(50)

  /// Sets what is to be said on this connection if Dialback dies without a farewell.
  public func prepareLastWords(_ messages: [any PydevdNotification]) {
    guard !isClosed, let dialect = machine.dialect else { return }
    var words: [UInt8] = []
    // From the end on: where there is no room for all, it is the last ones, RUN and the resume, that count.
    for (index, message) in messages.enumerated().reversed() {
      let line = encode(
        command: message.command, sequence: Self.lastSequence + 2 * index, payload: message.payload(for: dialect))
      guard words.count + line.count <= Self.mostWords else { break }
      words = line + words
    }
    lastWords = words
    handOverLastWords()
  }

  /// Bytes that the keeper takes.
  private static let mostWords = 60_000
  /// Odd, and beyond what a session gets to.
  private static let lastSequence = 1_000_000_001

  /// Ends a connection that is of no use any more, since what comes in can't be read, or nothing does: a process that is known is let
  /// go as in a farewell, a stranger is closed.
  public func giveUp(_ error: any Error) {
    let isKnown = machine.dialect != nil
    if let dialect = machine.dialect {
      write(lastWords.isEmpty ? encode(command: .run, sequence: Self.lastSequence, payload: "") : lastWords)
      if lastWords.isEmpty, dialect.supportsResumeAll {
        write(encode(command: .threadRun, sequence: Self.lastSequence + 2, payload: "*"))
      }
    }
    closed(error)
    guard isKnown else { return error is ClientError ? refuse() : close() }
    eventLoop.scheduleTask(in: .milliseconds(300)) { [channel] in channel.close(mode: .output, promise: nil) }
    eventLoop.scheduleTask(in: .milliseconds(1000)) { [channel] in channel.close(promise: nil) }
  }

  /// A message was left out for want of memory: whoever waits for it is told, and so is the reader.
  func dropped(_ head: Frame, size: Int, _ error: any Error) {
    for action in machine.receive(head) {
      switch action {
      case .complete(let ticket, _): requests.take(ticket)?.finish(.failure(error))
      case .deliver: break
      case .write, .refuse, .report: carryOut([action])
      }
    }
    onDrop?(head.command, size, error)
  }

  func closed(_ error: (any Error)?) {
    guard !isClosed else { return }
    isClosed = true
    keeper?.release(number)
    barrierDeadline?.cancel()
    for entry in requests.takeAll() { entry.finish(.failure(ClientError.disconnected)) }
    onClose?(error)
    onClose = nil
    onFrames = nil
    onDrop = nil
    onLink = nil
  }

  /// Sends a process away politely: RUN, so that its `settrace` returns, and the end a moment later, when it has read that.
  public func refuse() {
    write(encode(command: .run, sequence: 1, payload: ""))
    eventLoop.scheduleTask(in: .milliseconds(300)) { [channel] in channel.close(promise: nil) }
  }

  /// Lets a process run on without the debugger, and ends the connection with it: RUN, so that its `settrace` returns, and the
  /// end of what is sent. Both arrive in order, however late they are read. What the process still sends is read away, since
  /// otherwise the close would be a reset, which leaves stopped threads of pydevd-pycharm waiting for ever.
  /// - Parameter wasRun: it was sent RUN already.
  public func turnAway(wasRun: Bool = false) {
    guard !isTurnedAway else { return }
    isTurnedAway = true
    if !wasRun { write(encode(command: .run, sequence: 1, payload: "")) }
    flush()
    channel.close(mode: .output, promise: nil)
    eventLoop.scheduleTask(in: Self.lingering) { [channel] in channel.close(promise: nil) }
  }

  /// pydevd takes up to 0.7 s to close its own end.
  private static let lingering = TimeAmount.seconds(10)

  /// Tells the dispatcher of a `--multiproc` process (`pydevd.py`, `Dispatcher`) where its session should connect to.
  public func sendDispatch(port: Int) {
    guard machine.dialect == nil else { return }
    write(encode(command: .portDispatch, sequence: -1, payload: "\(port)"))
  }

  /// Says that nothing more will be sent; the other side ends the connection when it has read all.
  public func closeOutput() { channel.close(mode: .output, promise: nil) }

  public func close() { channel.close(promise: nil) }
}
