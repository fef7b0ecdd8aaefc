import type { Cause } from '../src/api/types.js';

/** What the person whose PC it is reads, for every cause of the made-up fleet. */
export const OWNER_TEXTS: Readonly<Record<Cause, string>> = {
  media:
    'Your PC stopped because its disk could not give something back that Windows needs. Please copy the files that you cannot do without to another place today; the disk should be replaced.',
  link: 'Your PC lost touch with its disk for a moment. The files on it need not be affected. Please do not move the PC while it is on, and let a technician check the connection.',
  'device-gone':
    'A disk that is plugged into your PC was gone while Windows was using it. Please leave it plugged in for as long as the PC is on.',
  controller:
    'The part of your PC that talks to the disk got stuck. We see no sign that saved files are damaged. A technician should update its software.',
  resources:
    'Windows ran out of the memory that it keeps for itself. Your saved files are not affected. Restarting the PC once a day often helps until the reason is found.',
  filesystem:
    'The table in which Windows keeps where your files are may be damaged. Please copy what you need to another place before anybody repairs it.',
  encryption:
    'The encryption of your disk did not let Windows through. Please find your recovery key before you restart the PC.',
  virtual: 'The system that provides the disk of your PC did not answer in time. There is nothing that you need to do.',
  memory:
    'The working memory of your PC gave back something wrong. Please look through what you saved last. A test takes a night without the PC.',
  software:
    'A piece of software deep inside Windows made a mistake. Your saved files are not affected. Please install updates when they are offered.',
  unknown:
    'Your PC stopped, and what was recorded does not say why. You need not do anything now; if it happens again, please note what you were doing.',
};
