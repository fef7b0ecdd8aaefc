import { DecodeTable } from '../crashes/decode-table.js';
import { DumpCard } from '../crashes/dump-card.js';
import { LeadUpCard } from '../crashes/lead-up-card.js';
import { RulesTable } from '../crashes/rules-table.js';
import { VerdictCards } from '../crashes/verdict-cards.js';
import type { AnalysedStop, AnalysisEvent, ShownEvent } from '../api/types.js';
import { strings } from '../strings.js';
import { Breakable } from '../ui/breakable.js';
import { Card } from '../ui/card.js';
import { CauseBadge } from '../ui/cause-badge.js';
import { DriverStack } from '../ui/driver-stack.js';
import { Facts } from '../ui/facts.js';
import { Moment } from '../ui/moment.js';
import { SourcesTable } from './sources-table.js';

const said = strings.analyse;

/** One stop, read as far as the file goes. */
export function StopView({ stop }: { stop: AnalysedStop }) {
  return (
    <>
      <div className="stop-head">
        <h2>
          <Breakable text={stop.title} />
        </h2>
        <CauseBadge cause={stop.verdict.cause} confidence={stop.verdict.confidence} />
      </div>
      <VerdictCards verdict={stop.verdict} />
      <div className="split">
        <Card title={strings.group.decoded} flush>
          <DecodeTable decode={stop.decode} />
        </Card>
        <Card title={strings.group.facts}>
          <Facts facts={factsOf(stop)} />
        </Card>
      </div>
      {stop.leadUp.length > 0 && <LeadUpCard crash={{ leadUp: countedOf(stop.leadUp), leadUpCut: false }} />}
      {stop.dump && <DumpCard dump={stop.dump} decode={stop.decode} />}
      <Card title={strings.group.rules} flush>
        <RulesTable verdict={stop.verdict} hasLeadUp={stop.leadUp.length > 0} />
      </Card>
      <div className="split">
        <Card title={said.sources} flush hint={strings.grades[stop.grade]}>
          <SourcesTable sources={stop.sources} />
        </Card>
        <Card title={strings.crash.stack} flush>
          <DriverStack caption={strings.crash.stackCaption} drivers={stop.driverStack} />
        </Card>
      </div>
    </>
  );
}

/** Events of a file have no id; their place tells them apart. */
const countedOf = (events: readonly AnalysisEvent[]): ShownEvent[] =>
  events.flatMap(({ secondsBefore, ...event }, place) =>
    secondsBefore === null ? [] : [{ ...event, secondsBefore, recordId: String(place) }],
  );

const factsOf = ({ stoppedAt, stoppedAtPrecision, computer, disk, machine }: AnalysedStop) =>
  [
    [
      strings.crash.stopped,
      stoppedAt === null ? (
        strings.none
      ) : (
        <span className="two-lines">
          <Moment at={stoppedAt} absolute />
          {stoppedAtPrecision && <span className="quiet">{strings.crash.precision[stoppedAtPrecision]}</span>}
        </span>
      ),
    ],
    [strings.crash.machine, computer ?? strings.none],
    [strings.machine.model, [machine?.manufacturer, machine?.model].filter(Boolean).join(' ') || strings.none],
    [said.bios, machine?.bios ?? strings.none],
    [strings.machine.build, machine?.osBuild ?? strings.none],
    [strings.machine.arch, machine?.architecture ?? strings.none],
    [strings.crash.disk, disk ? [disk.model, disk.firmware].filter(Boolean).join(', ') : strings.unknownDisk],
    [strings.disk.serial, disk?.serial ?? strings.none],
    [strings.crash.diskRule, disk?.rule ?? strings.none],
  ] as const;
