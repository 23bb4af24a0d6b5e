// Sums what Vitest and Playwright wrote down, for the CI: prints `N passed, N failed` alone on a line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** One report, or undefined when its runner never came to write it. */
function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'test-results', file), 'utf8')) as Report;
  } catch {
    console.error(`No report: test-results/${file}`);
    return undefined;
  }
}

const vitest = read<VitestReport>('vitest.json');
const playwright = read<PlaywrightReport>('playwright.json');
/** Files that broke before their first test: Vitest counts no test for them. */
const brokenFiles =
  vitest?.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length ?? 0;

const passed = (vitest?.numPassedTests ?? 0) + (playwright?.stats.expected ?? 0);
const failed =
  (vitest ? vitest.numFailedTests + brokenFiles : 1) +
  (playwright ? playwright.stats.unexpected + playwright.stats.flaky + playwright.errors.length : 1);
const skipped = (vitest?.numPendingTests ?? 0) + (playwright?.stats.skipped ?? 0);

if (skipped > 0) console.log(`Skipped: ${skipped}`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exit(1);
