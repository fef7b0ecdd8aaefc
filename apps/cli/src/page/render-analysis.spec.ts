import { describe, expect, it } from 'vitest';
import { widthOf } from '../terminal/wrap.js';
import { ANALYSIS, LOG, STOP, TYPED } from './analysis.fixture.js';
import { renderAnalysis } from './render-analysis.js';

const PLAIN = { width: 80, colours: false, unicode: true, all: false };

describe('the page of an analysis', () => {
  it.each([
    ['dump', ANALYSIS, PLAIN],
    ['dump-narrow-ascii', ANALYSIS, { ...PLAIN, width: 48, unicode: false }],
    ['typed', TYPED, PLAIN],
    ['log', LOG, { ...PLAIN, width: 100 }],
    [
      'nothing',
      {
        ...TYPED,
        stops: [],
        notKnown: [],
        input: { ...TYPED.input, kind: 'other' as const, says: 'This is a ZIP archive; send the .dmp file inside it.' },
      },
      PLAIN,
    ],
  ])('reads as in golden/%s.txt', async (name, analysis, settings) => {
    const page = renderAnalysis(analysis, settings);
    await expect(page).toMatchFileSnapshot(`golden/${name}.txt`);
    expect(Math.max(...page.split('\n').map(widthOf))).toBeLessThanOrEqual(settings.width);
  });

  it('tells of every stop in full when asked to', () => {
    const whole = renderAnalysis(LOG, { ...PLAIN, all: true });
    expect(whole.match(/^What happened$/gm)).toHaveLength(2);
    expect(renderAnalysis(LOG, PLAIN).match(/^What happened$/gm)).toHaveLength(1);
  });

  it('tells of the newest whose cause is known, not of a power cut after it', () => {
    const [known, unknown] = LOG.stops as [typeof STOP, typeof STOP];
    const page = renderAnalysis({ ...LOG, stops: [unknown, known] }, PLAIN);
    expect(page.indexOf('Verdict     most likely link')).toBeGreaterThan(0);
    expect(page).toMatch(/The other stops\n {2}- [^\n]*Stopped without a bugcheck/);
  });

  it('says the same with colours as without', () => {
    const coloured = renderAnalysis(ANALYSIS, { ...PLAIN, colours: true });
    expect(coloured).toContain('\u001b[1m');
    // oxlint-disable-next-line no-control-regex -- the sequences of styleText
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderAnalysis(ANALYSIS, PLAIN));
  });

  it('does not let a name from the file steer the terminal', () => {
    const page = renderAnalysis({ ...ANALYSIS, stops: [{ ...STOP, computer: 'pc\u001b]0;x\u0007' }] }, PLAIN);
    expect(page).not.toContain('\u001b');
  });
});
