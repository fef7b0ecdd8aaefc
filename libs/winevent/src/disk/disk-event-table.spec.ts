import { portDriverEvent, storageEvent } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { DISK_EVENT_ROWS, PORT_DRIVER_ROWS } from './disk-event-table.js';

describe('the table of disk events', () => {
  it.each([...DISK_EVENT_ROWS])('reads no event of %s that nobody explains', (provider, rows) => {
    for (const id of Object.keys(rows)) expect(storageEvent(provider, Number(id)), `${provider} ${id}`).toBeDefined();
  });

  it('reads no event of a port driver that nobody explains', () => {
    for (const id of Object.keys(PORT_DRIVER_ROWS)) expect(portDriverEvent(Number(id)), id).toBeDefined();
  });
});
