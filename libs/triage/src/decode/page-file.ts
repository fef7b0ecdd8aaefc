/** Windows uses at most sixteen paging files. */
const MOST_PAGING_FILES = 16n;

/** The number of the paging file in a parameter; a value that no paging file can have is told, not used. */
export function readPageFile(parameter: bigint | undefined): { pageFileNumber?: number; warnings: readonly string[] } {
  if (parameter === undefined) return { warnings: [] };
  if (parameter < MOST_PAGING_FILES) return { pageFileNumber: Number(parameter), warnings: [] };
  return { warnings: ['Parameter 3 is no number of a paging file: Windows has at most sixteen.'] };
}
