import TestSupport
import Testing

/// Runs a test in a workplace of its own. If it fails, the screens and logs are added to the failure. `missing` says
/// what the test needs and does not find here.
func withWorkplace(
  missing: String? = Environs.missing, _ body: (Workplace) async throws -> Void
) async throws {
  if let missing { throw HarnessError(missing) }
  try await TemporaryFolder.with { folder in
    let workplace = try Workplace(in: folder)
    do {
      try await body(workplace)
      await workplace.close()
    } catch {
      let report = await workplace.report()
      await workplace.close()
      Issue.record("\(report)")
      throw error
    }
  }
}
