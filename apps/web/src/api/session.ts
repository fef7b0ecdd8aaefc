import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { paths } from '../paths.js';
import { request } from './client.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

export function useSignIn(next: string) {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (credentials: Credentials) => request<unknown>('POST', paths.api.signIn(), credentials),
    onSuccess: async () => {
      queryClient.clear(); // what another person saw here is not for this one
      await router.navigate({ href: next, replace: true });
    },
  });
}

export function useSignOut() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: () => request<unknown>('POST', paths.api.signOut(), {}),
    onSettled: async () => {
      queryClient.clear();
      await router.navigate({ href: paths.signIn() });
    },
  });
}
