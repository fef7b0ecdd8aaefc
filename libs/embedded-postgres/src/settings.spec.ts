import { describe, expect, it } from 'vitest';
import { endpointSettings, formatSettings, standardSettings } from './settings.js';

const GIB = 2 ** 30;

describe('settings', () => {
  it.each([
    [1, '128MB', '512MB'],
    [2, '128MB', '1024MB'],
    [8, '512MB', '4096MB'],
    [24, '1024MB', '12288MB'],
    [512, '1024MB', '65536MB'],
  ])('on %i GiB the server takes %s itself and counts on %s of cache', (gib, shared_buffers, effective_cache_size) => {
    expect(standardSettings(gib * GIB)).toMatchObject({ shared_buffers, effective_cache_size });
  });

  it('promise durability in as many words', () => {
    expect(standardSettings(GIB)).toMatchObject({ fsync: true, full_page_writes: true, synchronous_commit: true });
  });

  it('listen nowhere but on the socket, however its folder is called', () => {
    expect(formatSettings(endpointSettings({ socketDir: `/a "b", it's`, port: 5432 }))).toBe(
      `listen_addresses = ''\nport = '5432'\nunix_socket_directories = '"/a ""b"", it''s"'\nunix_socket_permissions = '0700'\n`,
    );
  });

  it('listen on the loopback address where there are no sockets', () => {
    expect(endpointSettings({ host: '127.0.0.1', port: 5555 })).toEqual({
      listen_addresses: '127.0.0.1',
      port: 5555,
      unix_socket_directories: '',
    });
  });

  it('write claims as on and off', () =>
    expect(formatSettings({ jit: false, fsync: true })).toBe("jit = 'off'\nfsync = 'on'\n"));
});
