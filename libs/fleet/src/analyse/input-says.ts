import type { Findings } from './findings.js';
import { FORM_NAMES } from './read-text-forms.js';
import type { BugcheckTextForm } from '@inpage/winevent';

const howMany = (events: number): string =>
  events === 1 ? 'One Windows event or record' : `${events} Windows events or records`;

const COMPUTERS_TOLD = 3;

/** `12 Windows events or records of PC7.` */
export function eventsSay(findings: Findings): string {
  const names = findings.computers().flatMap(({ computer }) => computer ?? []);
  const more = names.length - COMPUTERS_TOLD;
  const list = more > 0 ? [...names.slice(0, COMPUTERS_TOLD), `${more} more`] : names;
  const whose =
    list.length === 0 ? '' : ` of ${list.length > 1 ? `${list.slice(0, -1).join(', ')} and ` : ''}${list.at(-1)}`;
  const bad = findings.faulty === 0 ? '' : `; ${findings.faulty} more could not be read`;
  return `${howMany(findings.readable)}${whose}${bad}.`;
}

/** `Text: an !analyze -v of WinDbg.` */
export function textSays({ sources }: Findings): string {
  const forms = [...new Set([...sources.values()].map(({ kind }) => FORM_NAMES[kind as BugcheckTextForm]))];
  if (forms.length === 0) return 'Text in which no stop is told in any form that is known.';
  return `Text: ${forms.join(', ')}.`;
}
