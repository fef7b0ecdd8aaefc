import type { Freshness } from '../api/types.js';
import { counted } from '../format/number.js';
import { ago, exactMoment } from '../format/time.js';
import { strings } from '../strings.js';
import { glyphs, Icon } from '../ui/icon.js';
import { Moment } from '../ui/moment.js';

const said = strings.overview;
const STALE_MS = 86_400_000;

/** How old the numbers are, and what they do not contain yet. */
export function FreshnessLine({ freshness }: { freshness: Freshness }) {
  const { asOf, lastRecordAt, pendingChunks } = freshness;
  const stale = lastRecordAt !== null && Date.parse(asOf) - Date.parse(lastRecordAt) > STALE_MS;
  return (
    <p className="freshness">
      <span title={lastRecordAt ? exactMoment(lastRecordAt) : undefined}>
        {lastRecordAt ? said.fresh(ago(lastRecordAt)) : said.noRecord}
      </span>
      <span>{pendingChunks > 0 ? said.pending(counted(pendingChunks, strings.count.batch)) : said.nothingPending}</span>
      <span>
        {said.computed} <Moment at={asOf} />
      </span>
      {stale && (
        <strong className="warn">
          <Icon path={glyphs.warning} size={14} /> {said.stale}
        </strong>
      )}
    </p>
  );
}
