import type { Cause } from '../api/types.js';
import { strings } from '../strings.js';

interface CauseLook {
  readonly label: string;
  readonly meaning: string;
  /** At least 3:1 on the light and on the dark card. Never the only sign: label and glyph go with it. */
  readonly color: string;
  /** Strokes in a 16 x 16 box. */
  readonly glyph: string;
}

const look = (cause: Cause, color: string, glyph: string): CauseLook => ({ ...strings.causes[cause], color, glyph });

/** How each cause class looks, in the order in which legends and chips show them. */
export const causes: Record<Cause, CauseLook> = {
  media: look('media', '#d6455d', 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M6 6l4 4M10 6l-4 4'),
  link: look(
    'link',
    '#c2761a',
    'M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3l1.2-1.2',
  ),
  'device-gone': look('device-gone', '#8f66d6', 'M8 2.5v5M4.6 4.6a5 5 0 1 0 6.8 0'),
  controller: look(
    'controller',
    '#2f86d6',
    'M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14',
  ),
  resources: look('resources', '#1f9484', 'M2.5 11.5a5.5 5.5 0 0 1 11 0M8 11.5l2.5-3.5'),
  filesystem: look('filesystem', '#688f1d', 'M2 12.5v-9h4l1.5 2H14v7z'),
  encryption: look('encryption', '#bd5099', 'M4 7.5h8V13H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'),
  virtual: look('virtual', '#5484a1', 'M4.5 12.5a2.8 2.8 0 0 1 0-5.5 3.6 3.6 0 0 1 7-.5 3 3 0 0 1 0 6z'),
  memory: look('memory', '#b56a3a', 'M2 5h12v5H2zM4.5 5v2.5M8 5v2.5M11.5 5v2.5M3.5 10v2M8 10v2M12.5 10v2'),
  software: look('software', '#6672de', 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5'),
  unknown: look('unknown', '#7b8494', 'M5.8 6a2.2 2.2 0 1 1 3.4 1.9C8.4 8.4 8 8.8 8 9.7M8 12v.4'),
};

export const CAUSES = Object.keys(causes) as readonly Cause[];
export const isCause = (value: string): value is Cause => Object.hasOwn(causes, value);
