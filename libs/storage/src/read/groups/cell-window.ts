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

/** Cells of the window $1 to $4: weeks $2 to $3, and the days before and after them. */
export const CELLS = `
    select group_id, crashes from group_week where week >= $2::date and week < $3::date
    union all select group_id, crashes from group_day where day >= $1::date and day < $2::date
    union all select group_id, crashes from group_day where day >= $3::date and day < $4::date`;
