import { bugcheck } from '@inpage/codes';
import { canBeUnplugged } from '../../disk/can-be-unplugged.js';
import { claim, type Rule } from '../rule.js';

/** disk/unplugged speaks where the stop itself is about a failed read; this is for stops that say nothing of a disk. */
export const diskPagingOnPlug: Rule = {
  id: 'disk/paging-on-plug',
  doc: 'A paging file lies on a disk that can be pulled out, and the stop is one that a lost paging disk can cause.',
  source:
    'Our inference: Windows puts no paging file on removable disks by itself, and cannot live without one that is in use',
  weight: 1.5,
  test({ disk, decode }) {
    if (!canBeUnplugged(disk) || !disk.holdsPageFile || decode.status !== undefined) return [];
    const can = decode.family === 'unclean-shutdown' || bugcheck(decode.code).storage === 'corroborates';
    const because =
      'A paging file lies on a disk that can be pulled out, and a machine that loses it stops in many ways.';
    return can ? [claim('device-gone', 1.5, because)] : [];
  },
};
