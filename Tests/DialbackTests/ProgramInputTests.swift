import Glibc
import Testing

@testable import dialback

/// What a person types for a program that Dialback started.
@Suite struct ProgramInputTests {
  /// Reads what the program would, to the end of its input or up to so many bytes.
  private func read(_ descriptor: Int32, atMost most: Int = .max) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < most, case let count = Glibc.read(descriptor, &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [10, 65_535, 65_536, 300_000, 3_000_000])
  func aLineArrivesWhole(length: Int) throws {
    var input = ProgramInput()
    let reading = try #require(input?.reading)
    let line = String(repeating: "x", count: length)
    #expect(input?.write(line) == nil)
    #expect(input?.write("last") == nil || length > 1 << 20)
    // The end of the input comes behind what waits.
    input = nil
    let text = read(reading)
    #expect(text == line + "\nlast\n" || (length > 1 << 20 && text == line + "\n"))
    close(reading)
  }

  @Test func aProgramThatReadsNothingGetsWholeLinesOrNone() throws {
    let input = try #require(ProgramInput())
    let line = String(repeating: "x", count: 99_999)
    var taken = 0
    while input.write(line) == nil, taken < 100 { taken += 1 }
    #expect((5...15).contains(taken))
    #expect(input.write(line)?.contains("is not sent") == true)
    let text = read(input.reading, atMost: taken * 100_000)
    #expect(text == String(repeating: line + "\n", count: taken))
    close(input.reading)
  }

  @Test func aProgramThatHasClosedItsInputIsSaid() throws {
    let input = try #require(ProgramInput())
    close(input.reading)
    #expect(input.write("a") == "the program has closed its input")
  }
}
