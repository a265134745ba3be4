import Testing

/// The real program on a real terminal with real Python sides. One test at a time: they measure waits. `Config/test` runs four
/// parts of them side by side.
@Suite(.serialized, .whereItCanRun, .timeLimit(.minutes(4)))
enum EndToEnd {}
