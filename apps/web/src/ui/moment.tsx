import { ago, exactMoment, localMoment } from '../format/time.js';
import { strings } from '../strings.js';

/** A point in time: relative or absolute to read, exact with its zone on hover. */
export function Moment({ at, absolute = false }: { at: string | null; absolute?: boolean }) {
  if (at === null) return <span className="quiet">{strings.never}</span>;
  return (
    <time dateTime={at} title={exactMoment(at)} className="moment">
      {absolute ? localMoment(at) : ago(at)}
    </time>
  );
}
