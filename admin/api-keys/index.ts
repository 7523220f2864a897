// Khóa API: keys with which other systems ask this one.
import icon from '@mui/icons-material/KeyOutlined';
import { type Noun, page } from '../shell/noun.js';
import type { ApiKey } from './documents.js';

export const apiKeys: Noun = {
  name: 'apiKeys',
  group: 'system',
  icon,
  opensWith: ['apiKey.read'],
  represent: (key: ApiKey) => key.name,
  list: page(() => import('./ApiKeyList.js'), 'ApiKeyList'),
};
