// On every page: marks that are still on this device are said and sent, whether or not their roster is open.
import { useLocation } from 'react-router-dom';
import { useViewer } from '../data/viewer.js';
import { keepsMarks } from '../roster/kept-keys.js';
import { latePart } from './late-part.js';

const UnsentBanner = latePart(async () => (await import('../roster/UnsentBanner.js')).UnsentBanner);

export function UnsentMarks() {
  const viewer = useViewer();
  // Looked at anew on each page; a roster says it by itself.
  const { pathname } = useLocation();
  if (!viewer || /\/(roster|entry)$/.test(pathname) || !keepsMarks(viewer.id)) return null;
  return <UnsentBanner />;
}
