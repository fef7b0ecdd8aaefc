import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { About, Answer, AnswerRequest, Comment, CommentChange } from '../api/types.js';
import { paths } from '../paths.js';

/** Asks again what was asked of this thing; a mutation is pending until the new answer is there. */
function useAskAgain(url: string) {
  const queryClient = useQueryClient();
  const prefix = url.split('?')[0]!;
  return () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(prefix) });
}

export function useGiveAnswer(about: About) {
  return useMutation({
    mutationFn: (answer: AnswerRequest) => request<Answer>('PUT', paths.api.answer(about), answer),
    onSuccess: useAskAgain(paths.api.answers(about)),
  });
}

export function useWithdrawAnswer(about: About) {
  return useMutation({
    mutationFn: () => request<unknown>('DELETE', paths.api.answer(about)),
    onSuccess: useAskAgain(paths.api.answers(about)),
  });
}

export function useAddComment(about: About) {
  return useMutation({
    mutationFn: (text: string) => request<Comment>('POST', paths.api.newComment(about), { text }),
    onSuccess: useAskAgain(paths.api.comments(about)),
  });
}

export function useChangeComment(about: About) {
  return useMutation({
    mutationFn: ({ id, ...change }: CommentChange & Pick<Comment, 'id'>) =>
      request<Comment>('PATCH', paths.api.comment(id), change),
    onSuccess: useAskAgain(paths.api.comments(about)),
  });
}

export function useRemoveComment(about: About) {
  return useMutation({
    mutationFn: (id: Comment['id']) => request<unknown>('DELETE', paths.api.comment(id)),
    onSuccess: useAskAgain(paths.api.comments(about)),
  });
}
