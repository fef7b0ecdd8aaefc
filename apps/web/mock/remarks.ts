import type { About, Answer, AnswerRequest, AnswersPage, Comment, CommentChange } from '../src/api/types.js';
import type { Fleet } from './fleet.js';
import { Random } from './random.js';
import { pageOf, type Params } from './reading.js';

type Author = Comment['author'];
type Refusal = readonly [status: number, code: string, title: string];

const BOB: Author = { id: 'bob', name: 'Bob' };
const NO_COMMENT: Refusal = [404, 'comment-not-found', 'No such comment'];
const NOT_YOURS: Refusal = [403, 'comment-not-yours', 'The comment was written by somebody else'];
const HOUR_MS = 3_600_000;

/** Comments and answers of the mock, newest first, kept in memory. */
export class MockRemarks {
  readonly #random = new Random(11);
  readonly #removed = new Set<string>();
  #comments: Comment[] = [];
  #answers: Answer[] = [];

  constructor(
    private readonly fleet: Fleet,
    private readonly now: () => number,
  ) {
    this.#seed();
  }

  knows({ kind, id }: About): boolean {
    return this.fleet.crashes.some((crash) => (kind === 'crash' ? crash.id : crash.groupId) === id);
  }

  comments(about: About, params: Params) {
    const shown = this.#comments.filter((comment) => isAbout(comment, about) && !this.#removed.has(comment.id));
    return pageOf(shown, params, this.now());
  }

  write(about: About, text: string, author: Author): Comment {
    const comment = { ...this.#remark(about, author), writtenAt: this.#time(), editedAt: null, text: text.trim() };
    this.#comments.unshift(comment);
    return comment;
  }

  change(
    id: string,
    { text, removed }: CommentChange | { text?: undefined; removed: true },
    author: Author,
  ): Comment | Refusal {
    const at = this.#comments.findIndex((comment) => comment.id === id);
    const comment = this.#comments[at];
    if (comment === undefined) return NO_COMMENT;
    if (comment.author.id !== author.id) return NOT_YOURS;
    if (removed === true) this.#removed.add(id);
    if (removed === false) this.#removed.delete(id);
    const changed = text === undefined ? comment : { ...comment, text: text.trim(), editedAt: this.#time() };
    return (this.#comments[at] = changed);
  }

  answers(about: About, params: Params): AnswersPage {
    const all = this.#answers.filter((answer) => isAbout(answer, about));
    const current = all[0]?.right === 'withdrawn' ? null : (all[0] ?? null);
    return { ...pageOf(all, params, this.now()), current };
  }

  give(about: About, { right, cause, note }: AnswerRequest, author: Author): Answer {
    return this.#say(about, { right, cause: cause ?? null, note: note?.trim() ?? null }, author);
  }

  withdraw(about: About, author: Author): void {
    if (this.answers(about, new URLSearchParams()).current)
      this.#say(about, { right: 'withdrawn', cause: null, note: null }, author);
  }

  #say(about: About, words: Pick<Answer, 'right' | 'cause' | 'note'>, author: Author): Answer {
    const { cause, confidence, verdict } = this.#crashOf(about);
    const said = { cause, confidence, triageVersion: verdict.triageVersion };
    const answer = { ...this.#remark(about, author), ...words, answeredAt: this.#time(), said };
    this.#answers.unshift(answer);
    return answer;
  }

  #remark({ kind, id }: About, author: Author) {
    return { id: this.#random.uuid('5a1d'), about: { kind, id, title: this.#crashOf({ kind, id }).title }, author };
  }

  #crashOf({ kind, id }: About) {
    return this.fleet.crashes.find((crash) => (kind === 'crash' ? crash.id : crash.groupId) === id)!;
  }

  #time(): string {
    return new Date(this.now()).toISOString();
  }

  /** Bob was here: he knows better what one group is about. */
  #seed(): void {
    const crash = this.fleet.crashes.find(({ cause }) => cause === 'device-gone');
    if (crash === undefined) return;
    const about = { kind: 'group', id: crash.groupId } as const;
    const ago = (hours: number) => new Date(this.now() - hours * HOUR_MS).toISOString();
    const text = 'All of them sit in the new docking station.\nTicket: https://tickets.example/4711 (with photos).';
    this.#comments = [{ ...this.write(about, text, BOB), writtenAt: ago(20) }];
    const note = 'Quiet since the docks were replaced.';
    this.#answers = [{ ...this.give(about, { right: 'wrong', cause: 'link', note }, BOB), answeredAt: ago(3) }];
  }
}

const isAbout = ({ about }: Comment | Answer, { kind, id }: About): boolean => about.kind === kind && about.id === id;
