import Glibc
import TestSupport
import Testing

/// Inputs that broke a promise once, and some that are made here.
@Suite struct FindingTests {
  /// A file of `Findings/TARGET`.
  struct Finding: CustomTestStringConvertible, Sendable {
    let target: FuzzTarget
    let path: String

    var testDescription: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

    static let all = FuzzTarget.allCases.flatMap { target in
      files(in: folder + "/" + target.rawValue).map { Finding(target: target, path: $0) }
    }

    private static let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Findings"

    private static func files(in folder: String) -> [String] {
      guard let directory = opendir(folder) else { return [] }
      defer { closedir(directory) }
      var paths: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if !name.hasPrefix(".") { paths.append(folder + "/" + name) }
      }
      return paths.sorted()
    }
  }

  @Test(arguments: Finding.all)
  func aFindingIsBorne(_ finding: Finding) throws {
    let file = try #require(fopen(finding.path, "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    try finding.target.run(Array(bytes[..<count]))
  }

  @Test(arguments: FuzzTarget.allCases)
  func bytesOfAnyKindAreBorne(_ target: FuzzTarget) throws {
    var random = SplitMix64(seed: 23)
    for _ in 0..<(target == .screen ? 5 : 100) {
      let count = Int.random(in: 0...600, using: &random)
      try target.run((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }
}
