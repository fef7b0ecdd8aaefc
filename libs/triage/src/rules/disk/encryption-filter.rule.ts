import { bearing } from '../disk-story.js';
import { statusClass } from '../recorded-status.js';
import { claim, type Claim, type Rule } from '../rule.js';
import type { CrashFacts } from '../../verdict.js';

/**
 * Drivers that encrypt whole disks or volumes and do not come with Windows, as services are called. Sources: the published
 * source of VeraCrypt, TrueCrypt and DiskCryptor; the makers' support pages for the others.
 */
const FOREIGN: Readonly<Record<string, string>> = {
  veracrypt: 'VeraCrypt',
  truecrypt: 'TrueCrypt',
  dcrypt: 'DiskCryptor',
  mfeepepc: 'McAfee Drive Encryption',
  safeboot: 'SafeBoot',
  pgpwded: 'PGP Whole Disk Encryption',
  prot_2k: 'Check Point Full Disk Encryption',
};

const BITLOCKER = 'fvevol';

const foreignIn = ({ driverStack = [] }: CrashFacts): string | undefined =>
  driverStack.find((name) => Object.hasOwn(FOREIGN, name));

/** Statuses that a layer above the disk makes up, and those that nobody recorded. */
function mayBeTheFilter(facts: CrashFacts): boolean {
  const made = statusClass(facts);
  if (made === undefined) return facts.decode.statusNotRecorded || facts.decode.family === 'inpage-crc';
  return made === 'encryption' || made === 'software' || made === 'resources' || made === 'unknown';
}

/** BitLocker's driver stands in the stack of every Windows, encrypted or not, so beside a status of encryption it is a hint at most. */
function bitLocker(facts: CrashFacts): readonly Claim[] {
  const present = facts.driverStack?.includes(BITLOCKER) === true && statusClass(facts) === 'encryption';
  return present
    ? [claim('encryption', 0.5, 'BitLocker (fvevol) is the only encryption in the stack of this disk.')]
    : [];
}

export const diskEncryptionFilter: Rule = {
  id: 'disk/encryption-filter',
  doc: 'A driver that encrypts and is not from Microsoft stands between the paging file and the disk, and the status is one that such a layer can make up.',
  source:
    'https://github.com/veracrypt/VeraCrypt; our inference, because a filter that decrypts must get memory and hold its keys for every page it reads',
  weight: 1.5,
  test(facts) {
    const name = foreignIn(facts);
    if (name === undefined) return bitLocker(facts);
    if (bearing(facts.decode) === 'joins' && facts.decode.family !== 'inpage-crc') return [];
    return mayBeTheFilter(facts)
      ? [claim('encryption', 1.5, `${FOREIGN[name]} (${name}) decrypts every page that is read from this disk.`)]
      : [];
  },
};
