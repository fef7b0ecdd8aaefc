import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';

const said = strings.overview;

/** An empty installation: what to do, in order. */
export function FirstSteps() {
  return (
    <section className="state">
      <h2>{said.emptyTitle}</h2>
      <p>{said.emptyLead}</p>
      <ol className="steps">
        {said.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="state-links">
        <AppLink className="primary-link" href={paths.keys()}>
          {said.emptyAction}
        </AppLink>
        <a href={paths.api.docs()}>{strings.keys.docs}</a>
      </p>
    </section>
  );
}
