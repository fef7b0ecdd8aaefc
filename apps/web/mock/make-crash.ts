import type { Crash, Disk, DiskRef, Machine } from '../src/api/types.js';
import type { MockCrash, MockDisk } from './mock-items.js';
import { makeWitnesses } from './make-witnesses.js';
import { OWNER_TEXTS } from './owner-texts.js';
import type { Random } from './random.js';
import { STORIES, type Story } from './stories.js';

/** The oldest crash of a story without a beginning. */
export const HISTORY_DAYS = 380;
export const DAY_MS = 86_400_000;
/** Above 1 crashes are denser towards today. */
const PULL_TO_NOW = 1.15;

export const iso = (ms: number): string => new Date(ms).toISOString();

/** What the crashes of one fleet share while it is made. */
export interface Making {
  readonly machines: readonly Machine[];
  readonly disks: readonly MockDisk[];
  readonly groupIds: Map<string, string>;
  readonly now: number;
}

export function makeCrash(random: Random, { machines, disks, groupIds, now }: Making): MockCrash {
  const story = weighted(random);
  const model = random.pick(story.models);
  const able = model === null ? disks : disks.filter((disk) => disk.model === model);
  const disk = able[random.chance(0.6) ? random.below(Math.min(3, able.length)) : random.below(able.length)]!;
  const machine = machines.find(({ id }) => id === disk.machine?.id)!;
  const key = [story.family, story.status?.code, model, model && disk.stack.map(({ name }) => name).join('>')].join(
    '|',
  );
  const groupId = groupIds.get(key) ?? random.uuid('9e');
  groupIds.set(key, groupId);
  const stopped = now - Math.floor((story.since ?? HISTORY_DAYS) * DAY_MS * random.next() ** PULL_TO_NOW) - 600_000;
  const title = [story.name, story.status?.name, model ?? undefined].filter(Boolean).join(' · ');
  const grade = story.cause === 'unknown' ? 'D' : random.pick(['A', 'B', 'B', 'C'] as const);
  return {
    ...verdictParts(story),
    ...makeWitnesses(random, story, stopped, grade),
    story,
    model,
    id: random.uuid('c4a5'),
    machine: { id: machine.id, computer: machine.computer },
    groupId,
    title,
    stoppedAt: iso(stopped),
    stoppedAtPrecision: story.cause === 'unknown' ? 'last-alive' : 'exact',
    arrivedAt: iso(stopped + 90_000),
    grade,
    disk: model ? refOf(disk) : null,
    decode: decodeOf(random, story),
    diskRule: model ? 'disk-with-paging-file' : null,
    driverStack: model ? [...disk.stack] : null,
    evidence: [
      {
        recordId: random.uuid('4ec0'),
        kind: 'event WER-SystemErrorReporting 1001',
        reportedAt: iso(stopped + 60_000),
        stoppedAt: null,
        receivedAt: iso(stopped + 90_000),
      },
      {
        recordId: random.uuid('4ec0'),
        kind: 'event Kernel-Power 41',
        reportedAt: iso(stopped + 45_000),
        stoppedAt: iso(stopped),
        receivedAt: iso(stopped + 90_000),
      },
    ],
  };
}

function weighted(random: Random): Story {
  let left = random.below(STORIES.reduce((sum, { share }) => sum + share, 0));
  return STORIES.find(({ share }) => (left -= share) < 0)!;
}

export const refOf = ({ id, model, firmware, serial }: Disk): DiskRef => ({ id, model, firmware, serial });

function verdictParts(story: Story) {
  const { cause, confidence, code, name, status, because } = story;
  return {
    cause,
    confidence,
    code: code === '0x00000000' ? null : code,
    bugcheckName: name,
    status,
    verdict: {
      cause,
      confidence,
      brokenRules: [],
      whatHappened: story.what,
      whoDidIt: story.who,
      howToFix: story.fix,
      forOwner: OWNER_TEXTS[cause],
      triageVersion: 1,
      reasons: [
        { rule: `${cause}/says-so`, cause, weight: 5, because },
        {
          rule: 'evidence/parameters-recorded',
          cause,
          weight: 1,
          because: 'code and all four parameters are recorded',
        },
      ],
    },
  };
}

function decodeOf(random: Random, { code, name, family, layout, backing, status }: Story): Crash['decode'] {
  const address = () => `0xFFFF${random.hex(12).toUpperCase()}`;
  const second = status ? `0xFFFFFFFF${status.code.slice(2)}` : address();
  const recorded = family !== 'unclean-shutdown';
  return {
    code,
    name,
    family,
    layout,
    backing,
    status,
    statusNotRecorded: !status && family === 'inpage',
    warnings: [],
    parameters: [
      {
        number: 1,
        value: recorded ? address() : null,
        label: 'Lock type or PTE address',
        meaning: 'Address of the page table entry of the missing page.',
      },
      {
        number: 2,
        value: recorded ? second : null,
        label: status ? 'NTSTATUS' : 'Parameter 2',
        meaning: status ? `${status.name}: ${status.meaning}` : 'See the documentation of the stop.',
      },
      {
        number: 3,
        value: recorded ? address() : null,
        label: 'Page table entry',
        meaning: 'Contents of the entry: where in the paging file the page lies.',
      },
      {
        number: 4,
        value: recorded ? address() : null,
        label: 'Virtual address',
        meaning: 'The address that was touched. The module that touched it is the victim.',
      },
    ],
  };
}
