import { BugcheckCode } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { decodeNoCode, decodeStop } from '../decode/decode-stop.js';
import { groupKey, groupParts } from '../group/group-key.js';
import { factsOf, NVME_DISK, SATA_DISK, USB_DISK } from '../rules/crash-facts.fixture.js';
import { normaliseStack } from '../stack/normalise-stack.js';
import { triage } from './triage.js';

type P = bigint | undefined;
const decoded = (code: number, p1?: P, p2?: P, p3?: P, p4?: P) =>
  decodeStop({ code: BugcheckCode(code), parameters: [p1, p2, p3, p4] });

/** openzfsonwindows/ZFSin issue 313: a driver image page of a disk that left. */
const DRIVER_PAGE = decoded(0x7a, 0xffffc1049a602ec0n, 0xffffffffc000000en, 0x00000002454628c0n, 0xfffff8053c2b0000n);
/** A Kernel-Power 41 that kept nothing but the first parameter. */
const ONLY_FIRST = decoded(0x7a, 0xfffff1d8c0683248n, 0n, 0n, 0n);

describe('a stop, decoded and judged', () => {
  it.each([
    ['a driver image page, disk gone', DRIVER_PAGE, 'device-gone'],
    ['Windows XP, I/O device error', decoded(0x7a, 0xc0201754n, 0xc0000185n, 0x805d5b25n, 0x0456d860n), 'link'],
    ['Windows NT, I/O device error', decoded(0x77, 0x103n, 0xc0000185n, 1n, 0x5000n), 'link'],
    ['a kernel stack on a bad block', decoded(0x77, 0xffffffffc000009cn, 0xffffffffc000009cn, 0n, 0x1000n), 'media'],
    ['lock held, nonpaged pool', decoded(0x7a, 1n, 0xffffffffc000009an, 0n, 0xffffa00000001000n), 'resources'],
    ['only the first parameter recorded', ONLY_FIRST, 'unknown'],
    ['a page with the wrong checksum', decoded(0x1a, 0x3fn, 0x1000n, 0xabcdn, 0xabcen), 'unknown'],
    ['the compression store, refused request', decoded(0x1a, 0x6001n, 0xffffffffc0000010n, 0x1000n, 0n), 'software'],
    ['Memory Manager tables', decoded(0x1a, 0x411n, 1n, 2n, 3n), 'memory'],
    ['a stack without its signature', decoded(0x77, 1n, 5n, 0n, 0xffff800000001000n), 'memory'],
    ['a transfer that fell short', decoded(0x77, 2n, 5n, 0n, 0xffff800000001000n), 'controller'],
    ['a boot volume with bad blocks', decoded(0xed, 0xffffe00000001000n, 0xffffffffc000009cn, 0n, 0n), 'media'],
    ['a boot volume, no status', decoded(0xed, 0xffffe00000001000n, 0n, 0n, 0n), 'filesystem'],
    ['a boot device that is not found', decoded(0x7b, 0xf78a6a94n, 0xc0000034n, 0n, 0n), 'controller'],
    ['the minidump spelling of a driver bug', decoded(0x100000d1, 0n, 2n, 1n, 0xba940dc2n), 'software'],
    ["a driver's private code", decoded(0x4a4b4d53, 0xc000000en, 0x01d04bf0n, 0x10n, 0x29an), 'unknown'],
    ['no code at all', decodeNoCode(), 'unknown'],
  ])('%s', (_, decode, cause) => {
    const verdict = triage(factsOf(decode));
    expect(verdict.cause).toBe(cause);
    expect(verdict.brokenRules).toEqual([]);
  });

  it('does not blame the paging file for a page of a driver image', () => {
    const verdict = triage(factsOf(DRIVER_PAGE, { disk: NVME_DISK, diskRule: 'boot-disk' }));
    expect(verdict.whatHappened).toContain('back from a mapped file');
    expect(verdict.whatHappened).toContain('because Windows starts from it');
  });

  it('does not say that a read failed where nothing was read', () => {
    const boot = triage(factsOf(decoded(0x7b, 0xf78a6a94n, 0xc000000en, 0n, 0n)));
    expect(boot.reasons.map(({ because }) => because).join(' ')).not.toContain('The read failed');
    expect(boot.whatHappened).toContain('Its parameters carry STATUS_NO_SUCH_DEVICE (0xC000000E)');
  });

  it('suspects a pulled plug, carefully, when only the first parameter was recorded and the disk hangs on USB', () => {
    const verdict = triage(factsOf(ONLY_FIRST, { grade: 'C', disk: USB_DISK }));
    expect(verdict.cause).toBe('device-gone');
    expect(verdict.confidence).toBeLessThan(0.4);
    expect(verdict.whoDidIt).toMatch(/^Possibly /);
  });

  it('groups 0x7A and 0x77 with one status, model and stack together, whatever the addresses were', () => {
    const stack = normaliseStack(['\\Driver\\disk', '\\Driver\\storahci']);
    const keys = [
      decoded(0x7a, 0xfffff6fc40008070n, 0xffffffffc000009cn, undefined, 0xfffff8800100e000n),
      decoded(0x7a, 3n, 0xc000009cn, 0xffffd00000001000n, 0xffffa00000001000n),
      decoded(0x77, 0xc000009cn, 0xc000009cn, 0n, 0x5000n),
    ].map((decode) => groupKey(groupParts(decode, SATA_DISK, stack)));
    expect(new Set(keys).size).toBe(1);
  });
});
