// Writes docs/workflow.md from the table of transitions of decisions: node .config/workflow.mjs
import './register.mjs';
import { writeFileSync } from 'node:fs';

const { decisionWorkflow } = await import('../server/decisions/decision.workflow.ts');
const { workflowPage } = await import('../test/guards/workflow-page.ts');
writeFileSync(new URL('../docs/workflow.md', import.meta.url), workflowPage(decisionWorkflow.steps));
