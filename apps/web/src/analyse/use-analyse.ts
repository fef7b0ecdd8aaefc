import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../api/problem-error.js';
import { sendBytes } from '../api/client.js';
import type { Analysis } from '../api/types.js';
import { bytes } from '../format/number.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';

/** What somebody dropped, chose or pasted. */
export interface Given {
  readonly content: Blob;
  readonly name?: string;
}

/** The server's bound, so that nobody waits for an upload that will be refused. */
export const MOST_BYTES = 32 * 1024 * 1024;

async function ask({ content, name }: Given): Promise<Analysis> {
  if (content.size > MOST_BYTES) {
    const { title, detail } = strings.analyse.tooLarge;
    throw new ProblemError(413, 'body-too-large', title, detail(bytes(content.size), bytes(MOST_BYTES)));
  }
  return sendBytes<Analysis>(paths.api.analyse(name), content);
}

export const useAnalyse = () => useMutation({ mutationFn: ask, gcTime: 0 });
