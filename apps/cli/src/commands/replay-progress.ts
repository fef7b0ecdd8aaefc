import type { ReplayProgress } from '@inpage/fleet';
import type { Terminal } from '../terminal/terminal.js';

const EVERY_MS = 2000;
const UNITS = { reading: 'chunks read', judging: 'machines judged' } as const;

/** Says every two seconds how far it is, and at what pace. */
export function replayProgress(terminal: Terminal, now: () => number = Date.now): (progress: ReplayProgress) => void {
  let saidAt = now();
  let phase: ReplayProgress['phase'] | undefined;
  let since = now();
  return ({ phase: current, done, total }) => {
    if (current !== phase) {
      phase = current;
      since = saidAt;
    }
    if (now() - saidAt < EVERY_MS) return;
    saidAt = now();
    const perSecond = Math.round((done * 1000) / Math.max(1, saidAt - since));
    terminal.err(`inpage: ${done} of ${total} ${UNITS[current]}, ${perSecond} a second\n`);
  };
}
