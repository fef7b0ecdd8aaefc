import type { InpageRecord } from '@inpage/contracts';
import type { RemarkSubject } from '@inpage/fleet';
import { crashRecord, eventsOfStop, inventoryRecord } from '@inpage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digesting, type Digesting } from '../digest/digesting.fixture.js';
import {
  answersOfCrash,
  answersOfGroup,
  commentsOfCrash,
  commentsOfGroup,
  crashToRemark,
  groupToRemark,
} from '../read/index.js';
import { PgRemarkStore } from './pg-remark-store.js';

const NOON = new Date('2026-07-22T12:00:00Z');
const boot = eventsOfStop('pc-bad-ssd', { stoppedAt: NOON });
const dump = crashRecord('pc-bad-ssd', NOON, { source: 'dump' });
const inventory = inventoryRecord('pc-bad-ssd', new Date('2026-06-22T12:00:00Z'));
/** Everything that a digest derives from records. */
const DERIVED = `stop_evidence, crash, crash_group, group_day, group_week, group_block, group_machine, group_disk, group_day_facet, fleet_day,
  machine_crashes, disk_crashes, inventory, inventory_facts, inventory_disk, attachment, disk`;

let world: Digesting;
let store: PgRemarkStore;
beforeAll(async () => {
  world = await digesting();
  store = new PgRemarkStore(world.database);
  await world.ask(
    `insert into person (id, name, email) values ('alice', 'Alice', 'alice@example.com'), ('bob', 'Bob', 'bob@example.com')`,
  );
});
beforeEach(async () => {
  await world.clear();
  await world.ask('truncate answer, comment cascade');
});
afterAll(() => world.drop());

const digest = async (...records: InpageRecord[]) => {
  await world.send(...records);
  await world.digestAll();
};
const onlyCrash = async (): Promise<string> => {
  const rows = await world.ask('select id from crash');
  expect(rows).toHaveLength(1);
  return rows[0]!['id'];
};
const onlyGroup = async (): Promise<string> => (await world.ask('select id from crash_group'))[0]!['id'];

const rowOf = async (kind: 'group' | 'crash', id: string) =>
  (await world.database.first(kind === 'group' ? groupToRemark : crashToRemark, { id }))!;
const subjectOf = async (kind: 'group' | 'crash', id: string): Promise<RemarkSubject> => {
  const row = await rowOf(kind, id);
  return kind === 'group' ? { kind, groupId: row.id } : { kind, machineId: row.machine_id, recordId: row.id };
};
const comment = async (kind: 'group' | 'crash', id: string, text: string, author = 'alice') =>
  (await store.addComment({ subject: await subjectOf(kind, id), words: await rowOf(kind, id), author, text }))!;
const answer = async (
  kind: 'group' | 'crash',
  id: string,
  right: 'confirmed' | 'wrong' | 'withdrawn',
  author = 'alice',
) => {
  const row = await rowOf(kind, id);
  const said = { cause: row.cause as 'link', confidence: row.confidence, triageVersion: row.triage_version };
  const cause = right === 'wrong' ? ('link' as const) : null;
  return store.addAnswer({ subject: await subjectOf(kind, id), words: row, author, right, cause, note: null, said });
};
const atCrash = async (id: string) => ({
  comments: (await world.database.rows(commentsOfCrash, { id, limit: 10 })).map(({ text }) => text),
  answers: (await world.database.rows(answersOfCrash, { id, limit: 10 })).map(({ verdict }) => verdict),
});

