import { lazy, Suspense } from 'react';
import { count, counted } from '../format/number.js';
import { utcDay } from '../format/time.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Icon } from '../ui/icon.js';
import { tint } from '../ui/tint.js';
import { peakOf, type Bars } from './buckets.js';
import type { SeriesLook } from './series-look.js';

/** uPlot and its stylesheet come only when a chart is on the page. */
const BarCanvas = lazy(() => import('./bar-canvas.js'));

interface TimeChartProps {
  readonly title: string;
  readonly bars: Bars;
  readonly look: (key: string) => SeriesLook;
}

/** Crashes over time: a picture with a sentence for those who cannot see it, a legend of links, and the numbers. */
export function TimeChart({ title, bars, look }: TimeChartProps) {
  if (bars.total === 0) return <p className="quiet chart-none">{strings.chart.none}</p>;
  return (
    <figure className="chart">
      <div role="img" aria-label={altOf(title, bars)} className="chart-box">
        <Suspense fallback={null}>
          <BarCanvas bars={bars} look={look} />
        </Suspense>
      </div>
      {bars.series.length > 1 && <Legend bars={bars} look={look} />}
      <details className="chart-table">
        <summary>{strings.chart.asTable}</summary>
        <NumbersTable title={title} bars={bars} look={look} />
      </details>
    </figure>
  );
}

function altOf(title: string, bars: Bars): string {
  const peak = peakOf(bars);
  const total = counted(bars.total, strings.count.crash);
  const said = peak ? strings.chart.peak(count(peak.crashes), utcDay(peak.start)) : '';
  return strings.chart.alt(title, utcDay(bars.starts[0]!), utcDay(bars.starts.at(-1)!), total, said);
}

function Legend({ bars, look }: { bars: Bars; look: (key: string) => SeriesLook }) {
  return (
    <ul className="legend" aria-label={strings.chart.legend}>
      {bars.series.map(({ key }) => {
        const { label, color, glyph, href } = look(key);
        const content = (
          <>
            {glyph ? <Icon path={glyph} size={14} /> : null} {label}
          </>
        );
        return (
          <li key={key} style={tint(color)}>
            {href ? <AppLink href={href}>{content}</AppLink> : content}
          </li>
        );
      })}
    </ul>
  );
}

/** Newest first: that is what people look for. Bars without crashes are left out. */
function NumbersTable({ title, bars, look }: TimeChartProps) {
  const rows = bars.starts
    .map((start, at) => ({ start, at }))
    .filter(({ at }) => bars.totals[at]! > 0)
    .reverse();
  return (
    <div className="table-scroll chart-numbers" role="group" aria-label={strings.chart.caption(title)} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{strings.chart.caption(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{bars.perBucketDays === 1 ? strings.chart.day : strings.chart.week}</th>
            {bars.series.map(({ key }) => (
              <th scope="col" key={key} className="end">
                {look(key).label}
              </th>
            ))}
            {bars.series.length > 1 && (
              <th scope="col" className="end">
                {strings.chart.total}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ start, at }) => (
            <tr key={start}>
              <th scope="row">{utcDay(start)}</th>
              {bars.series.map(({ key, values }) => (
                <td key={key} className="end">
                  {count(values[at]!)}
                </td>
              ))}
              {bars.series.length > 1 && <td className="end">{count(bars.totals[at]!)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
