import { describe, expect, it } from 'vitest';
import { renderRulesMarkdown } from './render-rules-markdown.js';
import { RULES } from './rules/rules.js';

describe('renderRulesMarkdown', () => {
  it('gives every rule a heading, its sentence, its weight and its source', () => {
    const page = renderRulesMarkdown(RULES);
    for (const { id, doc, weight, source } of RULES) {
      expect(page).toContain(`## ${id}\n\n${doc}\n\n- Weighs at most: ${weight}\n- Source: ${source}\n`);
    }
  });

  it('gives the same page for the same rules, ending in one line end', () => {
    expect(renderRulesMarkdown(RULES)).toBe(renderRulesMarkdown([...RULES]));
    expect(renderRulesMarkdown(RULES)).toMatch(/[^\n]\n$/);
  });
});
