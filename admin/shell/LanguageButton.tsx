// Changes the language; texts that come from the server are asked for again.
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';

export function LanguageButton() {
  const t = useTranslate();
  const [locale, setLocale] = useLocaleState();
  const queries = useQueryClient();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Button
      size="small"
      color="inherit"
      sx={{ whiteSpace: 'nowrap', flex: 'none' }}
      title={t('shell.bar.languageHint')}
      onClick={() => {
        setLocale(locale === 'vi' ? 'en' : 'vi');
        // The store is written in the same turn; the questions go out after it.
        setTimeout(() => void queries.invalidateQueries(), 0);
      }}
    >
      {t('shell.bar.language')}
    </Button>
  );
}
