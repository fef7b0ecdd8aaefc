import { strings } from '../strings.js';
import { PageHead } from '../ui/page-head.js';
import { Failed, Loading } from '../ui/states.js';
import { AnalyseForm } from './analyse-form.js';
import { AnalysisView } from './analysis-view.js';
import { useAnalyse } from './use-analyse.js';

const said = strings.analyse;

/** A dump, an export or a pasted text in; the verdict out. The page keeps the answer and the server keeps nothing. */
export function AnalysePage() {
  const analyse = useAnalyse();
  return (
    <>
      <PageHead title={said.heading} lead={said.lead} />
      <div className="page-body">
        <AnalyseForm busy={analyse.isPending} onGiven={analyse.mutate} />
        <div aria-live="polite" className="page-body">
          {analyse.isPending && <Loading />}
          {analyse.error && <Failed error={analyse.error} />}
          {analyse.data && <AnalysisView analysis={analyse.data} />}
        </div>
      </div>
    </>
  );
}
