// All classes, the latest start first as the server gives them; by state, by whether one holds them, by words.
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useViewer } from '../data/viewer.js';
import { Empty } from '../ui/Empty.js';
import { ChoicesFilter, SearchFilter, YesNoFilter } from '../ui/filters.js';
import { ListPage } from '../ui/ListPage.js';
import { classStates } from './class.js';
import { ClassTabs } from './ClassTabs.js';
import { classColumns } from './columns.js';
import { classDocuments } from './documents.js';

export function ClassList() {
  const t = useTranslate();
  const mayCreate = useMay('class.create');
  const isTrainer = useViewer()?.roles.includes('TRAINER');
  return (
    <>
      <ClassTabs here="classes" />
      <ListPage
        title={t('classes.title')}
        columns={classColumns}
        documents={classDocuments}
        actions={
          mayCreate && (
            <Button component={Link} to="/classes/create" variant="contained">
              {t('classes.create')}
            </Button>
          )
        }
        filters={
          <>
            <SearchFilter hint="classes.searchHint" />
            <ChoicesFilter
              source="state"
              label="classes.column.state"
              choices={classStates.map((state) => ({ value: state, words: t(`classes.state.${state}`) }))}
            />
            {isTrainer && <YesNoFilter source="isOwn" label="classes.mine" yes="classes.mineOnly" no="classes.othersOnly" />}
          </>
        }
        empty={<Empty title={t('classes.empty')} hint={t(mayCreate ? 'classes.emptyHint' : 'classes.emptyWait')} />}
      />
    </>
  );
}
