import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { Analysis } from '../api/types.js';
import { strings } from '../strings.js';
import { keepLine } from './keep-line.js';

const said = strings.analyse;

/** Nothing is stored unless somebody asks for it, with a key that may. */
export function KeepCard({ analysis }: { analysis: Analysis }) {
  const clipboard = useClipboard({ timeout: 2000 });
  const line = keepLine(analysis, location.origin);
  if (line === undefined) return null;
  return (
    <details className="card keep">
      <summary>{said.keep}</summary>
      <p className="quiet">{said.keepHow}</p>
      <div className="copyable">
        <pre tabIndex={0} aria-label={said.keepLine}>
          <code>{line}</code>
        </pre>
        <Button
          size="xs"
          variant="light"
          aria-label={strings.copy.action(said.keepLine)}
          onClick={() => clipboard.copy(line)}
        >
          {clipboard.copied ? strings.copy.done : strings.copy.label}
        </Button>
      </div>
    </details>
  );
}
