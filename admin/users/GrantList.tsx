// Roles with what each is for, in words: "Cán bộ đầu mối · Sở Xây dựng".
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useAgencyName } from '../agencies/fields.js';
import type { Grant } from './grant.documents.js';

/** One role in a line of text; of an officer who bears the name of the account only the code is said. */
export function useGrantWords(holder?: string): (grant: Grant) => string {
  const t = useTranslate();
  const agencyName = useAgencyName();
  return ({ role, agency, officer }) =>
    [
      t(`shell.role.${role}`),
      agency && agencyName(agency),
      officer && (officer.fullName === holder ? officer.code : `${officer.fullName} (${officer.code})`),
    ]
      .filter(Boolean)
      .join(' · ');
}

export function GrantList({ grants, holder }: { grants: Grant[]; holder?: string }) {
  const t = useTranslate();
  const wordsOf = useGrantWords(holder);
  if (grants.length === 0) return <>{t('users.noRole')}</>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
      {grants.map((grant) => {
        const to = grant.agency ? `/agencies/${grant.agency.id}/show` : grant.officer && `/officers/${grant.officer.id}/show`;
        return <li key={grant.id}>{to ? <Link to={to}>{wordsOf(grant)}</Link> : wordsOf(grant)}</li>;
      })}
    </Box>
  );
}
