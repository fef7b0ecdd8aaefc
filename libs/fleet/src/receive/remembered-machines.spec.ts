import type { MachineId } from '@inpage/core';
import { describe, expect, it } from 'vitest';
import { computerKey, MachineDirectory } from './machine-directory.js';
import { RememberedMachines } from './remembered-machines.js';

class CountingDirectory extends MachineDirectory {
  readonly asked: string[] = [];
  away = false;

  async byComputer(computer: string): Promise<MachineId> {
    this.asked.push(computer);
    if (this.away) throw new Error('away');
    return `id of ${computer}` as MachineId;
  }
  async enrolled({ computer }: { computer: string }): Promise<MachineId> {
    return `enrolled ${computer}` as MachineId;
  }
}

function setUp() {
  const clock = { ms: 0 };
  const directory = new CountingDirectory();
  return { clock, directory, remembered: new RememberedMachines(directory, () => clock.ms) };
}

describe('remembered machines', () => {
  it('asks once a minute for each name', async () => {
    const { clock, directory, remembered } = setUp();
    const ask = () =>
      Promise.all(['pc-healthy', 'pc-bad-ssd', 'pc-healthy'].map((name) => remembered.byComputer(name)));
    expect(await ask()).toEqual(['id of pc-healthy', 'id of pc-bad-ssd', 'id of pc-healthy']);
    clock.ms += 59_999;
    await ask();
    expect(directory.asked).toEqual(['pc-healthy', 'pc-bad-ssd']);
    clock.ms += 1;
    await ask();
    expect(directory.asked).toHaveLength(4);
  });

  it('does not remember that the directory was away', async () => {
    const { directory, remembered } = setUp();
    directory.away = true;
    await expect(remembered.byComputer('pc-healthy')).rejects.toThrow('away');
    directory.away = false;
    expect(await remembered.byComputer('pc-healthy')).toBe('id of pc-healthy');
  });

  it('always asks who enrols', async () => {
    expect(await setUp().remembered.enrolled({ computer: 'pc-healthy' })).toBe('enrolled pc-healthy');
  });
});

describe('the name of a computer', () => {
  it.each([
    ['PC-BAD-SSD', 'pc-bad-ssd'],
    ['  pc-bad-ssd.corp.example. ', 'pc-bad-ssd.corp.example'],
    ['pc\0-bad\u0007-ssd\n', 'pc-bad-ssd'],
    ['\ud800pc', '\ufffdpc'],
    ['\0 \t', ''],
  ])('%j is compared as %j', (name, key) => {
    expect(computerKey(name)).toBe(key);
  });
});
