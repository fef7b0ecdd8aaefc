import type { Verdict } from '../api/types.js';
import { stepsOf } from '../format/steps.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';

const said = strings.group;

/** The three texts that the technician came for. */
export function VerdictCards({ verdict }: { verdict: Verdict }) {
  const steps = stepsOf(verdict.howToFix);
  return (
    <div className="verdict">
      <Card title={said.what}>
        <p>{verdict.whatHappened}</p>
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
    </div>
  );
}
