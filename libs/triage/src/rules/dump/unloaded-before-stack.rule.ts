import { tidy } from '../../explain/names.js';
import { PHYSICAL, statusClass } from '../recorded-status.js';
import { claim, type Rule } from '../rule.js';

const KERNEL_STACK_INPAGE_ERROR = 0x77;

/**
 * Drivers that Windows itself unloads in the ordinary course, cut off at twelve characters as dumps keep them: the copies that
 * would write a dump, early launch and boot helpers, and those of USB and Bluetooth devices that come and go.
 */
const ORDINARY =
  /^(?:dump_|dumpfve|hwpolicy|wdboot|wdfilter|wdnisdrv|sppsvc|spldr|crashdmp|usbstor|uaspstor|wpdupfltr|hidusb|mouhid|kbdhid|usbccgp|bthusb|monitor|cdrom|beep|null|scdemu|fastfat|udfs|cdfs|exfat|tunnel|parport|serial|rasacd|mup|luafv|ndiscap|wsdprint|umpass|wudfrd|ksthunk|drmk|portcls|winusb)/i;

const isForeign = (name: string): boolean => /^[\w$ -]{2,}/.test(name) && !ORDINARY.test(name);

/**
 * Contiguous memory that a driver gives back as pool (ExFreePool in the place of MmFreeContiguousMemory) leaves page frames that
 * are free and in use at once; the next kernel stack that is read back meets them, often while that driver unloads.
 */
export const dumpUnloadedBeforeStack: Rule = {
  id: 'dump/unloaded-before-stack',
  doc: 'A kernel stack could not be brought back (0x77) in a machine that had unloaded a driver not of Windows; memory that is freed with the wrong call at unload ends like this.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-mmfreecontiguousmemory; our inference for what follows from the wrong call',
  weight: 5,
  test(facts) {
    const { decode, dump } = facts;
    if (decode.code !== KERNEL_STACK_INPAGE_ERROR || decode.family === 'inpage-crc') return [];
    if (PHYSICAL.has(statusClass(facts) ?? 'unknown')) return [];
    const atUnload = dump?.stackModules?.find(({ unloaded, origin }) => unloaded === true && origin === 'third-party');
    if (atUnload !== undefined)
      return [
        claim('software', 5, `${tidy(atUnload.name)} had been unloaded and still stands on the stack of this stop.`),
      ];
    const unloaded = dump?.unloadedDrivers?.filter(isForeign) ?? [];
    if (unloaded.length === 0) return [];
    const because = `${unloaded
      .slice(0, 3)
      .map((name) => tidy(name))
      .join(', ')} had been unloaded, and memory that a driver frees with the wrong call is missed later.`;
    return [claim('software', 3, because)];
  },
};
