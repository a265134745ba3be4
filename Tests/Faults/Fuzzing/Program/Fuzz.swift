import CFuzzer
import Glibc

/// `Fuzz TARGET [libFuzzer's options] [FOLDER…]`. Programs that libFuzzer starts from it find the target in `FUZZ_TARGET`.
@main
struct Fuzz {
  static func main() {
    var arguments = CommandLine.arguments
    if arguments.count > 1, FuzzTarget(rawValue: arguments[1]) != nil {
      setenv("FUZZ_TARGET", arguments.remove(at: 1), 1)
    }
    guard getenv("FUZZ_TARGET").flatMap({ FuzzTarget(rawValue: String(cString: $0)) }) != nil else {
      print("Fuzz TARGET; the targets are \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
      exit(EX_USAGE)
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    exit(
      fuzzer_run(Int32(arguments.count), &pointers) { start, count in
        Fuzz.call(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }

  private static let target = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }

  private static func call(_ bytes: [UInt8]) {
    do { try target?.run(bytes) } catch { fatalError("\(error)") }
  }
}
