/** Figures since the host began. */
export interface Counters {
  /** Every ProcessQuery. */
  requests: number;
  /**
   * ProcessQuery requests of the add-in's own batches (`context.sync()`). Not counted: requests to services of the
   * runtime (results of custom functions, NotifyActionHandlerReady) and those that only release tracked objects.
   */
  syncs: number;
  /** UTF-8 bytes. */
  requestBytes: number;
  answerBytes: number;
}
