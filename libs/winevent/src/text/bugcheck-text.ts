/** The tool or the place that a text comes from, as its wording tells. */
export type BugcheckTextForm =
  /** Message or first value of event 1001, in any language. */
  | 'event-1001'
  /** Values of Kernel-Power 41 as Event Viewer shows or copies them. */
  | 'kernel-power-41'
  /** `BugCheck 7A, {…}` */
  | 'windbg-summary'
  /** `KERNEL_DATA_INPAGE_ERROR (7a)` with Arg1 to Arg4. */
  | 'windbg-analyze'
  /** `BUGCHECK_CODE:` with `BUGCHECK_P1:` to `P4`. */
  | 'windbg-fields'
  /** `.bugcheck`: `Bugcheck code 0000007A` and `Arguments …`. */
  | 'windbg-command'
  /** `*** Fatal System Error: 0x0000007b` and a bracket. */
  | 'kernel-debugger'
  | 'bluescreenview-record'
  | 'bluescreenview-row'
  | 'whocrashed'
  /** BCCode and BCP1 to BCP4 of Windows Error Reporting. */
  | 'wer-signature'
  /** The synthetic registers in vmware.log. */
  | 'vmware-log'
  /** `STOP: 0x0000007A (…)`, typed or recognised from a photograph. */
  | 'stop-screen'
  /** The screen since Windows 8: a name, perhaps a file, no numbers. */
  | 'stop-name';

export type Parameters = readonly [bigint?, bigint?, bigint?, bigint?];

/** A stop as a text tells it. */
export interface BugcheckText {
  readonly form: BugcheckTextForm;
  /** Unsigned 32 bits with the flags it was written with (0x1000007E); `undefined` where only the name is told. */
  readonly code?: number;
  /** As the text spells it: `KERNEL_DATA_INPAGE_ERROR`. */
  readonly name?: string;
  /** Four places, `undefined` where the text has no value. Absent when it has none at all. Values are as written, not extended. */
  readonly parameters?: Parameters;
  readonly dumpPath?: string;
  readonly reportId?: string;
  /** What the tool blames, which more often is the victim than the culprit. */
  readonly blamed?: string;
  /** Line of the text, from 1. */
  readonly line: number;
  readonly doubts: readonly BugcheckTextDoubt[];
}

/** What was odd about the writing and may have changed the numbers. */
export type BugcheckTextDoubt = 'fewer-than-four' | 'more-than-four' | 'bracket-open' | 'line-broken';
