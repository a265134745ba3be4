import Glibc

/// A virtual environment in the folder where Dialback is started. It is used where the user has activated it, or names it: what is
/// in a folder may be anybody's.
enum FolderEnvironment {
  private static let names = [".venv", "venv", "env"]

  /// The interpreter of the folder's environment that is passed over, in a sentence; `nil` where none is.
  static func notice(for program: Launch.Program, places: Places) -> String? {
    let isChosen = program.python.contains("/") || places.environment["VIRTUAL_ENV"]?.isEmpty == false
    guard program.folder == nil, !isChosen else { return nil }
    let found = names.first { name in
      TextFile.exists("\(places.workingFolder)/\(name)/pyvenv.cfg")
        && access("\(places.workingFolder)/\(name)/bin/python", X_OK) == 0
    }
    return found.map { name in
      "\(program.python) of the PATH runs the program, not the environment in \(name): activate that, or say --python "
        + "\(name)/bin/python, to use it"
    }
  }
}