describe('remarks about a crash', () => {
  it('are found while stronger evidence gives the crash one id after the other, and by each of them', async () => {
    const ids: string[] = [];
    const said: string[] = [];
    for (const record of [boot.lastAlive, boot.kernelPower, boot.bugcheck, dump]) {
      await digest(record);
      ids.push(await onlyCrash());
      said.unshift(`The crash was ${ids.length} record strong.`);
      await comment('crash', ids.at(-1)!, said[0]!);
      await answer('crash', ids.at(-1)!, ids.length % 2 ? 'wrong' : 'confirmed');
    }
    expect(new Set(ids).size).toBe(4);
    for (const id of ids)
      expect(await atCrash(id)).toEqual({ comments: said, answers: ['confirmed', 'wrong', 'confirmed', 'wrong'] });
  });

  it('survive a replay in which everything derived is dropped and rebuilt', async () => {
    await digest(boot.kernelPower);
    const former = await onlyCrash();
    await comment('crash', former, 'It was the cable.');
    await answer('crash', former, 'wrong');
    await digest(inventory, dump, boot.bugcheck);
    const now = await onlyCrash();
    const before = await atCrash(now);
    await world.ask(`truncate ${DERIVED} cascade`);
    expect(await atCrash(former)).toEqual(before);
    await world.forgetDigests();
    await world.digestAll();
    expect(await onlyCrash()).toBe(now);
    expect(now).not.toBe(former);
    expect(before).toEqual({ comments: ['It was the cable.'], answers: ['wrong'] });
    expect([await atCrash(now), await atCrash(former)]).toEqual([before, before]);
  });

  it('come together when crashes are found to be one, and the newest answer counts', async () => {
    await digest(dump, crashRecord('pc-bad-ssd', new Date('2026-07-25T12:00:00Z'), { source: 'dump' }));
    const [first, second] = (await world.ask('select id from crash order by stopped_at')).map(({ id }) => id as string);
    await answer('crash', second!, 'confirmed');
    await answer('crash', first!, 'wrong', 'bob');
    expect([await atCrash(first!), await atCrash(second!)]).toEqual([
      { comments: [], answers: ['wrong'] },
      { comments: [], answers: ['confirmed'] },
    ]);
    await world.ask('update stop_evidence set crash_id = $1 where crash_id = $2', [first, second]);
    await world.ask('delete from crash where id = $1', [second]);
    for (const id of [first!, second!]) expect((await atCrash(id)).answers).toEqual(['wrong', 'confirmed']);
  });

  it('are not those of another crash of the same machine', async () => {
    await digest(dump, crashRecord('pc-bad-ssd', new Date('2026-07-25T12:00:00Z'), { source: 'dump' }));
    const [first, second] = (await world.ask('select id from crash order by stopped_at')).map(({ id }) => id as string);
    await comment('crash', first!, 'Only this one.');
    expect((await atCrash(second!)).comments).toEqual([]);
  });
});

describe('remarks about a group', () => {
  it('stay when the crashes of the group move, in the words of their day', async () => {
    await digest(boot.bugcheck);
    const former = await onlyGroup();
    await comment('group', former, 'Which disk?');
    await answer('group', former, 'wrong');
    await digest(inventory);
    expect(await onlyGroup()).not.toBe(former);
    expect(await world.database.first(groupToRemark, { id: former })).toBeUndefined();
    const title = 'KERNEL_DATA_INPAGE_ERROR, STATUS_NO_SUCH_DEVICE on an unknown disk';
    expect(await world.database.rows(answersOfGroup, { id: former, limit: 10 })).toMatchObject([
      { verdict: 'wrong', cause: 'link', title, about: 'group', about_id: former, author_name: 'Alice' },
    ]);
    expect(await world.database.rows(commentsOfGroup, { id: former, limit: 10 })).toMatchObject([
      { text: 'Which disk?', title },
    ]);
  });
});

