import { PRIOR_DOUBT } from './engine/weigh.js';
import { TRIAGE_VERSION } from './engine/triage-version.js';
import type { Monotone, Rule } from './rules/rule.js';

const PROMISES: Readonly<Record<Monotone, string>> = {
  'more-events': 'one more event of this disk',
  'closer-events': 'an event of this disk that lies closer before the stop',
  'more-kin': 'one more kin stop',
};

const promise = (monotone: readonly Monotone[] = []): string =>
  monotone.length === 0 ? '' : `- Never weighs less with ${monotone.map((one) => PROMISES[one]).join(', or with ')}\n`;

const section = ({ id, doc, weight, monotone, source }: Rule): string =>
  `## ${id}\n\n${doc}\n\n- Weighs at most: ${weight}\n${promise(monotone)}- Source: ${source}\n`;

/** The whole of docs/rules.md. The same rules give the same text, so a check can compare it. */
export const renderRulesMarkdown = (rules: readonly Rule[]): string =>
  [
    '# Triage rules\n',
    `Generated from libs/triage by \`npm run docs:generate\`; edit the rules, not this page. Version of the rules: ${TRIAGE_VERSION}.\n`,
    'A rule looks at the facts of one crash and claims weight for one cause or several. The cause with the most weight becomes the ' +
      `verdict; its confidence is its weight divided by the weight of all claims plus ${PRIOR_DOUBT}. Claims for \`unknown\` are doubt: ` +
      'they lower every confidence and cannot win. Evidence that is too light, too spread or too tied stays `unknown`.\n',
    'Events of the lead-up weigh by whose disk they name (an event of another disk never speaks against this one) and by how close they ' +
      'lie: the last ten minutes in full, the last day less, the last week little. Ten events weigh more than one, and not ten times as much.\n',
    ...rules.map(section),
  ].join('\n');
