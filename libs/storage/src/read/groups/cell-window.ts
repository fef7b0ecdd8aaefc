/** A window cut so that its whole weeks are read from weekly cells. All four are days, `YYYY-MM-DD`; half open. */
export interface CellWindow {
  readonly from: string;
  /** The first Monday in the window. */
  readonly firstWeek: string;
  /** The Monday after the last whole week; equal to `firstWeek` when there is no whole week. */
  readonly lastWeek: string;
  readonly to: string;
}

/** The first four parameters of a question about cells. */
export const cellsParams = ({ from, firstWeek, lastWeek, to }: CellWindow): string[] => [from, firstWeek, lastWeek, to];

/**
 * The blocks of four weeks that lie whole in the weeks $2 to $3; both are $3 when there is none. Counted from Monday
 * 0001-01-01, as the digest counts them.
 */
const FIRST_BLOCK = `least($2::date + (28 - ($2::date - date '0001-01-01') % 28) % 28, $3::date)`;
const LAST_BLOCK = `greatest($3::date - ($3::date - date '0001-01-01') % 28, ${FIRST_BLOCK})`;

/** Cells of the window $1 to $4: whole blocks, the weeks around them, the days around those. 90 days are some 11 cells a group. */
export const CELLS = `
    select group_id, crashes from group_block where block >= ${FIRST_BLOCK} and block < ${LAST_BLOCK}
    union all select group_id, crashes from group_week where week >= $2::date and week < ${FIRST_BLOCK}
    union all select group_id, crashes from group_week where week >= ${LAST_BLOCK} and week < $3::date
    union all select group_id, crashes from group_day where day >= $1::date and day < $2::date
    union all select group_id, crashes from group_day where day >= $3::date and day < $4::date`;
