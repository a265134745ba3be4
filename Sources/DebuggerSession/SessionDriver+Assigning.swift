import DebuggerModel
import PydevdClient
import PydevdWire

/// `set PATH = EXPR`, checked by reading back: no side says by itself that Python did not take a value.
extension SessionDriver {
  func assign(_ request: AssignmentRequest) {
    guard processes[request.frame.process] != nil else {
      return finish(request, .failure(CommandFailure("the process is gone")))
    }
    guard VariableNaming.isIdentifier(request.target) else { return write(request, to: request.target, isName: false) }
    let frame = request.frame.frame.rawValue
    ask(PythonHelper.place(of: request.target, frame: frame), request) { driver, place in
      switch place.value {
      case "none":
        let reason = "there is no variable \(request.target) here; `x \(request.target) = …` makes one"
        driver.finish(request, .failure(CommandFailure(reason)))
      case "global": driver.writeGlobal(request)
      default: driver.write(request, to: request.target, isName: true)
      }
    }
  }

  /// A statement that is run in the frame would make a local variable of that name on some sides.
  private func writeGlobal(_ request: AssignmentRequest) {
    let frame = request.frame.frame.rawValue
    ask(PythonHelper.assign(global: request.target, request.value, frame: frame), request) { driver, value in
      driver.finish(request, .success(driver.variable(value, request)))
    }
  }

  private func write(_ request: AssignmentRequest, to target: String, isName: Bool) {
    let value = isName ? PythonHelper.keep(request.value, request.token.rawValue) : "(\(request.value))"
    let execute = Execute(
      thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue, statement: "\(target) = \(value)")
    let limit = evaluationTimeout
    with(request.frame.process) { connection in
      connection.request(execute, within: limit) { [weak self] result in
        self?.assumeIsolated { driver in
          switch result {
          case .failure(let error): driver.finish(request, .failure(Self.failure(error)))
          case .success where isName: driver.check(request)
          case .success: driver.readBack(request)
          }
        }
      }
    }
  }

  private func check(_ request: AssignmentRequest) {
    ask(PythonHelper.isKept(request.target, request.token.rawValue), request) { driver, answer in
      guard answer.value == "yes" else {
        let reason =
          "Python did not take it: the variable \(request.target) of this frame can't be changed from outside"
        return driver.finish(request, .failure(CommandFailure(reason)))
      }
      driver.readBack(request)
    }
  }

  private func readBack(_ request: AssignmentRequest) {
    ask(request.target, request) { driver, value in driver.finish(request, .success(driver.variable(value, request))) }
  }

  private func variable(_ wire: WireVariable, _ request: AssignmentRequest) -> Variable {
    var variable = VariableReading.variable(wire, path: VariablePath([request.target], scope: .expression))
    variable.name = request.target
    variable.expression = request.target
    return variable
  }

  private func ask(
    _ expression: String, _ request: AssignmentRequest,
    _ then: @escaping @Sendable (isolated SessionDriver, WireVariable) -> Void
  ) {
    let evaluate = Evaluate(
      thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue, expression: expression, trim: true)
    let limit = evaluationTimeout
    with(request.frame.process) { connection in
      connection.request(evaluate, within: limit) { [weak self] result in
        self?.assumeIsolated { driver in
          switch result {
          case .failure(let error): driver.finish(request, .failure(Self.failure(error)))
          case .success(let value) where value.isErrorOnEval:
            driver.finish(request, .failure(CommandFailure(VariableReading.errorText(value))))
          case .success(let value): then(driver, value)
          }
        }
      }
    }
  }

  private func finish(_ request: AssignmentRequest, _ result: Result<Variable, CommandFailure>) {
    emit(.assigned(request, result))
  }
}
