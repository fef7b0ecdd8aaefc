import { z } from 'zod';
import { query } from '../../query.js';
import { DISK_FROM, DISK_ITEM, diskItem } from './disk-item.js';

export interface DiskPage {
  /** Part of the model or of the serial. */
  readonly q?: string;
  /** The whole normalised model, in any case. */
  readonly model?: string;
  readonly firmware?: string;
  readonly after?: { readonly key: string; readonly id: string };
  readonly limit: number;
}

const MATCHES = `($1::text is null or strpos(lower(model.name), $1) > 0 or strpos(lower(one.serial), $1) > 0)
            and ($2::text is null or model.key = $2)
            and ($3::text is null or one.firmware = $3)`;

/** Disks, the one with most crashes first, those without a crash last; in two halves as in machines-by-crashes. */
export const diskPage = query({
  name: 'disk-page',
  text: `
select ${DISK_ITEM}, page.crashes::text as sort_key
  from ((select counter.disk_id as id, counter.crashes
           from disk_crashes counter
           join disk one on one.id = counter.disk_id
           join disk_model model on model.id = one.model_id
          where ${MATCHES}
            and ($4::int is null or (counter.crashes <= $4 and (counter.crashes < $4 or counter.disk_id > $5::uuid)))
          order by counter.crashes desc, counter.disk_id
          limit $6)
        union all
        (select one.id, 0
           from disk one
           join disk_model model on model.id = one.model_id
          where not exists (select from disk_crashes counter where counter.disk_id = one.id)
            and ${MATCHES}
            and ($4::int is null or $4 > 0 or one.id > $5::uuid)
          order by one.id
          limit $6)
        order by crashes desc, id
        limit $6) page
  join (${DISK_FROM}) on d.id = page.id
 order by page.crashes desc, page.id`,
  params: (p: DiskPage) => [
    p.q?.toLowerCase() ?? null,
    p.model?.toLowerCase() ?? null,
    p.firmware ?? null,
    p.after?.key ?? null,
    p.after?.id ?? null,
    p.limit,
  ],
  row: diskItem.extend({ sort_key: z.string() }),
  sample: { q: 'ssd', model: 'Samsung', firmware: '1B2', limit: 50 },
});
