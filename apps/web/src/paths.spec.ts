import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paths } from './paths.js';
import {
  crashesSearch,
  disksSearch,
  groupsSearch,
  machinesSearch,
  modelsSearch,
  nextPage,
  parseSearch,
  stringifySearch,
} from './search.js';

const ID = '00000000-0000-4000-8000-00000000c0de';
const groups = groupsSearch({
  cause: ['link', 'media'],
  q: 'a&b',
  status: '0xC000009C',
  sort: 'last',
  order: 'asc',
  days: '7',
});

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-01T23:30:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('paths', () => {
  it('are these addresses', () => {
    expect({
      signIn: [paths.signIn(), paths.signIn('/'), paths.signIn('/groups?days=7')],
      overview: [paths.overview(), paths.overview({ days: 90 }), paths.overview({ days: 7 })],
      groups: [paths.groups(), paths.groups(groups)],
      group: [paths.group(ID), paths.group(ID, { days: 365 }, 'machines')],
      crashes: [paths.crashes(), paths.crashes({ machine: ID, cause: ['media'], days: 30 })],
      crash: paths.crash(ID),
      machines: [paths.machines(), paths.machines({ q: 'pc', sort: 'last-heard', cursor: 'c1' })],
      machine: paths.machine(ID),
      disks: [paths.disks(), paths.disks({ model: 'WD Blue SN570 1TB', firmware: '2.0' })],
      disk: paths.disk(ID),
      models: [paths.models(), paths.models({ by: 'firmware', days: 365 })],
      keys: [paths.keys(), paths.keys({ cursor: 'c1' })],
      odd: paths.group('../a b'),
      api: [
        paths.api.signIn(),
        paths.api.signOut(),
        paths.api.session(),
        paths.api.overview(90),
        paths.api.groups(groups),
        paths.api.group(ID, 7),
        paths.api.groupSeries(ID, 30),
        paths.api.groupCrashes(ID),
        paths.api.groupMachines(ID),
        paths.api.groupDisks(ID),
        paths.api.crashes(crashesSearch({ group: ID })),
        paths.api.crash(ID),
        paths.api.comments({ kind: 'group', id: ID }),
        paths.api.comments({ kind: 'crash', id: ID }, 'c1'),
        paths.api.newComment({ kind: 'crash', id: ID }),
        paths.api.comment(ID),
        paths.api.answers({ kind: 'group', id: ID }),
        paths.api.answer({ kind: 'crash', id: ID }),
        paths.api.machines(machinesSearch({})),
        paths.api.machine(ID),
        paths.api.disks(disksSearch({ q: 'sn' })),
        paths.api.disk(ID),
        paths.api.rates(modelsSearch({ by: 'driver', days: '30' })),
        paths.api.credentials(),
        paths.api.newCredential(),
        paths.api.credential(ID),
        paths.api.docs(),
      ],
    }).toMatchSnapshot();
  });

  it('survive the way through the address line', () => {
    const query = paths.groups(groups).split('?')[1]!;
    expect(groupsSearch(parseSearch(query))).toEqual(groups);
  });
});

describe('search', () => {
  it('takes the default for whatever it does not know', () => {
    const odd = groupsSearch({ days: '12', sort: 'drop table', order: 'up', cause: ['media', 'ghosts'], q: '' });
    expect(odd).toEqual(groupsSearch({ cause: 'media' }));
  });

  it('keeps repeated keys apart and reads them back', () => {
    expect(stringifySearch({ a: ['1', '2'], b: 'x y', c: undefined })).toBe('?a=1&a=2&b=x+y');
    expect(parseSearch('?a=1&a=2&b=x+y')).toEqual({ a: ['1', '2'], b: 'x y' });
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'groups', '/sign-in?next=/'])(
    'never goes to %s after signing in',
    (next) => expect(nextPage({ next })).toBe('/'),
  );

  it('goes on to a page of ours after signing in', () => {
    expect(nextPage({ next: '/groups?days=7' })).toBe('/groups?days=7');
  });
});
