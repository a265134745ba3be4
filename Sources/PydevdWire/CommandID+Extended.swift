/// The numbers from 159 on: up to 158 both families agree, here the same number may mean two things.
extension CommandID {
  /// CMD_STEP_OVER_MY_CODE; pydevd only, pydevd-pycharm takes 159 for ``processCreatedReceived``.
  public static let stepOverMyCode = CommandID(159)
  /// CMD_PROCESS_CREATED_MSG_RECEIVED; pydevd-pycharm only, pydevd would step: ``stepOverMyCode``.
  public static let processCreatedReceived = CommandID(159)
  /// CMD_STEP_RETURN_MY_CODE; pydevd only.
  public static let stepReturnMyCode = CommandID(160)
  /// CMD_GET_SMART_STEP_INTO_VARIANTS of pydevd-pycharm from 201.
  public static let smartStepIntoVariantsOfPycharm = CommandID(160)
  /// CMD_SET_PY_EXCEPTION_JSON; pydevd only.
  public static let setPyExceptionJSON = CommandID(161)
  /// CMD_SET_PATH_MAPPING_JSON; pydevd only.
  public static let setPathMappingJSON = CommandID(162)
  /// CMD_GET_SMART_STEP_INTO_VARIANTS of pydevd.
  public static let smartStepIntoVariants = CommandID(163)
  /// CMD_SET_UNIT_TEST_DEBUGGING_MODE; pydevd-pycharm only.
  public static let setUnitTestDebuggingMode = CommandID(170)
  /// CMD_SET_USER_TYPE_RENDERERS; pydevd-pycharm only.
  public static let setUserTypeRenderers = CommandID(190)
  /// CMD_REDIRECT_OUTPUT
  public static let redirectOutput = CommandID(200)
  /// CMD_GET_NEXT_STATEMENT_TARGETS
  /// CMD_SET_PROJECT_ROOTS
  public static let setProjectRoots = CommandID(202)
  /// CMD_AUTHENTICATE; pydevd only. Sent without need, it locks the session for good.
  public static let authenticate = CommandID(205)
  /// CMD_STEP_INTO_COROUTINE; seen as a stop reason only.
  public static let stepIntoCoroutine = CommandID(206)
  /// CMD_LOAD_SOURCE_FROM_FRAME_ID; pydevd only.
  public static let loadSourceFromFrameID = CommandID(207)
  /// CMD_DATAVIEWER_ACTION; pydevd-pycharm only.
  public static let dataViewerAction = CommandID(210)
  /// CMD_TABLE_EXEC; pydevd-pycharm only.
  public static let tableExec = CommandID(211)
  /// CMD_INTERRUPT_DEBUG_CONSOLE; pydevd-pycharm only.
  public static let interruptDebugConsole = CommandID(212)
  /// CMD_IMAGE_COMMAND_START_LOAD; pydevd-pycharm only.
  public static let imageStartLoad = CommandID(213)
  /// CMD_IMAGE_COMMAND_CHUNK_LOAD; pydevd-pycharm only.
  public static let imageChunkLoad = CommandID(214)
  /// CMD_VERSION
  public static let version = CommandID(501)
  /// CMD_RETURN
  public static let returnValue = CommandID(502)
  /// CMD_SET_PROTOCOL
  public static let setProtocol = CommandID(503)
  /// CMD_ERROR
  public static let error = CommandID(901)
  /// Of our own, from the helper in the process: the values of a request that are there, and what is being computed.
  public static let computing = CommandID(990)
  /// Of our own: end what is being computed.
  public static let giveUp = CommandID(991)
  /// Of our own, from the helper in the process: an exception ends the program.
  public static let endedByException = CommandID(992)
}
