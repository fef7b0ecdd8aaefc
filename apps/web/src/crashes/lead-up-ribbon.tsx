import type { CSSProperties } from 'react';
import type { ShownEvent } from '../api/types.js';
import { count } from '../format/number.js';
import { duration } from '../format/duration.js';
import { strings } from '../strings.js';
import { isOnRibbon, LANES, marksOf, placeOf, TICKS, type Lane, type Mark } from './lead-up-ribbon-scale.js';

const said = strings.leadUp;
const at = (place: number): CSSProperties => ({ left: `${(place * 100).toFixed(2)}%` });

/** The last day before the stop, a lane for each kind of disk. A picture: the table below it says all of it in words. */
export function LeadUpRibbon({ events }: { events: readonly ShownEvent[] }) {
  const shown = events.filter(isOnRibbon);
  const marks = marksOf(events);
  return (
    <div className="ribbon" role="img" aria-label={altOf(shown)}>
      {LANES.map((lane) => (
        <RibbonLane key={lane} lane={lane} marks={marks.filter((mark) => mark.lane === lane)} />
      ))}
      <div className="ribbon-scale" aria-hidden="true">
        <span />
        <span className="ribbon-track">
          {TICKS.map((seconds) => (
            <span key={seconds} className="ribbon-tick" style={at(placeOf(seconds))}>
              {seconds === 0 ? said.stop : duration(seconds, 'short')}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

function RibbonLane({ lane, marks }: { lane: Lane; marks: readonly Mark[] }) {
  return (
    <div className={`ribbon-lane ribbon-${lane}`} aria-hidden="true">
      <span className="ribbon-label">
        <i className="ribbon-mark" /> {said.disks[lane]}
      </span>
      <span className="ribbon-track">
        {marks.map(({ place, events }) => (
          <i key={place} className="ribbon-mark" style={at(place)} title={titleOf(events)}>
            {events.length > 1 ? count(events.length) : null}
          </i>
        ))}
      </span>
    </div>
  );
}

const titleOf = (events: readonly ShownEvent[]): string =>
  [said.before(duration(events[0]!.secondsBefore)), ...new Set(events.map(({ says }) => says))].slice(0, 5).join('\n');

function altOf(shown: readonly ShownEvent[]): string {
  if (shown.length === 0) return said.altNone;
  const nearest = Math.min(...shown.map(({ secondsBefore }) => secondsBefore));
  const mine = shown.filter(({ disk }) => disk === 'this-disk').length;
  return said.alt(count(shown.length), count(mine), duration(nearest));
}
