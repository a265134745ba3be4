import Glibc

/// Two network namespaces with a link between them that can be cut: packets vanish on it then, as behind a dead router. The debugger
/// is on the near side, the debuggees on the far one.
struct CutLink {
  static let near = "10.66.77.1"
  private static let far = "10.66.77.2"

  private let holder: ChildProcess
  private let processes: (near: Int, far: Int)

  /// Without the rights of an administrator, namespaces are those of a user who has them there.
  private static let isRoot = geteuid() == 0
  private static let makesUsers = isRoot ? [] : ["--user", "--map-root-user"]

  /// Why there can be no namespaces here; `nil` where there can.
  static let missing: String? = {
    let trial = "unshare \(makesUsers.joined(separator: " ")) --net ip link add near type veth peer name far 2>&1"
    return Environs.shellSucceeds(trial)
      ? nil : "no network namespaces can be made here (unshare --net, ip link add … type veth)"
  }()

  /// Makes the namespaces; they go with `workplace`.
  static func make(in workplace: Workplace) async throws -> CutLink {
    let script = #"""
      unshare --net sh -c 'echo $$; exec sleep 600' >far &
      until [ -s far ]; do sleep 0.05; done
      far=$(cat far)
      set -e
      ip link set lo up
      ip link add near type veth peer name far netns "$far"
      ip address add "$0/24" dev near
      ip link set near up
      nsenter --net --target "$far" ip link set lo up
      nsenter --net --target "$far" ip address add "$1/24" dev far
      nsenter --net --target "$far" ip link set far up
      echo $$ "$far"
      exec sleep 600
      """#
    let holder = try await workplace.run(
      ["unshare"] + makesUsers + ["--net", "sh", "-c", script, near, far], name: "link")
    let numbers = try await eventually(complaint: { holder.report }) {
      let numbers = holder.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      return numbers.count == 2 ? numbers : nil
    }
    return CutLink(holder: holder, processes: (numbers[0], numbers[1]))
  }

  /// What a program is called with, to run on the near side.
  var nearSide: [String] { enter(processes.near) }
  /// The same for the far side.
  var farSide: [String] { enter(processes.far) }

  private func enter(_ process: Int) -> [String] {
    ["nsenter", "--target", "\(process)", "--net"] + (Self.isRoot ? [] : ["--user", "--preserve-credentials"])
  }

  /// Sends what goes to the other side to an address that nobody there listens at.
  func cut() async throws {
    for (side, name, other) in [(nearSide, "near", Self.far), (farSide, "far", Self.near)] {
      let outcome = try await Command(
        side + ["ip", "neigh", "replace", other, "lladdr", "02:00:00:00:00:99", "dev", name, "nud", "permanent"]
      ).run()
      guard outcome.status == .exited(0) else { throw HarnessError("the link can't be cut: \(outcome.errors)") }
    }
  }

  /// Ends both sides.
  func remove() async {
    kill(pid_t(processes.far), SIGKILL)
    await holder.stop()
  }
}
