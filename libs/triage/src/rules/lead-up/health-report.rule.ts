import { CAUSE_CLASSES } from '@inpage/codes';
import type { DiskEvent } from '@inpage/winevent';
import { asSentence, enumerate } from '../../explain/names.js';
import type { CrashFacts } from '../../verdict.js';
import type { LeadUpEvent } from '../../witnesses.js';
import { isInDiskStory } from '../disk-story.js';
import type { Shares } from '../no-answer.js';
import type { Claim, Rule } from '../rule.js';
import { shareClaims } from './chorus.js';
import { besideStop } from './time-before.js';

interface Complaint {
  readonly shares: Shares;
  /** Completes `the disk reported …`. */
  readonly what: string;
}

/** Bits of the critical warning. Source: NVM Express 1.4, figure 194. */
const NVME_WARNINGS: readonly (readonly [bit: number, shares: Shares, what: string])[] = [
  [0x01, { media: 2 }, 'that its spare blocks run out'],
  [0x02, { controller: 1 }, 'that it is too hot'],
  [0x04, { media: 4 }, 'that its reliability is degraded'],
  [0x08, { media: 4 }, 'that it went read-only'],
];

function nvmeComplaints({ nvmeHealth }: DiskEvent): readonly Complaint[] {
  if (nvmeHealth === undefined) return [];
  const { criticalWarning, mediaErrors, usedPercent } = nvmeHealth;
  return [
    ...NVME_WARNINGS.filter(([bit]) => (criticalWarning & bit) !== 0).map(([, shares, what]) => ({ shares, what })),
    ...(mediaErrors > 0n ? [{ shares: { media: 2 }, what: `${mediaErrors} media errors` }] : []),
    ...(usedPercent >= 100 ? [{ shares: { media: 0.5 }, what: `${usedPercent} % of its rated life used` }] : []),
  ];
}

/**
 * Attributes whose raw value counts sectors, or checksum errors of the link, with all makers that we know of. The upper part of
 * the 48 bits is used for other things by some, so only the low 32 are read. 199 counts over the whole life of the disk, old
 * cables included.
 */
const SMART_COUNTS: Readonly<Record<number, readonly [shares: Shares, what: string]>> = {
  5: [{ media: 1 }, 'reallocated sectors'],
  187: [{ media: 2 }, 'reported uncorrectable errors'],
  197: [{ media: 3 }, 'pending sectors'],
  198: [{ media: 3 }, 'offline uncorrectable sectors'],
  199: [{ link: 0.5 }, 'checksum errors on its link'],
};

const smartComplaints = ({ smartAttributes = [] }: DiskEvent): readonly Complaint[] =>
  smartAttributes.flatMap(({ id, raw }) => {
    const [shares, what] = SMART_COUNTS[id] ?? [];
    const count = raw % 0x1_0000_0000;
    return shares !== undefined && count > 0 ? [{ shares, what: `${count} ${what}` }] : [];
  });

const complaintsOf = (event: DiskEvent): readonly Complaint[] => [...nvmeComplaints(event), ...smartComplaints(event)];

/** Health is a state, not a number of events: the report nearest to the stop counts, and the older ones are history. */
const nearestReport = ({ leadUp = [] }: CrashFacts): LeadUpEvent | undefined =>
  leadUp
    .filter(({ disk, event }) => disk === 'this-disk' && (event.nvmeHealth ?? event.smartAttributes) !== undefined)
    .sort((a, b) => Math.abs(a.secondsBefore) - Math.abs(b.secondsBefore))[0];

/** Complaints of one report are not independent: all are told, and the heaviest of each cause gives the weight. */
function claimsOf(facts: CrashFacts, report: LeadUpEvent): readonly Claim[] {
  const complaints = complaintsOf(report.event);
  return CAUSE_CLASSES.flatMap((cause) => {
    const alike = complaints.filter(({ shares }) => shares[cause] !== undefined);
    if (alike.length === 0) return [];
    const most = Math.max(...alike.map(({ shares }) => shares[cause]!));
    const said = enumerate(alike.map(({ what }) => what));
    const because = `${howFar(report)} the disk reported ${said}.`;
    return shareClaims(facts, { [cause]: most }, 1, because, [report.recordId]);
  });
}

const howFar = ({ secondsBefore }: LeadUpEvent): string => asSentence(besideStop(secondsBefore));

export const leadUpHealthReport: Rule = {
  id: 'lead-up/health-report',
  doc: 'The health report of the disk nearest to the stop (StorPort 510, 512) has a critical warning, media errors, or sectors that are lost.',
  source:
    'NVM Express 1.4, 5.14.1.2, and https://support.microsoft.com/windows/what-to-do-about-a-critical-warning-for-a-storage-device; our inference for SMART, because raw values are the business of each maker',
  weight: 4,
  monotone: ['more-events'],
  test(facts) {
    const report = isInDiskStory(facts) ? nearestReport(facts) : undefined;
    return report === undefined ? [] : claimsOf(facts, report);
  },
};
