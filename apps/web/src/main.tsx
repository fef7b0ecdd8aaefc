import { MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isNotSignedIn, ProblemError } from './api/problem-error.js';
import { paths } from './paths.js';
import { makeRouter } from './router.js';
import 'virtual:theme.css';
import './theme/styles.css';
import { theme } from './theme/theme.js';

/** Only what a second try can mend is tried again: no answer at all, and a server in trouble. */
const canMend = (error: Error): boolean =>
  !(error instanceof ProblemError) || error.status === 0 || error.status >= 500;

const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isNotSignedIn(error)) askToSignIn();
    },
  }),
  defaultOptions: { queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && canMend(error) } },
});
const router = makeRouter(queryClient);

/** A session may end while a page is open. */
function askToSignIn(): void {
  const wanted = router.state.location;
  if (wanted.pathname === '/sign-in') return;
  queryClient.removeQueries({ queryKey: [paths.api.session()] });
  void router.navigate({ href: paths.signIn(wanted.href) });
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    {/* Mantine's own <style> elements are off: the variables are a file made at build time (build/theme-css.ts). */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
