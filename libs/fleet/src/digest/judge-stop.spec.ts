import { describe, expect, it } from 'vitest';
import {
  bugcheck,
  DAY,
  evidence,
  inventory,
  NOON,
  PC_BAD_SSD,
  PC_HEALTHY,
  readDisks,
  SSD,
  USB_DISK,
} from './evidence.fixture.js';
import type { Evidence } from './evidence.js';
import { judgeStop } from './judge-stop.js';
import type { MachineInventory } from './machine-inventory.js';
import { reduceStop } from './reduce-stop.js';

const judge = (over: Partial<Evidence>, inventories: readonly MachineInventory[], machine = PC_BAD_SSD) =>
  judgeStop(reduceStop([evidence('crash', NOON, { ...bugcheck, ...over })]), machine, inventories);
const ssd = readDisks(SSD)[0]!;

describe('a stop of a machine with an inventory', () => {
  const crash = judge({}, [inventory([SSD, USB_DISK])]);

  it('gets the disk and the driver stack that were in force', () => {
    expect(crash).toMatchObject({
      diskId: ssd.id,
      diskRule: 'boot-disk',
      firmware: 'SVT01B6Q',
      serial: SSD.serial,
      busType: 11,
      stack: { key: 'partmgr > disk > storahci' },
      stackVersions: ['10.0.1', '10.0.2', '10.0.3'],
      machineModel: '20XW00AAGE',
      osBuild: '22631.3447',
    });
  });

  it('is grouped by family, status, model and stack', () => {
    expect(crash.parts).toEqual({
      family: 'inpage',
      status: 0xc000000e,
      modelKey: 'samsung ssd 870 evo 1tb',
      model: 'Samsung SSD 870 EVO 1TB',
      stackKey: 'partmgr > disk > storahci',
    });
  });

  it('keeps its group whatever machine, firmware or driver versions it has', () => {
    const other = {
      ...SSD,
      firmware: 'SVT02B6Q',
      serial: 'S5Y2NJ0R900777',
      driverStack: SSD.driverStack!.map(({ name }) => ({ name, version: '11.0' })),
    };
    expect(judge({}, [inventory([other], NOON - DAY, PC_HEALTHY)], PC_HEALTHY).groupId).toBe(crash.groupId);
  });

  it('never changes its group id by accident', () => {
    expect(crash.groupKey).toBe(
      'group-1|family=inpage|status=c000000e|model=samsung ssd 870 evo 1tb|stack=partmgr > disk > storahci',
    );
    expect(crash.groupId).toBe('2fce2787-11ab-8bd7-8bf0-66a9b8e28d35');
  });

  it('has a verdict about that disk', () => {
    expect(crash.verdict).toMatchObject({ cause: 'device-gone', brokenRules: [] });
    expect(crash.verdict.whatHappened).not.toBe('');
  });

  it('uses the inventory of its time, not the newest', () => {
    const later = inventory([{ ...SSD, model: 'CT1000MX500SSD1', serial: '2150E5F00003' }], NOON + DAY);
    expect(judge({}, [inventory([SSD]), later]).diskId).toBe(ssd.id);
  });
});

describe('a stop of a machine of which nothing is known', () => {
  it('is grouped under an unknown disk', () => {
    const crash = judge({}, []);
    expect([crash.diskId, crash.diskRule, crash.stack]).toEqual([undefined, undefined, undefined]);
    expect(crash.groupKey).toBe('group-1|family=inpage|status=c000000e|model|stack');
  });

  it('is also grouped there where inventory has two disks and nothing tells which', () => {
    const plain = { ...SSD, isBoot: false, holdsPageFile: false };
    const crash = judge({}, [inventory([plain, USB_DISK])]);
    expect([crash.diskId, crash.parts.modelKey, crash.machineModel]).toEqual([undefined, null, '20XW00AAGE']);
  });
});

describe('a crash record that names its disk', () => {
  it('is believed against the inventory', () => {
    const crash = judge({ disk: { model: 'WD Elements 2621', serial: 'WX11A00000' } }, [inventory([SSD, USB_DISK])]);
    expect(crash).toMatchObject({ diskRule: 'recorded', serial: 'WX11A00000', busType: 7, stack: undefined });
  });

  it('is completed from the inventory that knows the same disk', () => {
    const crash = judge({ disk: { model: 'ATA Samsung SSD 870 EVO 1TB', serial: SSD.serial } }, [
      inventory([SSD, USB_DISK]),
    ]);
    expect(crash).toMatchObject({
      diskId: ssd.id,
      firmware: 'SVT01B6Q',
      busType: 11,
      stack: ssd.stack,
      stackVersions: ssd.stackVersions,
    });
  });

  it('is completed by its model alone where just one disk of that model is there', () => {
    expect(judge({ disk: { model: SSD.model } }, [inventory([SSD, USB_DISK])])).toMatchObject({
      diskId: ssd.id,
      serial: SSD.serial,
    });
    const twins = inventory([SSD, { ...SSD, number: 1, serial: 'S5Y2NJ0R900003' }]);
    expect(judge({ disk: { model: SSD.model } }, [twins])).toMatchObject({
      diskId: undefined,
      serial: undefined,
      stack: undefined,
    });
  });

  it('keeps what it says itself', () => {
    const crash = judge({ disk: { model: SSD.model, firmware: 'SVT09B6Q', busType: 17 } }, [inventory([SSD])]);
    expect(crash).toMatchObject({ firmware: 'SVT09B6Q', busType: 17 });
  });

  it('is the same disk as in any inventory, also where there is none yet', () => {
    expect(judge({ disk: { model: SSD.model, serial: SSD.serial } }, []).diskId).toBe(ssd.id);
  });

  it('has no disk id without a serial and without inventory', () => {
    expect(judge({ disk: { model: SSD.model } }, [])).toMatchObject({
      diskId: undefined,
      parts: { modelKey: 'samsung ssd 870 evo 1tb' },
    });
  });
});

describe('a crash record that names its driver stack', () => {
  const driverStack = [
    { name: 'EhStorClass', version: '6.3' },
    { name: '\\Driver\\', version: '9' },
    { name: 'stornvme' },
  ];

  it('is believed, with its versions in order', () => {
    const expected = {
      stack: { key: 'ehstorclass > stornvme' },
      stackVersions: ['6.3', ''],
      parts: { stackKey: 'ehstorclass > stornvme' },
    };
    expect(judge({ driverStack }, [])).toMatchObject(expected);
    expect(judge({ driverStack }, [inventory([SSD])])).toMatchObject({ ...expected, diskId: ssd.id });
  });

  it('falls back on inventory where it names no driver at all', () => {
    expect(judge({ driverStack: [] }, [inventory([SSD])]).stack).toEqual(ssd.stack);
  });
});
