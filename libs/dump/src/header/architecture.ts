/** The values of MachineImageType (IMAGE_FILE_MACHINE_*) that Windows kernels had. */
const ARCHITECTURES = {
  0x14c: 'x86',
  0x8664: 'x64',
  0xaa64: 'arm64',
  0x1c4: 'arm',
  0x200: 'ia64',
} as const;

export type Architecture = (typeof ARCHITECTURES)[keyof typeof ARCHITECTURES];

const byValue = new Map<number, Architecture>(
  Object.entries(ARCHITECTURES).map(([value, name]) => [Number(value), name]),
);

export const architectureOf = (machineImageType: number): Architecture | undefined => byValue.get(machineImageType);
