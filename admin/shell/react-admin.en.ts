// react-admin's own English words, with the few that we say differently.
import english from 'ra-language-english';

export const ra = {
  ...english.ra,
  auth: {
    ...english.ra.auth,
    auth_check_error: 'Please sign in to continue',
    sign_in_error: 'The e-mail address or the password is not right.',
    logout: 'Sign out',
  },
  page: { ...english.ra.page, dashboard: 'Overview' },
};
