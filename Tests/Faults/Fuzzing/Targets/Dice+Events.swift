import DebuggerModel
import SourcePaths

/// What processes do, and what they answer.
extension Dice {
  private static let work =
    (1...18).map { "# line \($0)\n" }.joined()
    + "def work(n):\n    total = 0\n    for i in range(n):\n        total += f(i, g(i))\n    return total\n\nclass A:\n"
    + "    def m(self):\n        '''doc\n  \u{301}日本\n        '''\n\twork(3)\n"

  mutating func event() -> DebuggerEvent {
    let process = ProcessNumber(1 + number(below: 3))
    let thread = ThreadID(pick(["pid_7_id_1", "pid_7_id_2", "pid_7_id_3", "", "x"]))
    switch number(below: 20) {
    case 0, 1:
      let pid = pick([nil, 7, Int(Int32.max)])
      return .connected(process, ProcessIdentity(peer: "1.2.3.4:5", pid: pid, pydevd: "3.5.0", dialect: "pydevd"))
    case 2, 3: return .threadStarted(process, thread, name: word())
    case 4: return .threadEnded(process, thread)
    case 5, 6, 7, 8: return .suspended(process, suspension(of: thread))
    case 9: return .resumed(process, thread)
    case 10: return .output(process, pick([.stdout, .stderr]), word() + pick(["", "\n", "\r", "\u{8}"]))
    case 11: return .launchedOutput(.stdout, word())
    case 12: return .inputRequested(process, oneIn(2))
    case 13: return .disconnected(process, pick([.exited, .lost, .detached, .killed]))
    case 14: return .notice(process, word(), isWarning: oneIn(2))
    case 15:
      let file = "/srv/app/work.py"
      return .fileCompared(process, RemotePath(file), LocalPath(file), differs: oneIn(2), isNewer: oneIn(2))
    case 16: return .ancestors(process, pick([[1, 7, 2], [], [7]]))
    case 17:
      return .breakpointFailed(
        process, BreakpointFailure(thread: thread, isLog: false, condition: word(), error: word()))
    case 18: return .listenerFull(oneIn(2) ? nil : .init(processes: 3, files: 4))
    default: return .released(process)
    }
  }

  private mutating func suspension(of thread: ThreadID) -> SuspensionReport {
    SuspensionReport(
      thread: thread,
      cause: pick([.breakpointOrEntry, .step, .pause, .caughtException, .uncaughtException, .jump, .entry]),
      frames: frames(), exception: oneIn(4) ? ExceptionSummary(type: "E", message: word()) : nil, isExamined: oneIn(2))
  }

  private mutating func frames() -> [StackFrame] {
    (0...number(below: 4)).map { index in
      let file = pick([
        "/srv/app/work.py", "/srv/app/work.py", "/x/y.html", "<string>", "C:\\w\\x.py", "", "/usr/lib/r.py",
      ])
      return StackFrame(id: FrameID("f\(index)"), function: word(), remoteFile: RemotePath(file), line: line())
    }
  }

  /// What may come back for an effect; nil where nothing does.
  mutating func answer(to effect: Effect) -> DebuggerEvent? {
    switch effect {
    case .loadVariables(let request): .variables(request, orFailure { $0.variables() })
    case .evaluate(let request): .evaluated(request, orFailure { $0.value(request.expression) })
    case .assign(let request): .assigned(request, orFailure { $0.value("x") })
    case .readSource(let path): .sourceRead(.local(path), orFailure { $0.oneIn(4) ? $0.word() : Self.work })
    case .fetchSource(let request):
      .sourceFetched(
        request,
        orFailure { dice in
          SourceReading(dice.oneIn(2) ? Self.work : dice.word(), origin: dice.pick([.file, .linecache, .bytecode]))
        })
    case .inquire(let inquiry): .answered(inquiry, orFailure { $0.answer(to: inquiry.question) })
    case .loadStacks(let request):
      .stacks(request, request.targets.map { ThreadStack(target: $0, frames: orFailure { $0.frames() }) })
    case .examineException(let query): .exceptionExamined(query, .success(answer(to: query.question)))
    case .setBreakpoint(let process, let breakpoint):
      .breakpointPlaced(process, breakpoint.number, pick([.set, .unbound("x"), .moved(line()), .error("e")]))
    case .jump(let request): .jumpAnswered(request, oneIn(8) ? Self.failure : nil)
    case .release(let process): .released(process)
    case .detach(let process): .disconnected(process, .detached)
    case .kill(let process, _): .disconnected(process, .killed)
    case .indexProject(let root): .projectIndexed(index(of: root))
    case .findDefinition(let name, _): .definitionFound(name, oneIn(2) ? [] : [LocalPath("/srv/app/work.py")])
    case .resume(let process, let thread, _):
      oneIn(8) ? .resumeRefused(process, thread, "no") : .resumed(process, thread)
    default: nil
    }
  }

