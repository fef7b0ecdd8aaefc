import type { Random } from '../random/random.js';
import { MINUTE_MS, type Calendar } from './calendar.js';
import type { Moment } from './observation.js';

const AGENT_VERSION = '0.1.0';

/** One beat a day on which the machine is on, some minutes after it came up. */
export function* beatsOf({ onTimes }: Calendar, random: Random): Generator<Moment> {
  for (const { fromMs } of onTimes) {
    const upMs = Math.floor(random.between(1, 20) * MINUTE_MS);
    const atMs = fromMs + upMs;
    const at = new Date(atMs).toISOString();
    yield { atMs, record: { kind: 'beat', at, agentVersion: AGENT_VERSION, uptimeSeconds: Math.floor(upMs / 1000) } };
  }
}
