// The roles of an account, each with the agency or officer it is bound to.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { RecordPicker } from '../ui/RecordPicker.js';
import { wrong } from '../ui/wrong.js';
import type { GrantInput } from './documents.js';
import { boundTo, roles } from './roles.js';

interface Named {
  id: string;
  code: string;
  name?: string;
  fullName?: string;
}

interface GrantsFieldProps {
  grants: GrantInput[];
  onChange: (grants: GrantInput[]) => void;
  errorAt: (field: string) => string | undefined;
}

export function GrantsField({ grants, onChange, errorAt }: GrantsFieldProps) {
  const t = useTranslate();
  const change = (index: number, grant: GrantInput) => onChange(grants.map((one, at) => (at === index ? grant : one)));
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {grants.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('users.noRoleYet')}</Typography>}
      {grants.map((grant, index) => {
        const resource = boundTo[grant.role];
        return (
          <Box
            key={index}
            role="group"
            aria-label={t('users.roleNumber', { number: index + 1 })}
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '220px 1fr auto' }, alignItems: 'start' }}
          >
            <TextField
              select
              size="small"
              label={t('users.role')}
              value={grant.role}
              onChange={(event) => change(index, { role: event.target.value })}
              {...wrong(errorAt(`grants.${index}.role`))}
            >
              {roles.map((role) => (
                <MenuItem key={role} value={role}>
                  {t(`shell.role.${role}`)}
                </MenuItem>
              ))}
            </TextField>
            {resource ? (
              <RecordPicker<Named>
                key={resource}
                resource={resource}
                label={t(resource === 'agencies' ? 'users.forAgency' : 'users.forOfficer')}
                nameOf={({ name, fullName, code }) => [name ?? fullName, code].join(' · ')}
                sortBy={resource === 'agencies' ? 'name' : 'fullName'}
                value={grant.scopeId}
                onChange={(scopeId) => change(index, { role: grant.role, ...(scopeId && { scopeId }) })}
                error={errorAt(`grants.${index}.scopeId`)}
                required
              />
            ) : (
              <Typography variant="body2" sx={{ color: 'text.secondary', alignSelf: 'center' }}>
                {t(`users.aboutRole.${grant.role}`)}
              </Typography>
            )}
            <Button color="error" onClick={() => onChange(grants.filter((_, at) => at !== index))} sx={{ justifySelf: 'start' }}>
              {t('users.removeRole')}
            </Button>
          </Box>
        );
      })}
      <Button variant="outlined" onClick={() => onChange([...grants, { role: 'AGENCY_CONTACT' }])} sx={{ justifySelf: 'start' }}>
        {t('users.addRole')}
      </Button>
    </Box>
  );
}
