/// What has to be known to write to a process.
extension Dialect {
  /// What 128, STEP_INTO of one call of several, wants to be told (`pydevd_process_net_command.py`, `cmd_smart_step_into`).
  public enum SmartStep: Equatable, Sendable {
    /// `thread line function`
    case byName
    /// `thread frame line function order start end`; 160 lists the calls.
    case byCallOrder
    /// `thread offset=…`; 163 lists the calls.
    case byOffset
  }

  public var smartStep: SmartStep {
    switch family {
    case .pydevd: .byOffset
    case .pycharm: major < 201 ? .byName : .byCallOrder
    }
  }

  /// GET_FRAME, GET_VARIABLE and GET_ARRAY take a group, and refuse to go without (`pydevd_comm.py`, `InternalGetFrame`).
  public var takesGroup: Bool { isPycharm(from: 223) }

  /// Breakpoints take hit condition, logpoint flag and suspend policy when they are kept by id (`cmd_set_break`). Before 192
  /// there are 7 fields, and what is more becomes part of the last one.
  public var takesHitCondition: Bool { family == .pydevd || isPycharm(from: 192) }

  /// Breakpoints of several template engines work beside each other. On pydevd-pycharm only those of the engine that was first told
  /// of any are looked at (`pydevd_plugin_utils.py`, `create_dispatch`: an answer of "no" counts as one).
  public var mixesTemplateEngines: Bool { family == .pydevd }

  /// `*` stands for all threads in 105 and 106 (`cmd_thread_suspend`, `cmd_thread_run`).
  public var supportsResumeAll: Bool { family == .pydevd || isPycharm(from: 192) }

  /// The reader decodes each `recv(1024)` by itself and dies of a split character (`pydevd_comm.py`, `ReaderThread`).
  public var isNonASCIIFragile: Bool { family == .pycharm }

  /// A stopped thread serves all its waiting requests at once (`pydevd.py`, `do_wait_suspend`); pydevd serves one each 200 ms, so
  /// one in flight a thread is best there.
  public var drainsRequestsTogether: Bool { family == .pycharm }

  /// Functions that were passed over stay so when an exception breakpoint is added (`pydevd.py`, `on_breakpoints_changed`).
  public var forgetsExceptions: Bool { family == .pycharm }

  /// A stopped thread looks for orders each 10 ms (`pydevd.py`, `_do_wait_suspend`); pydevd's waits for its event.
  public var pollsWhileStopped: Bool { family == .pycharm }

  /// An error of the connection ends the reader without a word, and stopped threads stand for ever (`pydevd_comm.py`,
  /// `ReaderThread._on_run`); the helpers mend it.
  public var readsWithoutEnd: Bool { family == .pycharm }

  /// 106 and steps may leave the thread that they name asleep, see ``WakeUp``.
  public var resumesSleepily: Bool { family == .pydevd }

  /// STEP_OVER_MY_CODE and STEP_RETURN_MY_CODE are 159 and 160; pydevd-pycharm means something else by them.
  public var hasStepOverMyCode: Bool { family == .pydevd }

  /// STEP_INTO_MY_CODE stops; 191 knows it and runs on.
  public var hasStepIntoMyCode: Bool { family == .pydevd || isPycharm(from: 192) }

  /// STOP_ON_START is known.
  public var hasStopOnStart: Bool { hasExtendedCommands }

  /// 152 to 158, 200 to 202 and 503 are known.
  public var hasExtendedCommands: Bool { family == .pydevd || isPycharm(from: 192) }

  /// LIST_THREADS is answered by the threads; 191 answers with an error, always.
  public var listsThreads: Bool { family == .pydevd || isPycharm(from: 192) }

  /// 124 reads a file as its source says that it is encoded (`pydevd_api.py`, `request_load_source`); pydevd-pycharm opens it in
  /// the encoding of its locale (`pydevd_process_net_command.py`, `CMD_LOAD_SOURCE`).
  public var decodesSources: Bool { family == .pydevd }

  /// The compiled part nests calls in the frame that called `settrace`, on Python 3.11 and newer.
  public var nestsInModules: Bool { isPycharm(from: 241) }

  /// On Python 3.12 and newer it traces by `sys.monitoring` where its environment asks for that; pydevd does without being asked.
  public var canMonitor: Bool { isPycharm(from: 241) }

  /// Once its connection is closed, a later `settrace` does not connect again: it does nothing, or raises.
  public var forgetsConnection: Bool { family == .pycharm }

  /// That later `settrace` raises an `AttributeError`.
  public var raisesOnReturn: Bool { isPycharm(from: 252) }

  /// 170: assertions that fail in tests can stop.
  public var stopsInUnitTests: Bool { isPycharm(from: 192) }

  /// 190: types can be shown in other ways.
  public var takesRenderers: Bool { isPycharm(from: 222) }

  /// With `--server`, a process that starts another one waits until 149 was acknowledged by 159 (`pydevd.py`,
  /// `send_process_created_message`).
  public var processCreatedNeedsAck: Bool { family == .pycharm }

  /// Whether a payload could kill the other side's reader, which happens when a character of several bytes comes to lie across
  /// two of its reads of 1,024 bytes. The rule for such a message: nothing else may be unread on the other side, it is at most
  /// 1,024 bytes long as a whole, and it is followed in the same write by a 102, whose reply is awaited before more is sent.
  public func needsGuard(_ payload: String) -> Bool {
    isNonASCIIFragile && !ASCIIExpression.isASCII(payload)
  }
}
