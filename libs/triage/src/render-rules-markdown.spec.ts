import { describe, expect, it } from 'vitest';
import { renderRulesMarkdown } from './render-rules-markdown.js';
import { RULES } from './rules/rules.js';

describe('renderRulesMarkdown', () => {
  it('gives every rule a heading, its sentence, its weight and its source', () => {
    const page = renderRulesMarkdown(RULES);
    for (const { id, doc, weight, source } of RULES) {
      expect(page).toContain(`## ${id}\n\n${doc}\n\n- Weighs at most: ${weight}\n`);
      expect(page).toContain(`- Source: ${source}\n`);
    }
  });

  it('says what a rule promises, and nothing where it promises nothing', () => {
    const [silent, ...others] = RULES.filter(({ monotone }) => monotone === undefined);
    const promising = RULES.find(({ monotone }) => monotone?.includes('more-kin'));
    expect(others.length).toBeGreaterThan(0);
    expect(renderRulesMarkdown([silent!])).not.toContain('Never weighs less');
    expect(renderRulesMarkdown([promising!])).toContain('- Never weighs less with one more kin stop\n');
  });

  it('gives the same page for the same rules, ending in one line end', () => {
    expect(renderRulesMarkdown(RULES)).toBe(renderRulesMarkdown([...RULES]));
    expect(renderRulesMarkdown(RULES)).toMatch(/[^\n]\n$/);
  });
});
