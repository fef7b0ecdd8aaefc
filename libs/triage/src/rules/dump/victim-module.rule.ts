import { tidy } from '../../explain/names.js';
import { claim, type Rule } from '../rule.js';

/** Other tools name this module as the culprit. It says nothing about the cause, and so it is no more than a little doubt. */
export const dumpVictimModule: Rule = {
  id: 'dump/victim-module',
  doc: 'The module that touched the missing page is the victim, whatever other tools call it; which driver that was speaks for no cause.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x7a--kernel-data-inpage-error; our inference, because whoever needs the page next meets the error',
  weight: 0.5,
  test({ decode, dump }) {
    if (decode.family !== 'inpage') return [];
    const named = dump?.stackModules?.find(({ standing }) => standing === 'named')?.name;
    const victim = dump?.addressModule ?? dump?.instructionModule ?? named;
    if (!victim) return [];
    const how = dump?.addressModule === undefined ? 'was the one that needed the page' : 'is where the page belongs';
    return [claim('unknown', 0.5, `${tidy(victim)} ${how}; it is the victim of the failed read, not its cause.`)];
  },
};
