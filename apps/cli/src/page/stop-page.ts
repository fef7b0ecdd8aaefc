import type { rest } from '@inpage/contracts';
import { moment } from './amounts.js';
import { GRADES, PRECISIONS, verdictLine } from './cause-words.js';
import { dumpSection } from './dump-section.js';
import { leadUp } from './event-section.js';
import type { Paper } from './paper.js';

type Stop = rest.AnalysedStop;

/** One stop: the answer first, the evidence behind it. */
export function stopPage(paper: Paper, stop: Stop): void {
  paper.title(stop.title);
  summary(paper, stop);
  const { whatHappened, whoDidIt, howToFix, forOwner } = stop.verdict;
  for (const [title, text] of [
    ['What happened', whatHappened],
    ['Who did it', whoDidIt],
    ['How to fix it', howToFix],
    ['For the owner of the PC', forOwner],
  ] as const) {
    if (text) paper.heading(title).prose(text);
  }
  parameters(paper, stop.decode);
  leadUp(paper, stop.leadUp);
  dumpSection(paper, stop);
  reasons(paper, stop.verdict);
  sources(paper, stop.sources);
}

function summary(
  paper: Paper,
  { stoppedAt, stoppedAtPrecision, computer, grade, verdict, disk, driverStack, machine }: Stop,
): void {
  paper.field('Verdict', ...verdictLine(verdict));
  if (stoppedAt !== null) paper.field('Stopped', `${moment(stoppedAt)}${PRECISIONS[stoppedAtPrecision ?? 'exact']}`);
  paper.field('Computer', computer);
  paper.field('Machine', machineLine(machine));
  paper.field('Disk', diskLine(disk));
  paper.field('Drivers', driverStack?.map(({ name, version }) => `${name}${version ? ` ${version}` : ''}`).join(' > '));
  paper.field('Evidence', `grade ${GRADES[grade]}`);
}

function machineLine(machine: Stop['machine']): string {
  if (machine === null) return '';
  const { manufacturer, model, bios, osBuild, architecture } = machine;
  const made = [manufacturer, model].filter(Boolean).join(' ');
  return [made, bios && `BIOS ${bios}`, osBuild && `Windows build ${osBuild}`, architecture].filter(Boolean).join(', ');
}

const RULES: Readonly<Record<string, string>> = {
  recorded: 'named by the source itself',
  'only-disk': 'the only disk of the machine',
  'paging-file-disk': 'it holds the paging file',
  'boot-disk': 'Windows starts from it',
  'named-by-event': 'events of the last minutes name it',
};

function diskLine(disk: Stop['disk']): string {
  if (disk === null) return '';
  const { model, firmware, serial, rule } = disk;
  const facts = [model, firmware && `firmware ${firmware}`, serial && `serial ${serial}`].filter(Boolean).join(', ');
  return `${facts} (${RULES[rule] ?? rule})`;
}

function parameters(paper: Paper, { code, name, layout, parameters: all, warnings }: Stop['decode']): void {
  if (all.length === 0) return;
  paper.heading(`${code} ${name}${layout === 'none' ? '' : `, layout ${layout}`}`);
  for (const { number, value, label, meaning } of all) {
    paper.field(`${number}`, `${label}: ${value ?? 'not recorded'}`, undefined, PARAMETER_COLUMNS);
    if (value !== null) paper.field('', meaning, 'dim', PARAMETER_COLUMNS);
  }
  for (const warning of warnings) paper.item(warning);
}

const PARAMETER_COLUMNS = 4;

function reasons(paper: Paper, { reasons: all, brokenRules }: Stop['verdict']): void {
  if (all.length + brokenRules.length > 0) paper.heading('Why');
  for (const { cause, weight, because, rule } of all) {
    paper.field(`${weight.toFixed(1)} ${cause}`, `${because} [${rule}]`, undefined, REASON_COLUMNS);
  }
  for (const rule of brokenRules) paper.item(`The rule ${rule} broke and was left out. Please report that.`);
}

const REASON_COLUMNS = 18;

function sources(paper: Paper, all: Stop['sources']): void {
  paper.heading('Sources');
  for (const { says, where, at, blamed, doubts } of all) {
    const place = [where, at && moment(at)].filter(Boolean).join(', ');
    const names = blamed === null ? '' : `. It names ${blamed}, which is often the victim`;
    paper.item([`${says}${place === '' ? '' : ` (${place})`}${names}.`, ...doubts].join(' '));
  }
}
