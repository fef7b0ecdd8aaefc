import type { Crash, DumpFacts } from '../api/types.js';
import { duration } from '../format/duration.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { Facts } from '../ui/facts.js';
import { DumpModules } from './dump-modules.js';
import { DumpRequests } from './dump-requests.js';

const said = strings.dump;

/** What a memory dump tells beside the stop itself. */
export function DumpCard({ dump, decode }: { dump: DumpFacts; decode: Crash['decode'] }) {
  const history = dump.pagingStorage ?? dump.storage;
  return (
    <Card title={said.title} flush>
      <div className="card-part">
        <Facts facts={factsOf(dump)} />
      </div>
      {history && <DumpRequests history={history} paging={dump.pagingStorage !== undefined} />}
      {dump.stackModules && dump.stackModules.length > 0 && (
        <DumpModules dump={dump} modules={dump.stackModules} inPage={decode.family === 'inpage'} />
      )}
      {dump.warnings && dump.warnings.length > 0 && (
        <ul className="card-part card-warnings" aria-label={said.warnings}>
          {dump.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const factsOf = (dump: DumpFacts) =>
  [
    [said.kind, [dump.kind, dump.complete === false && said.incomplete].filter(Boolean).join(', ')],
    [said.process, dump.processName ? <code>{dump.processName}</code> : strings.none],
    [said.build, [dump.osBuild, dump.architecture].filter(Boolean).join(', ') || strings.none],
    [said.upTime, dump.upTimeMs === undefined ? strings.none : duration(dump.upTimeMs / 1000)],
    [said.machine, [dump.machine?.manufacturer, dump.machine?.product].filter(Boolean).join(' ') || strings.none],
    [said.bios, [dump.machine?.biosVersion, dump.machine?.biosDate].filter(Boolean).join(', ') || strings.none],
  ] as const;
