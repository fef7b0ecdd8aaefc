import { bugcheckFileSystem } from './bugcheck/file-system.rule.js';
import { bugcheckMemory } from './bugcheck/memory.rule.js';
import { bugcheckSoftware } from './bugcheck/software.rule.js';
import { bugcheckStorageStack } from './bugcheck/storage-stack.rule.js';
import { corroboratesOnly } from './bugcheck/corroborates-only.rule.js';
import { diskBehindBridge } from './disk/behind-bridge.rule.js';
import { diskNvmeTimeout } from './disk/nvme-timeout.rule.js';
import { diskUnplugged } from './disk/unplugged.rule.js';
import { diskVirtual } from './disk/virtual.rule.js';
import { dumpFailed } from './evidence/dump-failed.rule.js';
import { pageChecksum } from './bugcheck/page-checksum.rule.js';
import { powerButton } from './evidence/power-button.rule.js';
import type { Rule } from './rule.js';
import { stackSignature } from './bugcheck/stack-signature.rule.js';
import { statusController } from './status/controller.rule.js';
import { statusDeviceGone } from './status/device-gone.rule.js';
import { statusEncryption } from './status/encryption.rule.js';
import { statusFilesystem } from './status/filesystem.rule.js';
import { statusIoDeviceError } from './status/io-device-error.rule.js';
import { statusLink } from './status/link.rule.js';
import { statusMedia } from './status/media.rule.js';
import { statusMemory } from './status/memory.rule.js';
import { statusNotRecorded } from './evidence/status-not-recorded.rule.js';
import { statusResources } from './status/resources.rule.js';
import { statusSilentCorruption } from './status/silent-corruption.rule.js';
import { statusSoftware } from './status/software.rule.js';
import { statusTimeout } from './status/timeout.rule.js';
import { statusVirtual } from './status/virtual.rule.js';
import { uncleanShutdown } from './evidence/unclean-shutdown.rule.js';

/** Every rule; the order is for display only. */
export const RULES: readonly Rule[] = [
  statusMedia,
  statusLink,
  statusIoDeviceError,
  statusTimeout,
  statusDeviceGone,
  statusController,
  statusResources,
  statusFilesystem,
  statusEncryption,
  statusVirtual,
  statusMemory,
  statusSoftware,
  statusSilentCorruption,
  pageChecksum,
  stackSignature,
  bugcheckMemory,
  bugcheckSoftware,
  bugcheckStorageStack,
  bugcheckFileSystem,
  corroboratesOnly,
  diskVirtual,
  diskUnplugged,
  diskBehindBridge,
  diskNvmeTimeout,
  statusNotRecorded,
  dumpFailed,
  powerButton,
  uncleanShutdown,
];
