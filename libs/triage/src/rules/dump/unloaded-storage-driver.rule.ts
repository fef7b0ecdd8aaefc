import { tidy } from '../../explain/names.js';
import { MINIPORTS } from '../../stack/storage-drivers.js';
import type { CrashFacts } from '../../verdict.js';
import { isInDiskStory } from '../disk-story.js';
import { claim, type Claim, type Rule } from '../rule.js';
import { filterOfCut, miniportOfCut } from './driver-names.js';

function claimsOf(facts: CrashFacts, name: string): readonly Claim[] {
  const miniport = miniportOfCut(name, MINIPORTS);
  if (miniport?.kind === 'usb')
    return [claim('device-gone', 1, `${miniport.name} was unloaded, as happens when the last USB disk leaves.`)];
  if (miniport !== undefined)
    return [claim('controller', 1.5, `The storage driver ${miniport.name} was unloaded while the machine ran.`)];
  const filter = filterOfCut(facts, name);
  return filter === undefined
    ? []
    : [
        claim(
          'software',
          1.5,
          `The filter ${tidy(filter)} in the stack of this disk was unloaded while the machine ran.`,
        ),
      ];
}

export const dumpUnloadedStorageDriver: Rule = {
  id: 'dump/unloaded-storage-driver',
  doc: 'A storage driver, or a filter in the stack of the disk, was unloaded before the stop; disks do not lose their drivers in good health.',
  source: 'Our inference, because Windows unloads the driver of a disk when its last device is gone or is updated',
  weight: 1.5,
  test(facts) {
    if (!isInDiskStory(facts)) return [];
    const claims = (facts.dump?.unloadedDrivers ?? []).flatMap((name) => claimsOf(facts, name));
    return claims.filter(({ cause }, index) => claims.findIndex((one) => one.cause === cause) === index);
  },
};
