import { z } from 'zod';

/** What every list shows of a machine `m` and its counter `mc`. */
export const MACHINE_ITEM = `m.id, m.computer, m.manufacturer, m.model, m.os_build, m.arch, m.first_heard_at, m.last_heard_at, m.inventory_at,
       coalesce(mc.crashes, 0) as crashes, mc.last_crash_at`;

export const machineItem = z.object({
  id: z.uuid(),
  computer: z.string(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  os_build: z.string().nullable(),
  arch: z.string().nullable(),
  first_heard_at: z.date(),
  last_heard_at: z.date(),
  inventory_at: z.date().nullable(),
  crashes: z.number().int(),
  last_crash_at: z.date().nullable(),
});
export type MachineItem = z.infer<typeof machineItem>;

export interface MachinePage {
  /** Part of the computer name. */
  readonly q?: string;
  /** The sort key and id of the last machine of the page before. */
  readonly after?: { readonly key: string; readonly id: string };
  readonly limit: number;
}

export const machinePageParams = (p: MachinePage): unknown[] => [
  p.q?.toLowerCase() ?? null,
  p.after?.key ?? null,
  p.after?.id ?? null,
  p.limit,
];
