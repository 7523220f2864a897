// Starts the panel: reads the chosen language, loads its words, draws.
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import './shell/print.css';
import { createRoot } from 'react-dom/client';
import { takeInvitationToken } from './account/invitation-token.js';
import { readLanguage } from './data/language.js';
import { Panel } from './shell/Panel.js';
import { loadMessages } from './shell/messages.js';

takeInvitationToken();
const language = readLanguage();
const messages = await loadMessages(language);
createRoot(document.getElementById('panel')!).render(<Panel language={language} messages={messages} />);
