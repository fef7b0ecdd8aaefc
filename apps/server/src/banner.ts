import type { FirstSteps } from './first-steps.js';

export interface BannerFacts extends FirstSteps {
  readonly url: string;
  readonly dataFolder?: string;
  readonly firstStepsFile?: string;
  readonly queue: 'PostgreSQL' | 'Redis';
  /** A crash to send, as the time of now. */
  readonly now: Date;
}

/** What a person who just started the server needs next. */
export function banner(facts: BannerFacts): string {
  const key = facts.enrolmentKey ?? '$INPAGE_KEY';
  const where = facts.dataFolder === undefined ? 'the database of DATABASE_URL' : facts.dataFolder;
  return [
    '',
    `  Inpage is running at  ${facts.url}`,
    `  data                  ${where}`,
    `  queue                 ${facts.queue}`,
    ...signIn(facts),
    '',
    '  Send a crash:',
    '',
    `    ${curl(facts.url, key, facts.now)}`,
    '',
    '  and look at it in the browser. Stop with Ctrl-C.',
    '',
  ].join('\n');
}

function signIn({ administrator, enrolmentKey, firstStepsFile }: BannerFacts): string[] {
  if (administrator === undefined && enrolmentKey === undefined) {
    const hint = firstStepsFile === undefined ? 'Settings, Keys makes a new one' : `see ${firstStepsFile}`;
    return [`  password and key      shown at the first start; ${hint}`];
  }
  return [
    ...(administrator
      ? [`  sign in as            ${administrator.email}`, `  password              ${administrator.password}`]
      : []),
    ...(enrolmentKey ? [`  enrolment key         ${enrolmentKey}`] : []),
    ...(firstStepsFile ? [`  also in               ${firstStepsFile}`] : []),
  ];
}

/** One line for a POSIX shell: no quote inside quotes. */
export function curl(url: string, key: string, now: Date): string {
  const crash = {
    kind: 'crash',
    computer: 'pc-1',
    at: now.toISOString(),
    code: '0x7a',
    parameters: ['0xffffc1049a602ec0', '0xffffffffc0000185', '0x2454628c0', '0xfffff8053c2b0000'],
    disk: { model: 'Samsung SSD 980 1TB', firmware: '3B4QFXO7', serial: 'S649NL0T123456', busType: 17 },
    driverStack: [{ name: 'fvevol' }, { name: 'partmgr' }, { name: 'disk' }, { name: 'stornvme' }],
  };
  return `curl -sS ${url}/v1/records -H "Authorization: Bearer ${key}" -H "Content-Type: application/json" -d '${JSON.stringify(crash)}'`;
}
