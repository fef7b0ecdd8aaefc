import { tidy } from '../../explain/names.js';
import { canBeUnplugged } from '../../disk/can-be-unplugged.js';
import type { CrashFacts, DiskFacts } from '../../verdict.js';
import { isInDiskStory } from '../disk-story.js';
import { recordedStatus } from '../recorded-status.js';
import { claim, type Rule } from '../rule.js';

const HARD_DISK = 3;

/** Product lines that come with a power supply of their own. Source: the makers' data sheets. */
const DESKTOP_LINES =
  /\b(?:my ?book|expansion desk|backup\+ desk|bup desk|backup\+ hub|one touch hub|lacie d2|drivestation|elements desktop)\b/i;

/** A lost contact or a lost supply; a timeout or a bad block is something else. */
function leavesItOpen(facts: CrashFacts): boolean {
  const status = recordedStatus(facts);
  if (status === undefined) return facts.decode.statusNotRecorded || isInDiskStory(facts);
  return status.class === 'device-gone' || (status.class === 'link' && status.subclass !== 'timeout');
}

const ownSupply = ({ model, mediaType }: DiskFacts): { weight: number; because: string } | undefined => {
  if (DESKTOP_LINES.test(model))
    return {
      weight: 3,
      because: `${tidy(model)} has a power supply of its own; when that fails the disk is gone and the machine runs on.`,
    };
  return mediaType === HARD_DISK
    ? {
        weight: 1,
        because: 'An external hard disk may have a power supply of its own, which can fail while the machine runs on.',
      }
    : undefined;
};

export const diskExternalPower: Rule = {
  id: 'disk/external-power',
  doc: 'The paging file lies on an external hard disk that may have a power supply of its own, and the disk was out of reach.',
  source: 'Our inference, because hard disks of 3.5 inches need 12 volts, which USB does not carry',
  weight: 3,
  test(facts) {
    const { disk } = facts;
    if (!canBeUnplugged(disk) || !disk.holdsPageFile || !leavesItOpen(facts)) return [];
    const supply = ownSupply(disk);
    return supply === undefined ? [] : [claim('device-gone', supply.weight, supply.because)];
  },
};
