/** The migrations, oldest first. A room adds its own here; the name is what the database remembers. */
import { Foundation } from '../../migrations/0001-foundation.js';
import { Registry } from '../../migrations/0002-registry.js';
import { Evidence } from '../../migrations/0003-evidence.js';
import { ReviewTables } from '../../migrations/0004-review.js';
import { SecondFactor } from '../../migrations/0005-second-factor.js';
import { Accounts } from '../../migrations/0006-accounts.js';
import { SignIn } from '../../migrations/0007-sign-in.js';
import { SingleSignOn } from '../../migrations/0008-oidc.js';
import { Audit } from '../../migrations/0009-audit.js';
import { Notices } from '../../migrations/0010-notices.js';
import { Training } from '../../migrations/0011-training.js';
import { CommitteeTables } from '../../migrations/0012-committee.js';
import { LettersLapse } from '../../migrations/0013-letters-lapse.js';
import { Decisions } from '../../migrations/0014-decisions.js';
import { Mergers } from '../../migrations/0015-mergers.js';
import { AccessCodes } from '../../migrations/0017-access-codes.js';
import { Awards } from '../../migrations/0016-awards.js';
import { MailSystems } from '../../migrations/0018-mail-systems.js';
import { Publication } from '../../migrations/0019-publication.js';
import { Papers } from '../../migrations/0020-papers.js';
import { Keeping } from '../../migrations/0021-keeping.js';
import { Campaign } from '../../migrations/0022-campaign.js';

export const migrations = [
  { name: '0001-foundation', class: Foundation },
  { name: '0002-registry', class: Registry },
  { name: '0003-evidence', class: Evidence },
  { name: '0004-review', class: ReviewTables },
  { name: '0005-second-factor', class: SecondFactor },
  { name: '0006-accounts', class: Accounts },
  { name: '0007-sign-in', class: SignIn },
  { name: '0008-oidc', class: SingleSignOn },
  { name: '0009-audit', class: Audit },
  { name: '0010-notices', class: Notices },
  { name: '0011-training', class: Training },
  { name: '0012-committee', class: CommitteeTables },
  { name: '0013-letters-lapse', class: LettersLapse },
  { name: '0014-decisions', class: Decisions },
  { name: '0015-mergers', class: Mergers },
  { name: '0016-awards', class: Awards },
  { name: '0017-access-codes', class: AccessCodes },
  { name: '0018-mail-systems', class: MailSystems },
  { name: '0019-publication', class: Publication },
  { name: '0020-papers', class: Papers },
  { name: '0021-keeping', class: Keeping },
  { name: '0022-campaign', class: Campaign },
];
