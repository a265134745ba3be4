import PydevdHelpers

/// A setting that there is no message for: an expression in a stopped thread sets it.
enum InnerSetting {
  case filtersLibraries
  case accelerates

  func expression(_ isOn: Bool) -> String {
    switch self {
    case .filtersLibraries: InnerSettings.filterLibraries(isOn)
    case .accelerates: InnerSettings.accelerate
    }
  }
}
