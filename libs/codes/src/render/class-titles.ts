import type { CauseClass } from '../cause-class.js';

/** Headings of the chapters; docs/glossary.md explains the classes. */
export const CLASS_TITLES: Readonly<Record<CauseClass, string>> = {
  media: 'Media: the disk cannot read or write',
  link: 'Link: the way to the disk',
  'device-gone': 'Device gone: the disk is not there',
  controller: 'Controller, its firmware or its driver',
  resources: 'Resources: something ran out, not the disk',
  filesystem: 'File system',
  encryption: 'Encryption',
  virtual: 'Virtual disks, arrays and the network',
  memory: 'Memory: RAM or corruption in memory',
  software: 'Software: a driver bug',
  unknown: 'Not enough to say',
};
