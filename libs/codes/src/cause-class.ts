/** What a verdict may name as the cause, as docs/glossary.md explains them. */
export const CAUSE_CLASSES = [
  'media',
  'link',
  'device-gone',
  'controller',
  'resources',
  'filesystem',
  'encryption',
  'virtual',
  'memory',
  'software',
  'unknown',
] as const;
export type CauseClass = (typeof CAUSE_CLASSES)[number];

/** How far a statement can be trusted. */
export type Confidence = 'high' | 'medium' | 'low';
