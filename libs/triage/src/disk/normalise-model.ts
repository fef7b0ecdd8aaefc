import { isBridgedBus, isVirtualBus } from './bus-type.js';
import { BRIDGE_MODELS, BUS_WORDS, DEVICE_WORDS, MAKERS, NO_VENDOR, VIRTUAL_MODELS } from './model-words.js';
import { collapse, printable, swapPairs } from './printable.js';

/** A disk's model as people and groups use it. */
export interface NormalisedModel {
  /** For display, in the maker's case; empty when nothing printable was sent. */
  readonly model: string;
  /** For comparing: lower case. Two disks are of one model when their keys are equal. */
  readonly key: string;
  /** The maker, from the vendor field or from how the model begins. */
  readonly vendor?: string;
  /** As it was sent. */
  readonly raw: string;
  /** No physical disk: a hypervisor's disk, a RAID volume, a pool, a LUN. */
  readonly virtual: boolean;
  /** A bridge chip stands in between: model and serial may be its own. */
  readonly bridged: boolean;
}

/** What inventory knows beside the model string. `busType` is STORAGE_BUS_TYPE. */
export interface ModelHints {
  readonly busType?: number;
  readonly vendor?: string;
}

const matchesAny = (patterns: readonly RegExp[], text: string): boolean => patterns.some((p) => p.test(text));
const makerOf = (model: string): string | undefined => MAKERS.find(([pattern]) => pattern.test(model))?.[1];

const FRONT = new RegExp(`^(?:${BUS_WORDS.join('|')}) (?=.)`, 'i');
const BACK = new RegExp(`(?<=.) (?:${DEVICE_WORDS.join('|')})$`, 'i');

/** Words can be nested (`SCSI ATA …`), so they are taken off until none is left; the last word always stays. */
function withoutStackWords(text: string): string {
  const shorter = text.replace(FRONT, '').replace(BACK, '');
  return shorter === text ? text : withoutStackWords(shorter);
}

/** Swapped when the maker shows only after exchanging the bytes. */
const unswapped = (text: string): string => {
  const swapped = swapPairs(text);
  return makerOf(collapse(text)) === undefined && makerOf(collapse(swapped)) !== undefined ? swapped : text;
};

/** `1 TB` and `1TB` are one spelling. The capacity stays: published firmware faults name sizes of one family. */
const joinCapacity = (text: string): string => text.replace(/(\d) ([KMGTP]i?B)$/i, '$1$2');

const tidy = (text: string): string => joinCapacity(withoutStackWords(collapse(unswapped(text))));

/** Taking off words can bring exchanged bytes to light, so tidying goes on until nothing changes. Every round shortens or repairs. */
function tidyAll(text: string): string {
  const tidied = tidy(text);
  return tidied === text ? text : tidyAll(tidied);
}

const vendorOf = (hint: string | undefined, model: string): string | undefined => {
  const named = collapse(printable(hint ?? ''));
  return NO_VENDOR.test(named) ? makerOf(model) : named;
};

/**
 * Tidies the model string of a disk: cuts at NUL, drops what cannot be printed, repairs exchanged bytes, collapses padding,
 * takes off the bus words and device words that Windows adds, joins number and unit of the capacity. The marketing
 * capacity remains part of the model. Total and idempotent: `normaliseModel(m.model).model === m.model`.
 * Source: issue trackers, and the model strings of 66,894 drives in linuxhw/EnterpriseDrive (CC BY 4.0).
 */
export function normaliseModel(raw: string, hints: ModelHints = {}): NormalisedModel {
  const model = tidyAll(printable(raw));
  const named = collapse(printable(raw));
  return {
    model,
    key: model.toLowerCase(),
    vendor: vendorOf(hints.vendor, model),
    raw,
    virtual: isVirtualBus(hints.busType) || matchesAny(VIRTUAL_MODELS, model),
    bridged: isBridgedBus(hints.busType) || matchesAny(BRIDGE_MODELS, model) || /^usb /i.test(named),
  };
}
