import { formatHex32 } from '@inpage/core';
import { NVME_STATUSES, type NvmeStatus } from '../nvme/nvme-status.js';
import { anchor, page, table } from './markdown.js';
import { sourceLinks } from './source-link.js';

const codeOf = ({ type, code }: NvmeStatus): string => `0x${formatHex32(type * 256 + code).slice(-3)}`;

const row = (status: NvmeStatus): readonly string[] => [
  `${anchor(`nvme-${codeOf(status).toLowerCase()}`)}${codeOf(status)}`,
  status.typeName,
  status.name!,
  status.meaning,
  status.class,
];

/** What NVMe drives say. */
export const nvmeChapter = (): string =>
  page(
    `## ${anchor('nvme-status')}NVMe status`,
    `Status code type in the first digit, status code in the other two. Source: ${sourceLinks([NVME_STATUSES.at(-1)!.source, NVME_STATUSES[0]!.source])}.`,
    table(['status', 'type', 'name', 'meaning', 'leans to'], NVME_STATUSES.map(row)),
  ).trimEnd();
