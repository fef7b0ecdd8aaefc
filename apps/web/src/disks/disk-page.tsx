import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { DiskDetail } from '../api/types.js';
import { CrashesTable } from '../crashes/crashes-table.js';
import { bytes, counted } from '../format/number.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { AttachmentsTable } from '../ui/attachments-table.js';
import { Card } from '../ui/card.js';
import { CopyHex } from '../ui/copy-hex.js';
import { Facts } from '../ui/facts.js';
import { Moment } from '../ui/moment.js';
import { PageHead } from '../ui/page-head.js';
import { MachineLink } from '../ui/refs.js';
import { Empty, Loaded } from '../ui/states.js';
import { useId } from '../ui/use-search.js';

const said = strings.disk;

export function DiskPage() {
  const query = useQuery(queries.disk(useId()));
  return <Loaded query={query}>{(disk) => <Content disk={disk} />}</Loaded>;
}

function Content({ disk }: { disk: DiskDetail }) {
  const crashes = (
    <AppLink href={paths.crashes({ disk: disk.id, days: 365 })}>{counted(disk.crashes, strings.count.crash)}</AppLink>
  );
  const sameModel = <AppLink href={paths.disks({ model: disk.model })}>{said.sameModel}</AppLink>;
  return (
    <>
      <PageHead title={disk.model} parent={{ label: strings.disks.heading, href: paths.disks() }} lead={crashes} />
      <div className="page-body">
        <Card title={said.facts} aside={sameModel}>
          <Facts facts={factsOf(disk)} />
        </Card>
        <Card title={said.attachments} flush>
          {disk.attachments.length === 0 ? (
            <Empty text={strings.none} />
          ) : (
            <AttachmentsTable caption={said.attachmentsCaption} attachments={disk.attachments} of="disk" />
          )}
        </Card>
        <Card
          title={said.recent}
          flush
          aside={<AppLink href={paths.crashes({ disk: disk.id, days: 365 })}>{said.allCrashes}</AppLink>}
        >
          {disk.recentCrashes.length === 0 ? (
            <Empty text={said.noCrashes} />
          ) : (
            <CrashesTable caption={said.recent} crashes={disk.recentCrashes} leave={['disk']} />
          )}
        </Card>
      </div>
    </>
  );
}

const factsOf = (disk: DiskDetail) =>
  [
    [said.vendor, disk.vendor ?? strings.none],
    [said.serial, disk.serial ? <CopyHex value={disk.serial} /> : strings.none],
    [
      said.firmware,
      disk.firmware ? (
        <AppLink href={paths.disks({ model: disk.model, firmware: disk.firmware })}>
          <code>{disk.firmware}</code>
        </AppLink>
      ) : (
        strings.none
      ),
    ],
    [said.size, disk.sizeBytes === null ? strings.none : bytes(disk.sizeBytes)],
    [said.bus, (disk.busType !== null && strings.busTypes[disk.busType]) || strings.none],
    [said.media, kindOf(disk)],
    [said.machine, disk.machine ? <MachineLink machine={disk.machine} /> : strings.none],
    [said.firstSeen, <Moment at={disk.firstSeenAt} absolute />],
    [said.lastSeen, <Moment at={disk.lastSeenAt} absolute />],
  ] as const;

const kindOf = ({ mediaType, virtual, bridged }: DiskDetail): string =>
  [mediaType !== null && strings.mediaTypes[mediaType], virtual && said.kinds.virtual, bridged && said.kinds.bridged]
    .filter(Boolean)
    .join(', ') || strings.none;
