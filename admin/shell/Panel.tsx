// The whole panel: providers, routes of every noun, shell.
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { QueryClient } from '@tanstack/react-query';
import polyglot from 'ra-i18n-polyglot';
import { type ReactNode, Suspense, useMemo } from 'react';
import { CoreAdminContext, CoreAdminUI, CustomRoutes, Resource, type TranslationMessages, useStore } from 'react-admin';
import { Route } from 'react-router-dom';
import { createAuthProvider } from '../data/auth-provider.js';
import { toFault } from '../data/faults.js';
import { createDataProvider } from '../data/data-provider.js';
import { type Language, store } from '../data/language.js';
import { nouns } from '../nouns.js';
import { PageFault, PageMissing, PageRefused } from './faults.js';
import { guarded, guardedFurther } from './guarded.js';
import { Layout } from './Layout.js';
import { Loading } from './Loading.js';
import { Login } from './Login.js';
import { loadMessages } from './messages.js';
import { page } from './noun.js';
import { Notes } from './Notes.js';
import { hopthuTheme } from './theme.js';

const dataProvider = createDataProvider(Object.fromEntries(nouns.flatMap((noun) => (noun.documents ? [[noun.name, noun.documents]] : []))));
const authProvider = createAuthProvider();
const places = nouns.map((noun) => ({
  ...noun,
  pages: { list: guarded(noun, 'list'), show: guarded(noun, 'show'), create: guarded(noun, 'create'), edit: guarded(noun, 'edit') },
  further: (noun.pages ?? []).map((further) => ({ path: further.path, Page: guardedFurther(noun, further) })),
}));
// A refusal stays a refusal; only a lost connection is worth a second try. Each reading of evidence is recorded, so nothing is read again unasked.
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 1 && toFault(error).code === 'OFFLINE',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});
const Dashboard = page(() => import('../dashboard/Dashboard.js'), 'Dashboard');
const MyCasePage = page(() => import('../decisions/MyCasePage.js'), 'MyCasePage');
const MyMailboxPage = page(() => import('../mailboxes/MyMailboxPage.js'), 'MyMailboxPage');
const AccountPage = page(() => import('../account/AccountPage.js'), 'AccountPage');
const PaperCodePage = page(() => import('./PaperCodePage.js'), 'PaperCodePage');
const InvitationPage = page(() => import('../account/InvitationPage.js'), 'InvitationPage');

export function Panel({ language, messages }: { language: Language; messages: TranslationMessages }) {
  const i18nProvider = useMemo(
    () =>
      polyglot(
        (locale) => (locale === language ? messages : loadMessages(locale as Language)),
        language,
        [
          { locale: 'vi', name: 'Tiếng Việt' },
          { locale: 'en', name: 'English' },
        ],
        { allowMissing: true },
      ),
    [language, messages],
  );
  return (
    <CoreAdminContext
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      store={store}
      queryClient={queryClient}
    >
      <Look>
        <CoreAdminUI
          layout={Layout}
          dashboard={Dashboard}
          loginPage={Login}
          loading={Loading}
          catchAll={PageMissing}
          accessDenied={PageRefused}
          authenticationError={PageRefused}
          error={PageFault}
          title="Hopthu"
          requireAuth
          disableTelemetry
        >
          {places.map((noun) => (
            <Resource
              key={noun.name}
              name={noun.name}
              list={noun.pages.list}
              show={noun.pages.show}
              create={noun.pages.create}
              edit={noun.pages.edit}
              recordRepresentation={noun.represent}
            >
              {noun.further.map(({ path, Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
            </Resource>
          ))}
          <CustomRoutes>
            <Route path="/account" element={<AccountPage />} />
            <Route path="/my-case" element={<MyCasePage />} />
            <Route path="/my-mailbox" element={<MyMailboxPage />} />
          </CustomRoutes>
          <CustomRoutes noLayout>
            <Route
              path="/code"
              element={
                <Suspense fallback={<Loading />}>
                  <PaperCodePage />
                </Suspense>
              }
            />
            <Route
              path="/invitation"
              element={
                <Suspense fallback={<Loading />}>
                  <InvitationPage />
                </Suspense>
              }
            />
          </CustomRoutes>
        </CoreAdminUI>
        <Notes />
      </Look>
    </CoreAdminContext>
  );
}

/** Light or dark: as the reader chose, else as the machine says. */
function Look({ children }: { children: ReactNode }) {
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [mode] = useStore<'light' | 'dark'>('theme', prefersDark ? 'dark' : 'light');
  const theme = useMemo(() => hopthuTheme(mode), [mode]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  );
}
