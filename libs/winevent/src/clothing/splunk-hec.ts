import type { Clothing } from './clothing.js';

const BESIDE = ['time', 'host', 'source', 'sourcetype', 'index', 'fields'];

/** An object of Splunk's HTTP Event Collector: `{ time, host, source, sourcetype, event }`. `event` is looked at as what it is. */
export const splunkHec: Clothing = {
  name: 'splunk-hec',
  fits: (value) => value.has('event') && BESIDE.some((name) => value.has(name)),
  *undress(value) {
    yield { inner: value.get('event') };
  },
};
