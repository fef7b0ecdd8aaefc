import type { Pool } from 'pg';

/**
 * The schema as text: every table with its columns, constraints and indexes, every function, trigger, sequence and comment,
 * sorted by name. Read from the catalogue, because the embedded server comes without pg_dump; the same on every machine that
 * migrated to the same place. Months of `record` are left out: they come and go with the data.
 */
export async function schemaText(pool: Pool): Promise<string> {
  const { rows } = await pool.query(SCHEMA);
  return rows.map(({ text }) => `${(text as string).trim()}\n`).join('\n');
}

const SCHEMA = `
with t as (
  select c.oid, c.relname as name, c.relkind, obj_description(c.oid) as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname !~ '^record_[0-9]{6}$' and c.relname <> 'migration'
), lines as (
  select t.oid, a.attnum as at, '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attidentity = 'a' then ' generated always as identity' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case when a.attnotnull then ' not null' else '' end
    || case a.attcompression when 'l' then ' compression lz4' else '' end as line
    from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
  union all
  select t.oid, 10000 + row_number() over (partition by t.oid order by c.conname), '  constraint ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid)
    from t join pg_constraint c on c.conrelid = t.oid and c.contype <> 'n'
)
select text from (
  select 1 as part, name, 'create table ' || quote_ident(name) || E' (\\n' || (select string_agg(line, E',\\n' order by at) from lines where lines.oid = t.oid) || E'\\n)'
    || case when relkind = 'p' then ' partition by ' || pg_get_partkeydef(oid) else '' end
    || coalesce((select ' partition of ' || inhparent::regclass::text from pg_inherits where inhrelid = t.oid), '') || ';'
    || coalesce(E'\\ncomment: ' || comment, '')
    || coalesce((select string_agg(E'\\ncomment on ' || a.attname || ': ' || col_description(t.oid, a.attnum), '' order by a.attnum)
         from pg_attribute a where a.attrelid = t.oid and col_description(t.oid, a.attnum) is not null), '')
    || coalesce((select string_agg(E'\\n' || pg_get_indexdef(i.indexrelid) || ';', '' order by i.indexrelid::regclass::text)
         from pg_index i where i.indrelid = t.oid and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))), '')
    || coalesce((select string_agg(E'\\n' || pg_get_triggerdef(g.oid) || ';', '' order by g.tgname) from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal), '') as text
    from t
  union all
  select 2, c.relname, 'create sequence ' || quote_ident(c.relname) || ' increment by ' || s.seqincrement || ';'
    from pg_class c join pg_sequence s on s.seqrelid = c.oid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'i')
     and c.relname not like 'migration%'
  union all
  select 3, p.proname, pg_get_functiondef(p.oid) || ';' from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
) schema order by part, name`;
