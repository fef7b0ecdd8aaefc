import { strings } from '../strings.js';

const WIDTH = 63;
const HEIGHT = 20;
const GAP = 2;

/** Seven bars, each scaled to the highest of its own row. */
export function Sparkline({ values }: { values: readonly number[] | undefined }) {
  if (!values?.length) return <span className="quiet">{strings.none}</span>;
  const top = Math.max(1, ...values);
  const step = WIDTH / values.length;
  return (
    <span className="sparkline">
      <svg width={WIDTH} height={HEIGHT} aria-hidden="true" focusable="false">
        {values.map((value, at) => {
          const height = value === 0 ? 1 : Math.max(3, (value / top) * HEIGHT);
          const look = value === 0 ? 'sparkline-none' : undefined;
          return (
            <rect
              key={at}
              className={look}
              x={at * step}
              y={HEIGHT - height}
              width={step - GAP}
              height={height}
              rx={1}
            />
          );
        })}
      </svg>
      <span className="visually-hidden">{strings.groups.sparkline(values.join(', '))}</span>
    </span>
  );
}
