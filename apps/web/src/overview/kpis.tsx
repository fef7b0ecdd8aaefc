import type { Overview } from '../api/types.js';
import { count, counted, percent } from '../format/number.js';
import { changeOf } from '../format/trend.js';
import { paths } from '../paths.js';
import type { Days } from '../search.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';

const said = strings.overview;

interface Kpi {
  readonly label: string;
  readonly value: number;
  readonly hint: string;
  readonly href: string;
}

/** The numbers of the window; each leads to its rows. */
export function Kpis({ overview, days }: { overview: Overview; days: Days }) {
  const kpis: readonly Kpi[] = [
    {
      label: said.kpi.crashes,
      value: overview.crashes,
      hint: changeHint(overview, days),
      href: paths.crashes({ days }),
    },
    {
      label: said.kpi.machines,
      value: overview.machinesWithCrashes,
      hint: said.of(count(overview.machines)),
      href: paths.machines(),
    },
    {
      label: said.kpi.groups,
      value: overview.groups,
      hint: said.groupsHint(count(overview.newGroups)),
      href: paths.groups({ days }),
    },
    {
      label: said.kpi.newGroups,
      value: overview.newGroups,
      hint: said.newGroupsHint,
      href: paths.groups({ days, sort: 'first' }),
    },
    {
      label: said.kpi.disks,
      value: overview.disks,
      hint: said.disksHint(counted(overview.machines, strings.count.machine)),
      href: paths.disks(),
    },
  ];
  return (
    <ul className="kpis">
      {kpis.map(({ label, value, hint, href }) => (
        <li key={label}>
          <AppLink href={href} className="kpi">
            <span className="kpi-label">{label}</span>
            <span className="kpi-value">{count(value)}</span>
            <span className="kpi-hint">{hint}</span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

function changeHint({ crashes, crashesBefore }: Overview, days: Days): string {
  const earlier = strings.window.before(days);
  if (crashesBefore === null) return said.nothingKnownBefore(earlier);
  const change = changeOf(crashes, crashesBefore);
  if (change === undefined) return said.noneBefore(earlier);
  if (change === 0) return said.equal(earlier);
  return change > 0 ? said.more(percent(change), earlier) : said.less(percent(-change), earlier);
}
