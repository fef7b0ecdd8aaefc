import { describe, expect, it } from 'vitest';
import { createLog } from './log.js';

function logging(level: 'info' | 'error' = 'info') {
  const lines: string[] = [];
  return { lines, log: createLog({ INPAGE_LOG_LEVEL: level }, { write: (line) => void lines.push(line) }) };
}

describe('the log', () => {
  it('is one JSON object a line, with level, time and event', () => {
    const { log, lines } = logging();
    log.info({ event: 'server.listening', url: 'http://x' });
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      event: 'server.listening',
      url: 'http://x',
    });
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = logging('error');
    log.warn({ event: 'x' });
    expect(lines).toEqual([]);
  });

  it('never holds a secret, by rule', () => {
    const { log, lines } = logging();
    const secret = 'imc_hunter2';
    log.info({
      event: 'x',
      secret,
      password: secret,
      body: { secret, password: secret },
      headers: { authorization: secret, cookie: secret },
      request: { authorization: secret },
    });
    expect(lines[0]).not.toContain('hunter2');
  });
});
