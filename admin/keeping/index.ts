// Lưu giữ dữ liệu: what is kept for how long, what the next removal would take, what the last ones did.
import icon from '@mui/icons-material/AutoDeleteOutlined';
import { type Noun, page } from '../shell/noun.js';

export const keeping: Noun = {
  name: 'keeping',
  group: 'system',
  icon,
  opensWith: ['retention.read'],
  represent: () => '',
  list: page(() => import('./RetentionPage.js'), 'RetentionPage'),
};
