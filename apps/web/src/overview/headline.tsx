import type { Overview } from '../api/types.js';
import { counted } from '../format/number.js';
import { trendOf, type Trend } from '../format/trend.js';
import type { Days } from '../search.js';
import { strings } from '../strings.js';
import { glyphs, Icon } from '../ui/icon.js';

const said = strings.overview;
const looks: Record<Trend, { readonly glyph: string; readonly className: string }> = {
  worse: { glyph: glyphs.up, className: 'headline-worse' },
  better: { glyph: glyphs.down, className: 'headline-better' },
  same: { glyph: glyphs.equal, className: 'headline-same' },
};

/** The first question of the morning, answered in one sentence. */
export function Headline({ overview, days }: { overview: Overview; days: Days }) {
  const before = overview.crashesBefore;
  if (before === null) return <FirstWindow overview={overview} days={days} />;
  const trend = trendOf(overview.crashes, before);
  const quiet = overview.crashes === 0 && before === 0;
  const numbers = said.trendDetail(
    counted(overview.crashes, strings.count.crash),
    strings.window.last(days),
    counted(before, strings.count.crash),
    strings.window.before(days),
  );
  return (
    <p className={`headline ${looks[trend].className}`}>
      <span className="headline-mark">
        <Icon path={looks[trend].glyph} size={18} />
      </span>
      <span>
        <strong>{quiet ? said.trend.quiet : said.trend[trend]}</strong> {numbers}{' '}
        {trend === 'same' && !quiet && overview.crashes !== before && said.sameWhy}
      </span>
    </p>
  );
}

/** Nothing older is known, so nothing can be compared: a new installation is not a fleet that is getting worse. */
function FirstWindow({ overview, days }: { overview: Overview; days: Days }) {
  return (
    <p className="headline headline-same">
      <span className="headline-mark">
        <Icon path={glyphs.equal} size={18} />
      </span>
      <span>
        <strong>{overview.crashes === 0 ? said.trend.quiet : said.trend.first}</strong>{' '}
        {said.trendFirst(counted(overview.crashes, strings.count.crash), strings.window.last(days))}
      </span>
    </p>
  );
}
