import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { count } from '../format/number.js';
import { utcDay, utcShortDay } from '../format/time.js';
import { strings } from '../strings.js';
import { tint } from '../ui/tint.js';
import { stacked, type Bars } from './buckets.js';
import type { SeriesLook } from './series-look.js';

const MAX_BAR_PX = 28;
const DAY_S = 86_400;

interface BarCanvasProps {
  readonly bars: Bars;
  readonly look: (key: string) => SeriesLook;
}
interface Hover {
  readonly at: number;
  readonly left: number;
  readonly flip: boolean;
}

/** Stacked bars on a canvas. Decoration for the eye: the figure around it holds the words and the numbers. */
export default function BarCanvas({ bars, look }: BarCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<Hover>();
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const box = host.current;
    if (!box) return;
    const plot = new uPlot(optionsOf(bars, look, box, setHover), dataOf(bars), box);
    const watch = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height: box.clientHeight }));
    watch.observe(box);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [bars, look, scheme]);
  return (
    <>
      <div ref={host} className="chart-canvas" />
      {hover && <Tip bars={bars} look={look} hover={hover} />}
    </>
  );
}

function Tip({ bars, look, hover }: BarCanvasProps & { hover: Hover }) {
  const side = hover.flip ? { right: `calc(100% - ${hover.left - 12}px)` } : { left: hover.left + 12 };
  return (
    <div className="chart-tip" style={side} aria-hidden="true">
      <strong>
        {utcDay(bars.starts[hover.at]!)} · {count(bars.totals[hover.at]!)}
      </strong>
      {bars.series.length > 1 &&
        bars.series
          .filter(({ values }) => values[hover.at]! > 0)
          .map(({ key, values }) => (
            <span key={key} style={tint(look(key).color)}>
              <i /> {look(key).label} <b>{count(values[hover.at]!)}</b>
            </span>
          ))}
    </div>
  );
}

const secondsOf = (day: string): number => Date.parse(day) / 1000;

/** The highest stack is drawn first and the lower ones over it, so that each shows only its own part. */
function dataOf(bars: Bars): uPlot.AlignedData {
  return [bars.starts.map(secondsOf), ...stacked(bars.series).reverse()];
}

function optionsOf(
  bars: Bars,
  look: BarCanvasProps['look'],
  box: HTMLElement,
  onHover: (hover?: Hover) => void,
): uPlot.Options {
  const css = getComputedStyle(document.documentElement);
  const line = css.getPropertyValue('--line').trim();
  const ink = css.getPropertyValue('--ink-2').trim();
  const font = `12px ${css.getPropertyValue('--mantine-font-family')}`;
  const axis = { stroke: ink, font, ticks: { show: false }, gap: 8 };
  const half = (bars.perBucketDays * DAY_S) / 2;
  const paths = uPlot.paths.bars!({ size: [0.78, MAX_BAR_PX], radius: 0 });
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    padding: [12, 8, 0, 0],
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
    scales: {
      x: { range: (_, min, max) => [min - half, max + half] },
      y: { range: (_, __, max) => [0, Math.max(4, Math.ceil(max * 1.05))] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 30,
        space: 72,
        values: (_, ticks) => ticks.map((tick) => utcShortDay(new Date(tick * 1000).toISOString())),
      },
      {
        ...axis,
        grid: { stroke: line, width: 1 },
        size: 44,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10_000, 100_000],
      },
    ],
    series: [
      { label: strings.chart.day },
      ...[...bars.series].reverse().map(({ key }) => ({
        label: look(key).label,
        fill: look(key).color,
        width: 0,
        paths,
        points: { show: false },
      })),
    ],
    hooks: { setCursor: [(plot) => onHover(hoverOf(plot, box))] },
  };
}

function hoverOf(plot: uPlot, box: HTMLElement): Hover | undefined {
  const { idx, left } = plot.cursor;
  if (idx == null || left == null || left < 0) return undefined;
  const x = left + plot.bbox.left / devicePixelRatio;
  return { at: idx, left: x, flip: x > box.clientWidth / 2 };
}
