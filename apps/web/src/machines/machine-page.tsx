import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { MachineDetail } from '../api/types.js';
import { CrashesTable } from '../crashes/crashes-table.js';
import { counted } from '../format/number.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AttachmentsTable } from '../ui/attachments-table.js';
import { AppLink } from '../ui/app-link.js';
import { Card } from '../ui/card.js';
import { Facts } from '../ui/facts.js';
import { Moment } from '../ui/moment.js';
import { PageHead } from '../ui/page-head.js';
import { Empty, Loaded } from '../ui/states.js';
import { useId } from '../ui/use-search.js';

const said = strings.machine;

export function MachinePage() {
  const query = useQuery(queries.machine(useId()));
  return <Loaded query={query}>{(machine) => <Content machine={machine} />}</Loaded>;
}

function Content({ machine }: { machine: MachineDetail }) {
  const crashes = (
    <AppLink href={paths.crashes({ machine: machine.id, days: 365 })}>
      {counted(machine.crashes, strings.count.crash)}
    </AppLink>
  );
  return (
    <>
      <PageHead
        title={machine.computer}
        parent={{ label: strings.machines.heading, href: paths.machines() }}
        lead={crashes}
      />
      <div className="page-body">
        <Card title={said.facts}>
          <Facts facts={factsOf(machine)} />
        </Card>
        <Card title={said.disks} flush>
          {machine.disks.length === 0 ? (
            <Empty text={said.noDisks} />
          ) : (
            <AttachmentsTable caption={said.disksCaption} attachments={machine.disks} of="machine" />
          )}
        </Card>
        <Card
          title={said.recent}
          flush
          aside={<AppLink href={paths.crashes({ machine: machine.id, days: 365 })}>{said.allCrashes}</AppLink>}
        >
          {machine.recentCrashes.length === 0 ? (
            <Empty text={said.noCrashes} />
          ) : (
            <CrashesTable caption={said.recent} crashes={machine.recentCrashes} leave={['machine']} />
          )}
        </Card>
      </div>
    </>
  );
}

const factsOf = (machine: MachineDetail) =>
  [
    [said.maker, machine.manufacturer ?? strings.none],
    [said.model, machine.model ?? strings.none],
    [said.build, machine.osBuild ?? strings.none],
    [said.arch, machine.arch ?? strings.none],
    [said.inventory, machine.inventoryAt ? <Moment at={machine.inventoryAt} absolute /> : said.noInventory],
    [said.firstHeard, <Moment at={machine.firstHeardAt} absolute />],
    [said.lastHeard, <Moment at={machine.lastHeardAt} absolute />],
  ] as const;
