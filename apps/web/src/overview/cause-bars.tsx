import type { Overview } from '../api/types.js';
import { count, percent } from '../format/number.js';
import { paths } from '../paths.js';
import type { Days } from '../search.js';
import { strings } from '../strings.js';
import { causes as looks } from '../theme/causes.js';
import { AppLink } from '../ui/app-link.js';
import { Icon } from '../ui/icon.js';
import { tint } from '../ui/tint.js';

/** Verdict classes by crashes, longest first. */
export function CauseBars({ causes, days }: { causes: Overview['causes']; days: Days }) {
  const rows = causes.filter(({ crashes }) => crashes > 0).sort((a, b) => b.crashes - a.crashes);
  const [top, total] = [rows[0]?.crashes ?? 1, rows.reduce((sum, { crashes }) => sum + crashes, 0)];
  if (rows.length === 0) return <p className="quiet">{strings.chart.none}</p>;
  return (
    <ul className="bar-list" aria-label={strings.overview.causesCaption}>
      {rows.map(({ cause, crashes }) => (
        <li key={cause} style={tint(looks[cause].color)}>
          <AppLink href={paths.groups({ days, cause: [cause] })} title={looks[cause].meaning}>
            <span className="bar-label">
              <Icon path={looks[cause].glyph} size={14} /> {looks[cause].label}
            </span>
            <span className="bar-value">
              {count(crashes)} <span className="quiet">{percent(crashes / total)}</span>
            </span>
            <span className="bar-track">
              <span style={{ width: `${(100 * crashes) / top}%` }} />
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
