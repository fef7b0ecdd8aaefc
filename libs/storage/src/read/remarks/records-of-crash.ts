/**
 * The records of the crash that `$1` leads to, which is the id of the crash or of any of its records. A remark about a crash
 * names the record whose id the crash had then, so it is found here whatever the crash is called now; and by its own id even
 * while there is no crash, as in the middle of a replay.
 */
export const RECORDS_OF_CRASH = `
crash_wanted as (
  select machine_id, id from crash where id = $1
  union all
  select machine_id, crash_id from stop_evidence where record_id = $1 and crash_id is not null
  limit 1
), record_of_crash as (
  select $1::uuid as id
  union
  select id from crash_wanted
  union
  select e.record_id from stop_evidence e join crash_wanted w on w.machine_id = e.machine_id and w.id = e.crash_id
)`;
