import { describe, expect, it } from 'vitest';
import { driverChanges } from './driver-changes.js';
import { DAY, inventory, NOON, readDisks, SSD } from './evidence.fixture.js';

const id = readDisks(SSD)[0]!.id;
const with_ = (...drivers: readonly (readonly [string, string?])[]) => ({
  ...SSD,
  driverStack: drivers.map(([name, version]) => ({ name, version })),
});
const old = with_(['disk', '1'], ['storahci', '1']);
const days = (n: number) => NOON - n * DAY;
const changes = (...inventories: Parameters<typeof driverChanges>[0]) => driverChanges(inventories, id, NOON);

describe('driver changes before a stop', () => {
  it('are versions that differ from the inventory before, newest first', () => {
    const newer = with_(['disk', '2'], ['storahci', '1']);
    const newest = with_(['disk', '2'], ['storahci', '3']);
    expect(
      changes(
        inventory([old], days(40)),
        inventory([newer], days(10)),
        inventory([newer], days(5)),
        inventory([newest], days(2)),
      ),
    ).toEqual([
      { driver: 'storahci', from: '1', to: '3', daysBefore: 2 },
      { driver: 'disk', from: '1', to: '2', daysBefore: 10 },
    ]);
  });

  it('are drivers that came and went', () => {
    const other = with_(['filter', '7'], ['disk', '1']);
    expect(changes(inventory([old], days(3)), inventory([other], days(1)))).toEqual([
      { driver: 'filter', from: undefined, to: '7', daysBefore: 1 },
      { driver: 'storahci', from: '1', to: undefined, daysBefore: 1 },
    ]);
  });

  it.each([
    ['older than thirty days', [inventory([old], days(50)), inventory([with_(['disk', '2'])], days(31))]],
    ['of after the stop', [inventory([old], days(1)), inventory([with_(['disk', '2'])], NOON + 1)]],
    [
      'of a version that was not known',
      [inventory([with_(['disk'])], days(2)), inventory([with_(['disk', '2'])], days(1))],
    ],
    ['of a stack that was not known', [inventory([{ ...SSD, driverStack: [] }], days(2)), inventory([old], days(1))]],
    ['in the first inventory there is', [inventory([old], days(1))]],
    [
      'of another disk',
      [
        inventory([{ ...old, serial: 'OTHER' }], days(2)),
        inventory([{ ...with_(['disk', '2']), serial: 'OTHER' }], days(1)),
      ],
    ],
  ])('are not those %s', (_which, inventories) => {
    expect(changes(...inventories)).toEqual([]);
  });

  it('are not looked for where the disk is not known', () => {
    expect(
      driverChanges([inventory([old], days(2)), inventory([with_(['disk', '9'])], days(1))], undefined, NOON),
    ).toEqual([]);
  });
});
