import { printable } from './printable.js';

/**
 * A firmware revision: eight characters on ATA and NVMe, padded. Only trimmed; the case is kept, because the revision with
 * its exact case is what vendor bulletins name. `undefined` when nothing is left. The key of a firmware is (model, firmware):
 * some makers ship one revision text on different models.
 */
export const normaliseFirmware = (raw: string): string | undefined => printable(raw).trim() || undefined;
