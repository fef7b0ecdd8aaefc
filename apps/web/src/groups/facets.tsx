import type { FacetValue } from '../api/types.js';
import { groupedBy } from '../format/grouped-by.js';
import { count, percent } from '../format/number.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';

const SHOWN = 6;

/** What the crashes have in common: firmware, driver versions and so on, as shares of the group. */
export function Facets({ facets, total }: { facets: readonly FacetValue[]; total: number }) {
  const byFacet = groupedBy(facets, ({ facet }) => facet);
  if (byFacet.size === 0) return null;
  return (
    <Card title={strings.group.facets}>
      <div className="facets">
        {[...byFacet].map(([facet, values]) => (
          <Facet key={facet} name={strings.facets[facet] ?? facet} values={values} total={total} />
        ))}
      </div>
    </Card>
  );
}

function Facet({ name, values, total }: { name: string; values: readonly FacetValue[]; total: number }) {
  const rows = [...values].sort((a, b) => b.crashes - a.crashes).slice(0, SHOWN);
  return (
    <div>
      <h3>{name}</h3>
      <ul className="bar-list" aria-label={strings.group.facetsCaption(name)}>
        {rows.map(({ value, crashes }) => (
          <li key={value}>
            <span className="bar-label">
              <code>{value}</code>
            </span>
            <span className="bar-value">
              {count(crashes)} <span className="quiet">{percent(crashes / Math.max(1, total))}</span>
            </span>
            <span className="bar-track">
              <span style={{ width: `${Math.min(100, (100 * crashes) / Math.max(1, total))}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
