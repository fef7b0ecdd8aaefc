import type { Verdict } from '../api/types.js';
import { strings } from '../strings.js';
import { CauseBadge } from '../ui/cause-badge.js';
import { EvidenceLinks } from './evidence-links.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/states.js';

const said = strings.rules;
type Reason = Verdict['reasons'][number];

const columnsOf = (hasLeadUp: boolean): readonly Column<Reason>[] => [
  { key: 'rule', header: said.column.rule, rowHeader: true, cell: ({ rule }) => <code>{rule}</code> },
  { key: 'cause', header: said.column.cause, cell: ({ cause }) => <CauseBadge cause={cause} /> },
  { key: 'weight', header: said.column.weight, align: 'end', cell: ({ weight }) => weight },
  {
    key: 'because',
    header: said.column.because,
    cell: (reason) => (
      <span className="wrap">
        {reason.because} <EvidenceLinks reason={reason} hasLeadUp={hasLeadUp} />
      </span>
    ),
  },
];

/** Why triage thinks so, heaviest reason first. */
export function RulesTable({ verdict, hasLeadUp = false }: { verdict: Verdict; hasLeadUp?: boolean }) {
  const reasons = [...verdict.reasons].sort((a, b) => b.weight - a.weight);
  return (
    <>
      {reasons.length === 0 ? (
        <Empty text={strings.group.noRules} />
      ) : (
        <DataTable
          caption={strings.group.rulesCaption}
          columns={columnsOf(hasLeadUp)}
          rows={reasons}
          rowKey={({ rule, cause }) => `${rule} ${cause}`}
        />
      )}
      {verdict.brokenRules.length > 0 && (
        <p className="card-hint">
          {said.broken}: <code>{verdict.brokenRules.join(', ')}</code>
        </p>
      )}
    </>
  );
}
