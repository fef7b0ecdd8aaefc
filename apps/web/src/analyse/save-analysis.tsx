import { Button } from '@mantine/core';
import type { Analysis } from '../api/types.js';
import { strings } from '../strings.js';

const said = strings.analyse;

/** The answer as a file, for a ticket: what REST and the command line would give. */
export function SaveAnalysis({ analysis }: { analysis: Analysis }) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(analysis, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${analysis.input.name ?? 'analysis'}.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button variant="default" size="xs" onClick={save}>
      {said.save}
    </Button>
  );
}