describe('an answer', () => {
  beforeEach(() => digest(inventory, dump));

  it('remembers what the verdict said', async () => {
    const id = await onlyCrash();
    await answer('crash', id, 'wrong');
    const [crash] = await world.ask('select cause, confidence, triage_version from crash');
    await world.ask(`update crash set cause = 'memory', confidence = 0.1, triage_version = 99`);
    expect(await world.database.rows(answersOfCrash, { id, limit: 1 })).toMatchObject([
      {
        said_cause: crash!['cause'],
        said_confidence: crash!['confidence'],
        said_triage_version: crash!['triage_version'],
      },
    ]);
  });

  it('that is sent twice is kept once; another word, or another person, is another answer', async () => {
    const id = await onlyGroup();
    const first = await answer('group', id, 'wrong');
    expect(await answer('group', id, 'wrong')).toBe(first);
    await answer('group', id, 'wrong', 'bob');
    await answer('group', id, 'withdrawn');
    await answer('group', id, 'wrong');
    expect(
      (await world.database.rows(answersOfGroup, { id, limit: 9 })).map((row) => [row.author_name, row.verdict]),
    ).toEqual([
      ['Alice', 'wrong'],
      ['Alice', 'withdrawn'],
      ['Bob', 'wrong'],
      ['Alice', 'wrong'],
    ]);
  });

  it.each(['update answer set note = $$other$$', 'delete from answer'])('is never rewritten: %s', async (text) => {
    await answer('crash', await onlyCrash(), 'confirmed');
    await expect(world.ask(text)).rejects.toMatchObject({ code: '23001' });
  });

  it('of nobody is not kept', async () => {
    expect(await answer('crash', await onlyCrash(), 'confirmed', 'charlie')).toBeUndefined();
    expect(await world.ask('select from answer')).toEqual([]);
  });
});

describe('a comment', () => {
  beforeEach(() => digest(inventory, dump));
  const shown = async () => (await atCrash(await onlyCrash())).comments;

  it('is edited, removed and brought back, and keeps every former text', async () => {
    const id = await comment('crash', await onlyCrash(), 'It was the cabel.');
    expect(await store.changeComment(id, 'alice', { text: 'It was the cable.' })).toBeUndefined();
    expect(await store.changeComment(id, 'alice', { removed: true })).toBeUndefined();
    expect(await shown()).toEqual([]);
    expect(await store.changeComment(id, 'alice', { removed: false, text: 'It was the port.' })).toBeUndefined();
    expect(await shown()).toEqual(['It was the port.']);
    expect(await world.ask('select what, former_text from comment_change order by id')).toEqual([
      { what: 'edited', former_text: 'It was the cabel.' },
      { what: 'removed', former_text: 'It was the cable.' },
      { what: 'restored', former_text: 'It was the cable.' },
      { what: 'edited', former_text: 'It was the cable.' },
    ]);
  });

  it('that is removed twice, or edited to what it says, is as after once', async () => {
    const id = await comment('crash', await onlyCrash(), 'Same.');
    for (const change of [{ text: 'Same.' }, { removed: true }, { removed: true }])
      await store.changeComment(id, 'alice', change);
    expect(await world.ask('select what from comment_change')).toEqual([{ what: 'removed' }]);
    expect(await world.ask('select edited_at from comment')).toEqual([{ edited_at: null }]);
  });

  it('is changed by its author only', async () => {
    const id = await comment('crash', await onlyCrash(), 'Mine.');
    expect(await store.changeComment(id, 'bob', { text: 'Not yours.' })).toBe('comment-not-yours');
    expect(await store.changeComment(id, 'bob', { removed: true })).toBe('comment-not-yours');
    expect(await store.changeComment(crypto.randomUUID(), 'alice', { removed: true })).toBe('comment-not-found');
    expect(await shown()).toEqual(['Mine.']);
  });

  it('keeps the name its author had', async () => {
    const id = await onlyCrash();
    await comment('crash', id, 'Before the wedding.', 'bob');
    await world.ask(`update person set name = 'Robert' where id = 'bob'`);
    expect(await world.database.rows(commentsOfCrash, { id, limit: 1 })).toMatchObject([
      { author_name: 'Bob', author_id: 'bob' },
    ]);
    await world.ask(`update person set name = 'Bob' where id = 'bob'`);
  });
});
