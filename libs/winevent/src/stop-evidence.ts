/**
 * What one event says about one stop. `reportedAt` is when the event was written, for most kinds at the boot after the
 * crash; `stoppedAt` is when the machine stopped, where the event knows it.
 */
export interface StopEvidence {
  readonly kind: 'wer-1001' | 'wer-1000' | 'kernel-power-41' | 'eventlog-6008' | 'volmgr-161' | 'crash';
  readonly reportedAtMs: number;
  readonly stoppedAtMs?: number;
  /** `undefined` when the event carries none or carries 0. */
  readonly code?: number;
  /** Four values when the event carries them. All zero stays all zero here; triage judges it. */
  readonly parameters?: readonly [bigint, bigint, bigint, bigint];
  readonly dumpPath?: string;
  readonly reportId?: string;
  readonly powerButton?: boolean;
  /** volmgr 161: the NTSTATUS of the dump write that failed. */
  readonly dumpStatus?: number;
  readonly bugcheckInfoFromEfi?: boolean;
}
