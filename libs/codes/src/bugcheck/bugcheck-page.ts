const PAGES = 'https://learn.microsoft.com/windows-hardware/drivers/debugger/';
const HEADER =
  'https://github.com/microsoft/win32metadata/blob/d0f36303/generation/WinSDK/RecompiledIdlHeaders/shared/bugcodes.h';

/** Codes whose address has three hyphens after the number. */
const THREE_HYPHENS = new Set([
  0xfa, 0xfc, 0xfd, 0xff, 0x100, 0x101, 0x103, 0x104, 0x105, 0x106, 0x109, 0x10a, 0x10c, 0x10d, 0x10e, 0x10f, 0x111,
  0x112, 0x113, 0x114, 0x115, 0x116, 0x117, 0x119, 0x11a, 0x11b, 0x11d, 0x121, 0x122, 0x124, 0x127, 0x12b, 0x12c, 0x141,
]);

/** Addresses that do not follow from the name; the slips of the pen are Microsoft's. */
const IRREGULAR: ReadonlyMap<number, string> = new Map([
  [0xd4, '0xd4--system-scan-at-raised-irql-caught-improper-driver-unlo'],
  [0x120, '0x120--bitlocker-fatal-error-'],
  [0x123, '0x123--crypto-self-test-failure-'],
  [0x133, '0x133-dpc-watchdog-violation'],
  [0x138, '0x138-gpio-controller-driver-error'],
  [0x145, '0x145--secure-boot-violation-'],
  [0x15d, '0x15d-soc-subsystem-failure-livedump'],
  [0x15e, '0x15e-bugcode-ndis-driver-live-dump'],
  [0x165, '0x165--cluster-csv-staus-io-timeout-livedump'],
  [0x169, '0x169--cluster-csv-volume-arival-livedump'],
  [0x16f, '0x16f--cluster-csv-state-transistion-interval-livedump'],
  [0x17d, '0x17d-unexpected-revocation-livedump'],
  [0x1a7, '0x1a7--smb-redirector-livedump'],
  [0x1aa, '0x1aa-exception-on-invalid-stack'],
  [0x1ab, '0x1ab-unwind-on-invalid-stack'],
  [0x1d4, '0x1d4--ucmusci-livedump'],
  [0x1f1, '0x1f1--kasan-enlightement-violation'],
  [0xc000021a, '0xc000021a--winlogin-fatal-error'],
]);

/** Codes that the reference leaves out and that have a page all the same. */
const HEADER_CODES_WITH_PAGE = new Set([
  0xab, 0x141, 0x142, 0x156, 0x15c, 0x15d, 0x15e, 0x15f, 0x161, 0x165, 0x166, 0x167, 0x168, 0x169, 0x16a, 0x16b, 0x16f,
  0x175, 0x179, 0x17c, 0x17d, 0x188, 0x190, 0x193, 0x195, 0x198, 0x19d, 0x1a1, 0x1a3, 0x1a4, 0x1a5, 0x1a6, 0x1a7, 0x1a8,
  0x1a9, 0x1b0, 0x1b8, 0x1c4, 0x1c5, 0x1c9, 0x1cc, 0x1d1, 0x1d4, 0x1e1, 0x1f5, 0x21c8,
]);

const regular = (code: number, name: string): string =>
  `0x${code.toString(16)}${THREE_HYPHENS.has(code) ? '---' : '--'}${name.toLowerCase().replaceAll('_', '-')}`;

/**
 * Microsoft's page on a code of its reference. Which page is called how: https://github.com/MicrosoftDocs/windows-driver-docs at
 * commit 825aa15f of 2025-11-12.
 */
export const referencePage = (code: number, name: string): string =>
  `${PAGES}bug-check-${IRREGULAR.get(code) ?? regular(code, name)}`;

/** Microsoft's page on a code that only bugcodes.h names, or the header where there is none. */
export const headerPage = (code: number, name: string): string =>
  HEADER_CODES_WITH_PAGE.has(code) ? referencePage(code, name) : HEADER;
