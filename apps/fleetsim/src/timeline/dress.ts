import type { Clothing, MachineFacts } from '../fleet/machine.js';
import type { Random } from '../random/random.js';
import { structuredRecord, xmlRecord } from '../windows/event-record.js';
import { eventXml } from '../windows/event-xml.js';
import type { EventOrigin, WindowsEvent } from '../windows/event.js';
import type { Moment, Observation } from './observation.js';

const CLOTHES: Record<Clothing, (event: WindowsEvent, origin: EventOrigin) => Observation> = {
  structured: (event, origin) => ({ form: 'record', record: structuredRecord(event, origin) }),
  xml: (event, origin) => ({ form: 'record', record: xmlRecord(event, origin) }),
  wevtutil: (event, origin) => ({ form: 'xml', xml: eventXml(event, origin) }),
};

/** Puts record numbers and the machine's clothing on moments that are in the order of time. */
export function dress(machine: MachineFacts, moments: readonly Moment[], random: Random): Observation[] {
  let recordId = 1000 + random.int(200_000);
  return moments.map((moment) => {
    if ('record' in moment) return { form: 'record', record: named(machine, moment.record) };
    recordId += 1 + random.int(40);
    const observation = CLOTHES[machine.clothing](moment.event, { computer: machine.computer, recordId });
    return observation.form === 'record' ? { form: 'record', record: named(machine, observation.record) } : observation;
  });
}

/** A collector says whose record it is; an agent's credential says so already. */
const named = <T extends object>(machine: MachineFacts, record: T): T =>
  machine.source === 'collector' ? { ...record, computer: machine.computer } : record;
