import { formatHex32 } from '@inpage/core';
import { ntStatus } from '../ntstatus/ntstatus.js';
import type { NtStatus } from '../numbers.js';
import { ADDITIONAL_SENSES, formatAdditionalSense } from '../scsi/additional-sense.js';
import { SCSI_STATUSES } from '../scsi/scsi-status.js';
import { SCSI_SOURCES } from '../scsi/scsi-sources.js';
import { SENSE_KEYS } from '../scsi/sense-key.js';
import { SRB_STATUS_VALUES, srbStatus } from '../scsi/srb-status.js';
import { anchor, link, page, table } from './markdown.js';
import { sourceLink } from './source-link.js';

const byte = (value: number): string => `0x${formatHex32(value).slice(-2)}`;

const placeOf = (status: NtStatus): string => `#${formatHex32(status).toLowerCase()}`;

/** A status, as a link to its place on the page where it has one. */
const statusLink = (status: NtStatus | undefined): string =>
  status === undefined ? '' : ntStatus(status).known ? link(formatHex32(status), placeOf(status)) : formatHex32(status);

const srbRow = (value: number): readonly string[] => {
  const { name, meaning, class: leaning, ntstatus, note } = srbStatus(value);
  const id = byte(value).toLowerCase();
  return [
    `${anchor(`srb-${id}`)}${byte(value)}`,
    name!,
    [meaning, note].filter(Boolean).join(' '),
    leaning,
    statusLink(ntstatus),
  ];
};

const srbChapter = (): string =>
  page(
    `## ${anchor('srb-status')}SRB status`,
    `What the miniport says about a request, without the flags 0x80 (sense data came with it) and 0x40 (queue frozen). Source: srb.h of the WDK and ${sourceLink(SCSI_SOURCES.classpnp)}.`,
    table(['SRB status', 'name', 'meaning', 'leans to', 'becomes'], SRB_STATUS_VALUES.map(srbRow)),
  );

const scsiStatusChapter = (): string =>
  page(
    `## ${anchor('scsi-status')}SCSI status`,
    `The byte with which a device ends a command. Source: ${sourceLink(SCSI_SOURCES.status)}.`,
    table(
      ['SCSI status', 'name', 'meaning', 'leans to'],
      SCSI_STATUSES.map((status) => [
        `${anchor(`scsi-${byte(status.value).toLowerCase()}`)}${byte(status.value)}`,
        status.name!,
        status.meaning,
        status.class,
      ]),
    ),
  );

const senseKeyChapter = (): string =>
  page(
    `## ${anchor('sense-keys')}Sense keys`,
    `The broad reason in sense data. Source: ${sourceLink(SCSI_SOURCES.keys)} and ${sourceLink(SCSI_SOURCES.classpnp)}.`,
    table(
      ['key', 'name', 'meaning', 'leans to', 'becomes'],
      SENSE_KEYS.map((key) => [
        `${anchor(`sense-${key.value.toString(16)}`)}${key.value.toString(16).toUpperCase()}`,
        key.name,
        key.meaning,
        key.class,
        statusLink(key.ntstatus),
      ]),
    ),
  );

const additionalChapter = (): string =>
  page(
    `## ${anchor('additional-sense-codes')}Additional sense codes`,
    `The closer reason in sense data: code and qualifier, both hexadecimal. Source: ${sourceLink(SCSI_SOURCES.additional)}.`,
    table(
      ['ASC/ASCQ', 'name', 'meaning', 'leans to'],
      ADDITIONAL_SENSES.map((sense) => [
        `${anchor(`sense-${formatAdditionalSense(sense).replace('/', '-').toLowerCase()}`)}${formatAdditionalSense(sense)}`,
        sense.name!,
        sense.meaning,
        sense.class,
      ]),
    ),
  );

/** What miniports and SCSI, SAS and SATA drives say. */
export const scsiChapters = (): readonly string[] =>
  [srbChapter(), scsiStatusChapter(), senseKeyChapter(), additionalChapter()].map((chapter) => chapter.trimEnd());
