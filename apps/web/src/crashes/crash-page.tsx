import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { Crash } from '../api/types.js';
import { paths } from '../paths.js';
import { AnswerBadge } from '../remarks/answer-badge.js';
import { Comments } from '../remarks/comments.js';
import { WasThisRight } from '../remarks/was-this-right.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Breakable } from '../ui/breakable.js';
import { Card } from '../ui/card.js';
import { CauseBadge } from '../ui/cause-badge.js';
import { CopyHex } from '../ui/copy-hex.js';
import { DriverStack } from '../ui/driver-stack.js';
import { Facts } from '../ui/facts.js';
import { Moment } from '../ui/moment.js';
import { PageHead } from '../ui/page-head.js';
import { DiskLink, MachineLink } from '../ui/refs.js';
import { Loaded } from '../ui/states.js';
import { StatusCode } from '../ui/status-code.js';
import { useId } from '../ui/use-search.js';
import { DecodeTable } from './decode-table.js';
import { DumpCard } from './dump-card.js';
import { EvidenceTable } from './evidence-table.js';
import { LeadUpCard } from './lead-up-card.js';
import { RulesTable } from './rules-table.js';
import { VerdictCards } from './verdict-cards.js';

const said = strings.crash;

export function CrashPage() {
  const query = useQuery(queries.crash(useId()));
  return <Loaded query={query}>{(crash) => <Content crash={crash} />}</Loaded>;
}

function Content({ crash }: { crash: Crash }) {
  const about = { kind: 'crash', id: crash.id } as const;
  return (
    <>
      <PageHead
        title={said.of(crash.machine.computer)}
        parent={{ label: strings.crashes.heading, href: paths.crashes() }}
        lead={
          <span className="badges">
            <CauseBadge cause={crash.cause} confidence={crash.confidence} />
            <AnswerBadge about={about} />
          </span>
        }
      />
      <div className="page-body">
        <VerdictCards verdict={crash.verdict} />
        <WasThisRight key={crash.id} about={about} cause={crash.cause} />
        <div className="split">
          <Card title={strings.group.decoded} flush>
            <DecodeTable decode={crash.decode} />
          </Card>
          <Card title={strings.group.facts}>
            <Facts facts={factsOf(crash)} />
          </Card>
        </div>
        <LeadUpCard crash={crash} />
        {crash.dump && <DumpCard dump={crash.dump} decode={crash.decode} />}
        <Card title={strings.group.rules} flush>
          <RulesTable verdict={crash.verdict} hasLeadUp={crash.leadUp.length > 0} />
        </Card>
        <div className="split">
          <Card title={said.evidence} flush hint={strings.grades[crash.grade]}>
            <EvidenceTable evidence={crash.evidence} />
          </Card>
          <Card title={said.stack} flush>
            <DriverStack caption={said.stackCaption} drivers={crash.driverStack} />
          </Card>
        </div>
        <Comments key={about.id} about={about} />
      </div>
    </>
  );
}

const factsOf = (crash: Crash) =>
  [
    [
      said.stopped,
      <span className="two-lines">
        <Moment at={crash.stoppedAt} absolute />
        <span className="quiet">{said.precision[crash.stoppedAtPrecision]}</span>
      </span>,
    ],
    [said.arrived, <Moment at={crash.arrivedAt} absolute />],
    [
      said.group,
      <AppLink href={paths.group(crash.groupId)}>
        <Breakable text={crash.title} />
      </AppLink>,
    ],
    [said.machine, <MachineLink machine={crash.machine} />],
    [said.disk, <DiskLink disk={crash.disk} />],
    [said.diskRule, crash.diskRule ?? strings.none],
    [
      said.code,
      <span className="two-lines">
        {crash.code && <CopyHex value={crash.code} />}
        <span className="break">{crash.bugcheckName}</span>
      </span>,
    ],
    [said.status, <StatusCode status={crash.status} />],
  ] as const;
