import { corroboratesOnly } from './bugcheck/corroborates-only.rule.js';
import { bugcheckFileSystem } from './bugcheck/file-system.rule.js';
import { bugcheckMemory } from './bugcheck/memory.rule.js';
import { pageChecksum } from './bugcheck/page-checksum.rule.js';
import { bugcheckPageTablePage } from './bugcheck/page-table-page.rule.js';
import { bugcheckSingleBit } from './bugcheck/single-bit.rule.js';
import { bugcheckSoftware } from './bugcheck/software.rule.js';
import { stackSignature } from './bugcheck/stack-signature.rule.js';
import { bugcheckStorageStack } from './bugcheck/storage-stack.rule.js';
import { diskBehindBridge } from './disk/behind-bridge.rule.js';
import { diskBehindRaid } from './disk/behind-raid.rule.js';
import { diskDriverUpdate } from './disk/driver-update.rule.js';
import { diskEncryptionFilter } from './disk/encryption-filter.rule.js';
import { diskExternalPower } from './disk/external-power.rule.js';
import { diskNvmeTimeout } from './disk/nvme-timeout.rule.js';
import { diskPagingOnPlug } from './disk/paging-on-plug.rule.js';
import { diskUnplugged } from './disk/unplugged.rule.js';
import { diskVirtualStall } from './disk/virtual-stall.rule.js';
import { diskVirtual } from './disk/virtual.rule.js';
import { dumpCommitLimit } from './dump/commit-limit.rule.js';
import { dumpDriverVerifier } from './dump/driver-verifier.rule.js';
import { dumpFailedRequests } from './dump/failed-requests.rule.js';
import { dumpNonPagedPool } from './dump/nonpaged-pool.rule.js';
import { dumpOutstandingRequests } from './dump/outstanding-requests.rule.js';
import { dumpSlowRequests } from './dump/slow-requests.rule.js';
import { dumpStorageDriverLeads } from './dump/storage-driver-leads.rule.js';
import { dumpUnloadedBeforeStack } from './dump/unloaded-before-stack.rule.js';
import { dumpUnloadedStorageDriver } from './dump/unloaded-storage-driver.rule.js';
import { dumpVictimModule } from './dump/victim-module.rule.js';
import { dumpFailed } from './evidence/dump-failed.rule.js';
import { powerButton } from './evidence/power-button.rule.js';
import { statusNotRecorded } from './evidence/status-not-recorded.rule.js';
import { uncleanShutdown } from './evidence/unclean-shutdown.rule.js';
import { kinJoinedToDisk } from './kin/joined-to-disk.rule.js';
import { kinMemoryStops } from './kin/memory-stops.rule.js';
import { kinSameDiskAgain } from './kin/same-disk-again.rule.js';
import { kinSeveralDisks } from './kin/several-disks.rule.js';
import { leadUpAdapterResets } from './lead-up/adapter-resets.rule.js';
import { leadUpBadBlocks } from './lead-up/bad-blocks.rule.js';
import { leadUpControllerErrors } from './lead-up/controller-errors.rule.js';
import { leadUpFailurePredicted } from './lead-up/failure-predicted.rule.js';
import { leadUpFileSystem } from './lead-up/file-system.rule.js';
import { leadUpGivenUp } from './lead-up/given-up.rule.js';
import { leadUpHealthReport } from './lead-up/health-report.rule.js';
import { leadUpLinkQuality } from './lead-up/link-quality.rule.js';
import { leadUpRemoved } from './lead-up/removed.rule.js';
import { leadUpResets } from './lead-up/resets.rule.js';
import { leadUpResources } from './lead-up/resources.rule.js';
import type { Rule } from './rule.js';
import { statusController } from './status/controller.rule.js';
import { statusDeviceGone } from './status/device-gone.rule.js';
import { statusEncryption } from './status/encryption.rule.js';
import { statusFilesystem } from './status/filesystem.rule.js';
import { statusIoDeviceError } from './status/io-device-error.rule.js';
import { statusLink } from './status/link.rule.js';
import { statusMedia } from './status/media.rule.js';
import { statusMemory } from './status/memory.rule.js';
import { statusResources } from './status/resources.rule.js';
import { statusSilentCorruption } from './status/silent-corruption.rule.js';
import { statusSoftware } from './status/software.rule.js';
import { statusTimeout } from './status/timeout.rule.js';
import { statusVirtual } from './status/virtual.rule.js';

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
  bugcheckSingleBit,
  bugcheckPageTablePage,
  diskVirtual,
  diskUnplugged,
  diskBehindBridge,
  diskNvmeTimeout,
  diskDriverUpdate,
  diskVirtualStall,
  diskExternalPower,
  diskPagingOnPlug,
  diskBehindRaid,
  diskEncryptionFilter,
  statusNotRecorded,
  dumpFailed,
  powerButton,
  uncleanShutdown,
  leadUpBadBlocks,
  leadUpFailurePredicted,
  leadUpHealthReport,
  leadUpGivenUp,
  leadUpResets,
  leadUpAdapterResets,
  leadUpRemoved,
  leadUpLinkQuality,
  leadUpControllerErrors,
  leadUpFileSystem,
  leadUpResources,
  dumpOutstandingRequests,
  dumpFailedRequests,
  dumpSlowRequests,
  dumpStorageDriverLeads,
  dumpVictimModule,
  dumpNonPagedPool,
  dumpCommitLimit,
  dumpDriverVerifier,
  dumpUnloadedStorageDriver,
  dumpUnloadedBeforeStack,
  kinJoinedToDisk,
  kinSameDiskAgain,
  kinSeveralDisks,
  kinMemoryStops,
];