  private static let failure = CommandFailure("no: \n\u{1b}")

  private mutating func orFailure<Value>(_ value: (inout Dice) -> Value) -> Result<Value, CommandFailure> {
    oneIn(8) ? .failure(Self.failure) : .success(value(&self))
  }

  private mutating func value(_ name: String) -> Variable {
    Variable(
      name: name, type: "t", value: word(), expandable: oneIn(2), path: VariablePath([name], scope: .expression))
  }

  private mutating func variables() -> VariableList {
    let variables = (0..<number(below: 6)).map { _ in
      let name = word()
      let path = VariablePath(oneIn(4) ? [word(), name] : [name], scope: oneIn(8) ? .expression : .frame)
      return Variable(
        name: name, type: word(), value: word(), expandable: oneIn(2), path: path, expression: oneIn(2) ? name : nil,
        shape: oneIn(4) ? pick(["1000", "(3, 4)", "(0,)", "", "99999999999999999999", "9223372036854775807"]) : nil,
        group: pick(Variable.Group.allCases), isError: oneIn(8))
    }
    return VariableList(variables, nextOffset: oneIn(4) ? line() : nil, hasFolded: oneIn(4))
  }

  private mutating func index(of root: LocalPath) -> ProjectIndex {
    let entries = (0..<number(below: 5)).map { _ in
      ProjectIndex.Entry(word(), file: word(), line: oneIn(2) ? line() : nil)
    }
    return ProjectIndex(root: root, entries: entries, isComplete: oneIn(2))
  }

  private mutating func answer(to question: Inquiry.Question) -> Inquiry.Answer {
    switch question {
    case .completions:
      .completions((0..<number(below: 5)).map { _ in Completion(name: word(), kind: word(), documentation: word()) })
    case .array(_, let part): .array(window(part))
    case .jumpTargets: .lines([1, 5, 20, line()])
    case .referrers:
      .referrers([Referrer(type: "dict", place: word(), value: word())], count: pick([0, 1, 1000, .max]))
    default: .text(word() + "\n" + word())
    }
  }

  /// A part of an array that lies inside of it, however long that is.
  private mutating func window(_ part: ArrayWindow.Part) -> ArrayWindow {
    let rows = pick([0, 1, 3, 100, 5000, .max])
    let columns = pick([0, 1, 4, 30, 300, .max])
    let shown = min(number(below: 4), rows)
    let width = min(number(below: 4), columns)
    return ArrayWindow(
      type: "ndarray", shape: [rows, columns], elementType: "f8", rowCount: rows, columnCount: columns,
      rowOffset: min(oneIn(2) ? part.rows.lowerBound : .max, rows - shown),
      columnOffset: min(oneIn(2) ? part.columns.lowerBound : .max, columns - width),
      rowLabels: (0..<shown).map { "\($0)" }, columnLabels: (0..<width).map { _ in word() },
      cells: (0..<shown).map { _ in (0..<width).map { _ in word() } })
  }

  private mutating func answer(to question: ExceptionQuery.Question) -> ExceptionAnswer {
    let summary = ExceptionSummary(type: "ValueError", message: word())
    switch question {
    case .details:
      return .details(ExceptionDetails(summary: summary, ancestors: ["builtins.ValueError", "builtins.Exception"]))
    case .condition: return .condition(oneIn(2))
    case .log: return .log(word())
    case .chain:
      return .chain(
        (0..<number(below: 3)).map { _ in
          let frames = (0..<number(below: 4)).map { _ in
            RaisedException.Frame(function: word(), remoteFile: RemotePath("/srv/app/work.py"), line: line())
          }
          return RaisedException(link: .cause, summary: summary, frames: frames)
        })
    }
  }
}
