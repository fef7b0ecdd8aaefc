import type { rest } from '@inpage/contracts';
import type { Style } from './paper.js';

type Verdict = rest.AnalysedStop['verdict'];

/** Each cause class in words, and its colour: red for what destroys data, yellow for what can be put right. */
const CAUSES: Record<Verdict['cause'], readonly [words: string, style: Style]> = {
  media: ['the disk itself, with bad sectors', ['bold', 'red']],
  link: ['the way to the disk (cable, seat, power or port)', ['bold', 'yellow']],
  'device-gone': ['the disk was gone (unplugged, without power or dead)', ['bold', 'red']],
  controller: ['the controller, its firmware or its driver', ['bold', 'yellow']],
  resources: ['Windows ran out of memory for the request; not the disk', ['bold', 'cyan']],
  filesystem: ['the file system', ['bold', 'yellow']],
  encryption: ['the encryption of the volume', ['bold', 'yellow']],
  virtual: ['the host, the network or the storage behind a virtual disk', ['bold', 'yellow']],
  memory: ['a bad memory module, or corruption', ['bold', 'magenta']],
  software: ['a driver; not the disk', ['bold', 'cyan']],
  unknown: ['not known', 'bold'],
};

/** The steps are those of the words in "Who did it". */
const surely = (confidence: number): string => {
  if (confidence >= 0.6) return 'most likely';
  return confidence >= 0.4 ? 'probably' : 'possibly';
};

/** `most likely media (75 %): the disk itself, with bad sectors` */
export function verdictLine({ cause, confidence }: Verdict): readonly [line: string, style: Style] {
  const [words, style] = CAUSES[cause];
  if (cause === 'unknown') return ['unknown: the evidence does not tell one cause from another', style];
  return [`${surely(confidence)} ${cause} (${Math.round(confidence * 100)} %): ${words}`, style];
}

/** What each grade of evidence rests on. */
export const GRADES: Record<rest.AnalysedStop['grade'], string> = {
  A: 'A, a dump was read',
  B: 'B, code and parameters were recorded, no dump was read',
  C: 'C, the code as Kernel-Power 41 kept it',
  D: 'D, only that the machine stopped',
};

export const PRECISIONS: Record<NonNullable<rest.AnalysedStop['stoppedAtPrecision']>, string> = {
  exact: '',
  'last-alive': ', the last sign of life before the next start',
  'next-boot': ', or some time before: it is when Windows was back',
};
