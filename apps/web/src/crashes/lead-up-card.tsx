import type { ShownEvent } from '../api/types.js';
import { count } from '../format/number.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { Empty } from '../ui/states.js';
import { LEAD_UP_ID } from './evidence-links.js';
import { LeadUpRibbon } from './lead-up-ribbon.js';
import { LeadUpTable } from './lead-up-table.js';

const said = strings.leadUp;

/** What the storage of the machine logged around the stop. */
export function LeadUpCard({
  crash: { leadUp, leadUpCut },
}: {
  crash: { leadUp: readonly ShownEvent[]; leadUpCut: boolean };
}) {
  if (leadUp.length === 0) {
    return (
      <Card title={said.title}>
        <Empty text={said.none} />
      </Card>
    );
  }
  return (
    <Card id={LEAD_UP_ID} title={said.title} flush className="lead-up" hint={said.hint}>
      <LeadUpRibbon events={leadUp} />
      {leadUpCut && <p className="card-hint">{said.cut(count(leadUp.length))}</p>}
      <LeadUpTable events={leadUp} />
    </Card>
  );
}
