// The list on the screen as a file: with its filter, its words and its order, whole.
import { useListContext } from 'react-admin';
import { conditionsOf, type NounDocuments } from '../data/build-query.js';
import { ExportMenu } from './ExportMenu.js';

export function ExportButton({ documents }: { documents: NounDocuments }) {
  const { filterValues, sort, filter, total } = useListContext();
  if (!documents.file) return null;
  const conditions = conditionsOf(documents, { filter: { ...filterValues, ...filter }, sort });
  return <ExportMenu list={documents.file} conditions={conditions} isDisabled={total === 0} />;
}
