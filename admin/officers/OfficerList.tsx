// All officers: found by name with or without diacritics, by agency, tier, leader, state of the mailbox.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { seesOnlyOneself } from '../data/access.js';
import { useMay, useViewer } from '../data/viewer.js';
import { ProposeDialog } from '../decisions/acts/ProposeDialog.js';
import { useProposableKinds } from '../decisions/OfficerCases.js';
import { Empty } from '../ui/Empty.js';
import { AgencyFilter, ChoicesFilter, SearchFilter, YesNoFilter } from '../ui/filters.js';
import { useFormat } from '../ui/format.js';
import { ListPage } from '../ui/ListPage.js';
import { useSelection } from '../ui/selection.js';
import { SelectionBar } from '../ui/SelectionBar.js';
import { TierFilter } from '../ui/TierFilter.js';
import { officerColumns } from './columns.js';
import { type Officer, officerDocuments } from './documents.js';

const states = ['NONE', 'PENDING', 'ACTIVE', 'SUSPENDED', 'REVOKED'];

export function OfficerList() {
  const t = useTranslate();
  const mayMailboxes = useMay('officer.readMailbox');
  const mayFindings = useMay('finding.read');
  const mayLoad = useMay('agency.change');
  const isOnlyOneself = seesOnlyOneself(useViewer());
  const { number } = useFormat();
  const mayPropose = useProposableKinds().includes('MAILBOX_PROVISION') && !isOnlyOneself;
  const selection = useSelection<Officer>(({ fullName }) => t('officers.choose', { name: fullName }));
  const [proposing, setProposing] = useState<Officer[]>();
  const chosen = [...selection.chosen.values()];
  const without = chosen.filter(({ mayReadFile, mailbox }) => mayReadFile && (!mailbox || mailbox.state === 'NONE'));
  return (
    <>
      <ListPage
        title={t('officers.title')}
        columns={officerColumns}
        documents={officerDocuments}
        sort={{ field: 'fullName', order: 'ASC' }}
        isOneRow={isOnlyOneself}
        selection={mayPropose ? selection : undefined}
        above={
          <SelectionBar selection={selection} documents={officerDocuments}>
            {without.length > 0 ? (
              <Button variant="contained" onClick={() => setProposing(without)}>
                {t('officers.proposeMailbox', { count: number(without.length) })}
              </Button>
            ) : (
              <Box sx={{ color: 'text.secondary' }}>{t('officers.allHaveMailbox')}</Box>
            )}
          </SelectionBar>
        }
        filters={
          <>
            <SearchFilter hint="officers.searchHint" />
            <AgencyFilter />
            {mayFindings && <TierFilter />}
            <YesNoFilter source="isLeader" label="ui.filter.isLeader" yes="ui.filter.onlyLeaders" no="ui.filter.onlyStaff" />
            {mayMailboxes && (
              <ChoicesFilter
                source="mailboxState"
                label="ui.filter.mailboxState"
                choices={states.map((state) => ({ value: state, words: t(`ui.mailbox.${state}`) }))}
              />
            )}
          </>
        }
        empty={<Empty title={t('officers.empty')} hint={t(mayLoad ? 'officers.emptyHint' : 'ui.waitForList')} />}
      />
      {proposing && (
        <ProposeDialog
          people={proposing.map(({ id, fullName, agency }) => ({ officerId: id, fullName, beside: agency.name }))}
          kind="MAILBOX_PROVISION"
          kinds={['MAILBOX_PROVISION']}
          onDone={selection.clear}
          onClose={() => setProposing(undefined)}
        />
      )}
    </>
  );
}
