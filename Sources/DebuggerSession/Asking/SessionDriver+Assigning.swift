import DebuggerModel
import PydevdClient
import PydevdHelpers
import PydevdWire

/// `set PATH = EXPR`, checked by reading back: no side says by itself that Python did not take a value.
extension SessionDriver {
  func assign(_ request: AssignmentRequest) {
    guard processes[request.frame.process] != nil else {
      return finish(request, .failure(CommandFailure("the process is gone")))
    }
    guard VariableNaming.isIdentifier(request.target) else { return writeChecked(request) }
    let frame = request.frame.frame.rawValue
    ask(ModuleVariable.place(of: request.target, frame: frame), request) { driver, place in
      switch place.value {
      case "none":
        let reason = "there is no variable \(request.target) here; `x \(request.target) = …` makes one"
        driver.finish(request, .failure(CommandFailure(reason)))
      case "global": driver.writeGlobal(request)
      default: driver.writeName(request)
      }
    }
  }

  /// A statement that is run in the frame would make a local variable of that name on some sides.
  private func writeGlobal(_ request: AssignmentRequest) {
    let frame = request.frame.frame.rawValue
    ask(ModuleVariable.assign(request.target, request.value, frame: frame), request) { driver, value in
      driver.finish(request, .success(driver.variable(value, request)))
    }
  }

  private func writeName(_ request: AssignmentRequest) {
    let value = KeptValue.keep(request.value, request.token.rawValue)
    execute("\(request.target) = \(value)", request) { $0.check(request) }
  }

  /// Assigns to an attribute or an item, and compares with what was there before.
  private func writeChecked(_ request: AssignmentRequest) {
    let check = AssignmentCheck(number: request.token.rawValue)
    evaluate(check.old(request.target), request) { driver, _ in
      // Where nothing was there, as for a new key, there is nothing to compare with.
      driver.execute("\(request.target) = \(check.new(request.value))", request) { driver in
        driver.ask(check.outcome(request.target), request) { driver, outcome in
          if outcome.value.hasPrefix("still ") {
            let reason = "Python did not take it: \(request.target) is \(outcome.value)"
            return driver.finish(request, .failure(CommandFailure(reason)))
          }
          if outcome.value.hasPrefix("now ") {
            let words = "Python made something else of it: \(request.target) is \(outcome.value)"
            driver.emit(.notice(request.frame.process, words, isWarning: true))
          }
          driver.readBack(request)
        }
      }
    }
  }

  private func execute(
    _ statement: String, _ request: AssignmentRequest, _ then: @escaping @Sendable (isolated SessionDriver) -> Void
  ) {
    let execute = Execute(
      thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue, statement: statement)
    compute(execute, for: request.frame) { [weak self] result in
      self?.assumeIsolated { driver in
        switch result {
        case .failure(let error): driver.finish(request, .failure(Self.failure(error)))
        case .success: then(driver)
        }
      }
    }
  }

  private func check(_ request: AssignmentRequest) {
    ask(KeptValue.isKept(request.target, request.token.rawValue), request) { driver, answer in
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

  /// Evaluates an expression that has to have a value.
  private func ask(
    _ expression: String, _ request: AssignmentRequest,
    _ then: @escaping @Sendable (isolated SessionDriver, WireVariable) -> Void
  ) {
    evaluate(expression, request) { driver, value in
      if value.isErrorOnEval {
        driver.finish(request, .failure(CommandFailure(VariableReading.errorText(value))))
      } else {
        then(driver, value)
      }
    }
  }

  private func evaluate(
    _ expression: String, _ request: AssignmentRequest,
    _ then: @escaping @Sendable (isolated SessionDriver, WireVariable) -> Void
  ) {
    let evaluate = Evaluate(
      thread: request.frame.thread.rawValue, frame: request.frame.frame.rawValue, expression: expression, trim: true)
    compute(evaluate, for: request.frame) { [weak self] result in
      self?.assumeIsolated { driver in
        switch result {
        case .failure(let error): driver.finish(request, .failure(Self.failure(error)))
        case .success(let value): then(driver, value)
        }
      }
    }
  }

  private func finish(_ request: AssignmentRequest, _ result: Result<Variable, CommandFailure>) {
    emit(.assigned(request, result))
  }
}
