import { useState } from 'react';
import type { AnalysedStop, Analysis } from '../api/types.js';
import { bytes, counted } from '../format/number.js';
import { localMoment } from '../format/time.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { glyphs, Icon } from '../ui/icon.js';
import { AnalysisEvents } from './analysis-events.js';
import { KeepCard } from './keep-card.js';
import { SaveAnalysis } from './save-analysis.js';
import { StopView } from './stop-view.js';

const said = strings.analyse;

/** What the file is, then one stop at a time, then what is not known. */
export function AnalysisView({ analysis }: { analysis: Analysis }) {
  const [at, setAt] = useState(0);
  const stop = analysis.stops[at] ?? analysis.stops[0];
  return (
    <>
      <FileCard analysis={analysis} />
      {analysis.stops.length > 1 && <StopChoice stops={analysis.stops} at={at} onChoose={setAt} />}
      {stop && <StopView key={at} stop={stop} />}
      {analysis.events.length > 0 && (
        <Card title={said.events} hint={said.eventsHint} flush>
          <AnalysisEvents caption={said.events} events={analysis.events} />
        </Card>
      )}
      <Unread analysis={analysis} />
      <KeepCard analysis={analysis} />
    </>
  );
}

function FileCard({ analysis }: { analysis: Analysis }) {
  const { input, stops } = analysis;
  return (
    <Card title={input.name ?? said.pasted} aside={<SaveAnalysis analysis={analysis} />}>
      <p>{input.says}</p>
      <p className="quiet">
        {bytes(input.bytes)} · {stops.length === 0 ? said.noStop : counted(stops.length, said.stop)} · {said.notStored}
      </p>
    </Card>
  );
}

const nameOf = (stop: AnalysedStop): string =>
  [stop.stoppedAt && localMoment(stop.stoppedAt), stop.computer, stop.title].filter(Boolean).join(' · ');

interface StopChoiceProps {
  readonly stops: readonly AnalysedStop[];
  readonly at: number;
  readonly onChoose: (at: number) => void;
}

function StopChoice({ stops, at, onChoose }: StopChoiceProps) {
  return (
    <fieldset className="stop-choice">
      <legend>{said.chooseStop(counted(stops.length, said.stop))}</legend>
      {stops.map((stop, index) => (
        <label key={index} className="choice">
          <input type="radio" name="stop" checked={index === at} onChange={() => onChoose(index)} />
          <span>{nameOf(stop)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Unread({ analysis: { notKnown, faults } }: { analysis: Analysis }) {
  if (notKnown.length + faults.length === 0) return null;
  return (
    <Card title={said.notKnown}>
      <ul className="plain-list">
        {notKnown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {faults.map(({ where, detail }, index) => (
          <li key={index}>
            <Icon path={glyphs.warning} size={13} /> {said.fault(where, detail)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
