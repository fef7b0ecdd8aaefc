import type { CauseClass } from '@inpage/codes';
import type { DumpFacts } from '@inpage/contracts';
import type { Decode } from './stop.js';
import type { DriverChange, KinStop, LeadUpEvent } from './witnesses.js';

/** A disk as triage needs it: what inventory said at the time of the crash. */
export interface DiskFacts {
  /** Normalised model. */
  readonly model: string;
  readonly firmware?: string;
  /** STORAGE_BUS_TYPE: 7 USB, 11 SATA, 17 NVMe, 8 RAID, 14/15 virtual … */
  readonly busType?: number;
  /** 3 HDD, 4 SSD, 5 SCM, 0 unspecified. */
  readonly mediaType?: number;
  readonly removable: boolean;
  readonly virtual: boolean;
  readonly bridged: boolean;
  readonly holdsPageFile: boolean;
  readonly isBoot: boolean;
}

/** Everything that triage may look at. Whatever is not known is absent. */
export interface CrashFacts {
  readonly decode: Decode;
  /** A: dump facts. B: event 1001/1000 or an equal source, with code and parameters. C: Kernel-Power 41 with a code. D: only "it stopped". */
  readonly grade: 'A' | 'B' | 'C' | 'D';
  readonly disk?: DiskFacts;
  /** How the disk was found, e.g. `recorded`, `paging-file-disk`, `only-disk`, `boot-disk`; undefined without a disk. */
  readonly diskRule?: string;
  /** Normalised driver names, top of the stack first. */
  readonly driverStack?: readonly string[];
  /** volmgr 161 was seen: the dump could not be written. */
  readonly dumpFailed: boolean;
  /** Kernel-Power 41 says that the power button ended it. */
  readonly powerButton: boolean;
  readonly machine?: { readonly model?: string; readonly osBuild?: string };
  /** Storage events of the machine from 7 days before the stop to the end of the next boot, oldest first. */
  readonly leadUp?: readonly LeadUpEvent[];
  /** What a dump of this stop tells. */
  readonly dump?: DumpFacts;
  /** Other stops within 30 days, nearest first. */
  readonly kin?: readonly KinStop[];
  /** Storage drivers that changed within 30 days before the stop. */
  readonly driverChanges?: readonly DriverChange[];
}

/** One rule that fired. */
export interface Reason {
  readonly rule: string;
  readonly cause: CauseClass;
  readonly weight: number;
  readonly because: string;
  /** What it rests on beside the stop itself: record ids of events of the lead-up, crash ids of kin; nearest first. */
  readonly evidence?: readonly string[];
}

/** What triage concludes. */
export interface Verdict {
  readonly cause: CauseClass;
  /** 0 to 1: the share of weighted evidence that speaks for this cause, held down by how much evidence there is. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** Rules that threw; a verdict is made without them. */
  readonly brokenRules: readonly string[];
  readonly whatHappened: string;
  readonly whoDidIt: string;
  readonly howToFix: string;
  /** One paragraph for the person whose PC it is: no codes, no blame, never surer than the verdict. */
  readonly forOwner: string;
}
