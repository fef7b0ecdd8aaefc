import type { Verdict } from '../api/types.js';
import { count } from '../format/number.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';

const said = strings.rules;
type Reason = Verdict['reasons'][number];

/** Where the lead-up of a crash stands on its page. */
export const LEAD_UP_ID = 'lead-up';

/** What a reason rests on: other crashes, each with its page, or the storage events of this one. */
export function EvidenceLinks({ reason, hasLeadUp }: { reason: Reason; hasLeadUp: boolean }) {
  const ids = reason.evidence ?? [];
  if (ids.length === 0) return null;
  if (reason.rule.startsWith('kin/')) {
    return ids.map((id, place) => (
      <AppLink key={id} href={paths.crash(id)} className="evidence-link">
        {said.crash(count(place + 1))}
      </AppLink>
    ));
  }
  return hasLeadUp ? (
    <a href={`#${LEAD_UP_ID}`} className="evidence-link">
      {said.events(ids.length)}
    </a>
  ) : null;
}
