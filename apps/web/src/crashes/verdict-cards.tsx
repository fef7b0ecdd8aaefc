import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { Verdict } from '../api/types.js';
import { stepsOf } from '../format/steps.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';

const said = strings.group;

/** The three texts that the technician came for, and one to pass on. */
export function VerdictCards({ verdict }: { verdict: Verdict }) {
  const steps = stepsOf(verdict.howToFix);
  return (
    <div className="verdict">
      <Card title={said.what}>
        {verdict.whatHappened.split('\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Card>
      <Card title={said.who}>
        <p>{verdict.whoDidIt}</p>
      </Card>
      <Card title={said.fix} className="card-accent">
        {steps.length > 1 ? (
          <ol className="steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        ) : (
          <p>{verdict.howToFix}</p>
        )}
      </Card>
      {verdict.forOwner !== '' && <ForOwner text={verdict.forOwner} />}
    </div>
  );
}

/** Quieter than the others, because it is not for the reader of this page. */
function ForOwner({ text }: { text: string }) {
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <Card
      title={said.owner}
      className="card-quiet"
      aside={
        <Button
          size="compact-xs"
          variant="default"
          aria-label={strings.copy.action(said.ownerText)}
          onClick={() => clipboard.copy(text)}
        >
          {clipboard.copied ? strings.copy.done : strings.copy.label}
        </Button>
      }
    >
      <p>{text}</p>
    </Card>
  );
}
