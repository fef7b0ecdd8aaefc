import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { Credential, CredentialCreated, CredentialRequest } from '../api/types.js';
import { paths } from '../paths.js';

/** Every page of the list is stale after a change. */
function useListAgain() {
  const queryClient = useQueryClient();
  const prefix = paths.api.credentials().split('?')[0]!;
  return () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(prefix) });
}

export function useCreateKey() {
  const listAgain = useListAgain();
  return useMutation({
    mutationFn: (wanted: CredentialRequest) => request<CredentialCreated>('POST', paths.api.newCredential(), wanted),
    onSuccess: listAgain,
    gcTime: 0, // the secret does not stay in the cache
  });
}

export function useRevokeKey() {
  const listAgain = useListAgain();
  return useMutation({
    mutationFn: (id: Credential['id']) => request<unknown>('DELETE', paths.api.credential(id)),
    onSuccess: listAgain,
  });
}
