import { DAY_MS } from '../timeline/calendar.js';

/** A Windows release and what its cumulative update of `asOf` carried. */
interface Release {
  readonly build: number;
  readonly share: number;
  readonly revision: number;
}

/** Windows 10 22H2, Windows 11 23H2, 24H2 and 25H2. */
export const RELEASES: readonly Release[] = [
  { build: 19045, share: 20, revision: 5011 },
  { build: 22631, share: 30, revision: 4460 },
  { build: 26100, share: 40, revision: 2605 },
  { build: 26200, share: 10, revision: 2605 },
];

/** Our own counting rule: every monthly update adds this much. Real steps vary from month to month. */
const REVISION_STEP = 100;
const EPOCH_MS = Date.UTC(2024, 11, 10);

/** How many monthly updates were out by then, counted in months of 28 days from December 2024. */
export const updatesBy = (ms: number): number => Math.max(0, Math.floor((ms - EPOCH_MS) / (28 * DAY_MS)));

/** Build and UBR after that many monthly updates, such as `26100.4351`. */
export const osBuild = (release: Release, updates: number): string =>
  `${release.build}.${release.revision + updates * REVISION_STEP}`;

/** When monthly update number `n` came out. */
export const updateAt = (n: number): number => EPOCH_MS + n * 28 * DAY_MS;
