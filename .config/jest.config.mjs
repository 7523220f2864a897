// Jest in ESM mode: MikroORM 7 cannot be loaded as CommonJS.
import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./swcrc.json', import.meta.url), 'utf8'));
delete swc.$schema;

export default {
  rootDir: '..',
  testEnvironment: 'node',
  // A busy machine is slow, not wrong.
  testTimeout: 180_000,
  // Modules of tests that are over are not given back: a worker that has grown begins anew, else it does little but collect garbage.
  workerIdleMemoryLimit: '700MB',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testSequencer: '<rootDir>/.config/slowest-first.mjs',
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/admin/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
