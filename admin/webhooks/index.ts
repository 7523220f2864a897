// Hệ thống nhận tin: other systems that are told when an award answer changes, and what was sent to them.
import icon from '@mui/icons-material/WebhookOutlined';
import { type Noun, page } from '../shell/noun.js';
import { type Delivery, webhookDocuments } from './documents.js';

export const webhooks: Noun = {
  name: 'webhooks',
  group: 'system',
  icon,
  /** The records of the list are deliveries. */
  documents: webhookDocuments,
  opensWith: ['webhook.read'],
  represent: (delivery: Delivery) => delivery.messageId,
  list: page(() => import('./WebhookPage.js'), 'WebhookPage'),
};
