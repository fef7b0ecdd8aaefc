/** A snapshot driver of a backup product that does not exist; sits on the volume, below BitLocker. */
export const FILTER_DRIVER = 'ngsnap';
export const FILTER_VERSIONS = { good: '4.2.1180.0', leaking: '4.3.1204.0' } as const;
