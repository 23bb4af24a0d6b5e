import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/ensure-browser.ts';

const nodes = process.env['NODES'];
const results = join(import.meta.dirname, '..', 'test-results');

/** Each journey starts its own server on port 0 (a fixture does it), so there is no `webServer` here. */
export default defineConfig({
  testDir: 'journeys',
  // `npm run test:full` walks the longer ones too, and those about several nodes.
  testIgnore: [...(process.env['FULL'] ? [] : ['**/*.full.test.ts']), ...(nodes ? [] : ['**/*.nodes.test.ts'])],
  outputDir: join(results, 'journeys'),
  fullyParallel: true,
  // A third one uses what two leave of two cores while they wait.
  workers: 3,
  retries: 0,
  // `NODES=2`: on so many nodes, with a database and a balancer.
  ...(nodes && { globalSetup: './journeys/support/global-setup.ts' }),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: join(results, nodes ? 'playwright-nodes.json' : 'playwright.json') }]],
  // No promise: until when a machine that is busy may be at it.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { browserName: 'chromium', launchOptions: launchOptions(), locale: 'nl-NL', actionTimeout: 20_000 },
});
