/** Pages of findings, apart so that reviews and findings can both name them. */
import { connectionOf } from '../api/connection.js';
import { Finding } from './finding.entity.js';

export const [FindingEdge, FindingConnection] = connectionOf(Finding);
