import type { rest } from '@inpage/contracts';
import type { GroupItem } from '@inpage/storage';
import type { z } from 'zod';
import { statusAnswer } from '@inpage/fleet';
import { bugcheckName } from '../crashes/code-answer.js';

export type GroupSummary = z.output<typeof rest.groupSummary>;

export const groupSummaryOf = (row: GroupItem): GroupSummary => ({
  id: row.id,
  family: row.family,
  title: row.title,
  bugcheckName: bugcheckName(row.code),
  status: statusAnswer(row.status),
  model: row.model,
  driverStack: row.drivers,
  cause: row.cause as GroupSummary['cause'],
  confidence: row.confidence,
  crashes: row.crashes_in_window,
  crashesTotal: row.crashes,
  machines: row.machines,
  disks: row.disks,
  firstCrashAt: row.first_crash_at.toISOString(),
  lastCrashAt: row.last_crash_at.toISOString(),
});
