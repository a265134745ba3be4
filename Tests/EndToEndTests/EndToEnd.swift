import Testing

/// The real program on a real terminal with real Python sides. One test at a time: they measure waits.
@Suite(.serialized, .whereItCanRun, .timeLimit(.minutes(4)))
enum EndToEnd {}
