import { PRIOR_DOUBT } from './engine/weigh.js';
import { TRIAGE_VERSION } from './engine/triage-version.js';
import type { Rule } from './rules/rule.js';

const section = ({ id, doc, weight, source }: Rule): string =>
  `## ${id}\n\n${doc}\n\n- Weighs at most: ${weight}\n- Source: ${source}\n`;

/** The whole of docs/rules.md. The same rules give the same text, so a check can compare it. */
export const renderRulesMarkdown = (rules: readonly Rule[]): string =>
  [
    '# Triage rules\n',
    `Generated from libs/triage by \`npm run docs:generate\`; edit the rules, not this page. Version of the rules: ${TRIAGE_VERSION}.\n`,
    'A rule looks at the facts of one crash and claims weight for one cause or several. The cause with the most weight becomes the ' +
      `verdict; its confidence is its weight divided by the weight of all claims plus ${PRIOR_DOUBT}. Claims for \`unknown\` are doubt: ` +
      'they lower every confidence and cannot win. Evidence that is too light, too spread or too tied stays `unknown`.\n',
    ...rules.map(section),
  ].join('\n');
