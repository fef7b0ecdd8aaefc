import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { isNotFound } from '../api/problem-error.js';
import { queries } from '../api/queries.js';
import type { Group } from '../api/types.js';
import { barsOf } from '../charts/buckets.js';
import { TimeChart } from '../charts/time-chart.js';
import { CrashesTable } from '../crashes/crashes-table.js';
import { DecodeTable } from '../crashes/decode-table.js';
import { RulesTable } from '../crashes/rules-table.js';
import { VerdictCards } from '../crashes/verdict-cards.js';
import { count } from '../format/number.js';
import { paths } from '../paths.js';
import { AnswerBadge } from '../remarks/answer-badge.js';
import { Comments } from '../remarks/comments.js';
import { FormerGroup } from '../remarks/former-group.js';
import { WasThisRight } from '../remarks/was-this-right.js';
import { overviewSearch, type Days } from '../search.js';
import { strings } from '../strings.js';
import { causes } from '../theme/causes.js';
import { AppLink } from '../ui/app-link.js';
import { Breakable } from '../ui/breakable.js';
import { Card } from '../ui/card.js';
import { CauseBadge } from '../ui/cause-badge.js';
import { Facts } from '../ui/facts.js';
import { WindowLinks } from '../ui/filters.js';
import { Moment } from '../ui/moment.js';
import { PageHead } from '../ui/page-head.js';
import { Loaded } from '../ui/states.js';
import { CopyHex } from '../ui/copy-hex.js';
import { useId, useSearch } from '../ui/use-search.js';
import { Facets } from './facets.js';
import { GroupDisks, GroupMachines } from './group-members.js';

const said = strings.group;

export function GroupPage() {
  const { days } = useSearch(overviewSearch);
  const id = useId();
  const query = useQuery(queries.group(id, days));
  if (isNotFound(query.error)) return <FormerGroup id={id} />;
  return <Loaded query={query}>{(group) => <Content key={group.id} group={group} days={days} />}</Loaded>;
}

function Content({ group, days }: { group: Group; days: Days }) {
  useAnchor(group.id);
  const about = { kind: 'group', id: group.id } as const;
  return (
    <>
      <PageHead
        title={group.title}
        parent={{ label: strings.groups.heading, href: paths.groups({ days }) }}
        lead={
          <span className="badges">
            <CauseBadge cause={group.cause} confidence={group.confidence} />
            <AnswerBadge about={about} />
          </span>
        }
      />
      <div className="page-body">
        <VerdictCards verdict={group.verdict} />
        <WasThisRight key={group.id} about={about} cause={group.cause} />
        <div className="split">
          <Timeline group={group} days={days} />
          <Card title={said.facts}>
            <Facts facts={factsOf(group, days)} />
          </Card>
        </div>
        <Card
          title={said.decoded}
          flush
          hint={<AppLink href={paths.crash(group.exemplarCrashId)}>{said.exemplar}</AppLink>}
        >
          <DecodeTable decode={group.decode} />
        </Card>
        <div className="split-even">
          <GroupMachines id={group.id} />
          <GroupDisks id={group.id} />
        </div>
        <Facets facets={group.facets} total={group.crashes} />
        <RecentCrashes id={group.id} />
        <Card title={said.rules} flush>
          <RulesTable verdict={group.verdict} />
        </Card>
        <Comments key={about.id} about={about} />
      </div>
    </>
  );
}

const factsOf = (group: Group, days: Days) =>
  [
    [
      said.crashes,
      <AppLink
        href={paths.crashes({ group: group.id, days: 365 })}
      >{`${count(group.crashesTotal)} ${said.crashesAll}`}</AppLink>,
    ],
    [
      said.status,
      group.status ? (
        <span className="two-lines">
          <AppLink href={paths.groups({ status: group.status.code, days })}>
            <Breakable text={group.status.name} />
          </AppLink>
          <CopyHex value={group.status.code} />
          <span className="quiet">{group.status.meaning}</span>
        </span>
      ) : (
        <AppLink href={paths.groups({ status: 'none', days })}>{strings.statusNone}</AppLink>
      ),
    ],
    [
      said.model,
      <AppLink href={paths.groups({ model: group.model ?? 'unknown', days })}>
        {group.model ?? strings.unknownModel}
      </AppLink>,
    ],
    [
      said.stack,
      group.driverStack ? (
        <AppLink href={paths.groups({ stack: group.driverStack.join(' > '), days })}>
          <code>{group.driverStack.join(' › ')}</code>
        </AppLink>
      ) : (
        strings.none
      ),
    ],
    [
      said.family,
      <AppLink href={paths.groups({ family: group.family, days })}>
        <code>{group.family}</code>
      </AppLink>,
    ],
    [said.first, <Moment at={group.firstCrashAt} absolute />],
    [said.last, <Moment at={group.lastCrashAt} absolute />],
  ] as const;

function Timeline({ group, days }: { group: Group; days: Days }) {
  const query = useQuery(queries.groupSeries(group.id, days));
  const bars = useMemo(() => {
    if (!query.data) return undefined;
    const { from, to, points } = query.data;
    return barsOf(
      from,
      to,
      points.map(({ day, crashes }) => ({ day, series: group.cause, crashes })),
    );
  }, [query.data, group.cause]);
  const windows = <WindowLinks days={days} href={(wanted) => paths.group(group.id, { days: wanted })} />;
  return (
    <Card title={said.timeline} aside={windows} className="card-fill">
      <Loaded query={query}>
        {() => bars && <TimeChart title={said.timeline} bars={bars} look={() => causes[group.cause]} />}
      </Loaded>
    </Card>
  );
}

function RecentCrashes({ id }: { id: string }) {
  const query = useQuery(queries.groupCrashes(id));
  return (
    <Card
      title={said.recent}
      flush
      aside={<AppLink href={paths.crashes({ group: id, days: 365 })}>{said.allCrashes}</AppLink>}
    >
      <Loaded query={query}>
        {({ items }) => <CrashesTable caption={said.recent} crashes={items} leave={['title', 'cause']} />}
      </Loaded>
    </Card>
  );
}

/** The tables come after the first answer, so the browser has jumped before its target was there. */
function useAnchor(ready: string) {
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
}
