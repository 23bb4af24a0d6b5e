/**
 * `npm run audit`: known faults in the packages that this program is made of, their licences, what runs while they are
 * installed, and how long ago each that we chose was last released. Ends with 0 where all is well, 1 where something is
 * to be mended, 2 where nothing wrong was found but the registry did not answer.
 */
import { licenceOf, manifest, packages, production, refusedLicences, unreviewedScripts } from './lockfile.ts';
import { askNpm } from './npm.ts';

type Advisories = { vulnerabilities: Record<string, { severity: string; range: string; fixAvailable: unknown }> };
type Lag = { current?: string; wanted: string };
type Released = { time: Record<string, string>; 'dist-tags': { latest: string } };

const year = 365 * 24 * 60 * 60_000;
const quietFor = 2 * year;
const atOnce = 3;

let wrong = 0;
let unasked = 0;
const say = (line: string) => console.log(line);

function report(title: string, mistakes: readonly string[], fine: string): void {
  wrong += mistakes.length;
  say(`${mistakes.length === 0 ? 'well ' : 'WRONG'}  ${title}: ${mistakes.length === 0 ? fine : ''}`.trimEnd());
  for (const mistake of mistakes) say(`         ${mistake}`);
}

function notAsked(title: string, reason: string): void {
  unasked += 1;
  say(`?      ${title}: could not ask the registry (${reason})`);
}

async function advisories(): Promise<void> {
  const title = 'known faults';
  const asked = await askNpm('audit');
  if (!asked.ok) return notAsked(title, asked.reason);
  const runs = new Set(production.map(({ name }) => name));
  const found = Object.entries((asked.answer as Advisories).vulnerabilities).map(
    ([name, { severity, range, fixAvailable }]) =>
      `${severity}: ${name} ${range} (${runs.has(name) ? 'runs at a user’s' : 'only builds and tests'}, ${fixAvailable ? 'mended in a newer one' : 'not mended yet'})`,
  );
  report(title, found, `none in ${packages.length} packages`);
}

/** Never a fault by itself: what nobody has touched for long is to be looked at by hand. */
async function ages(): Promise<void> {
  const chosen = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, range]) => !range.startsWith('npm:'),
  );
  const quiet: string[] = [];
  const behind: string[] = [];
  let reason: string | undefined;
  async function look(): Promise<void> {
    for (let next = chosen.pop(); next && reason === undefined; next = chosen.pop()) {
      const [name, version] = next;
      const asked = await askNpm('view', name, 'time', 'dist-tags');
      if (!asked.ok) {
        reason = `${name}: ${asked.reason}`;
        return;
      }
      const { time, 'dist-tags': tags } = asked.answer as Released;
      const at = time[tags.latest] ?? '';
      if (Date.now() - Date.parse(at) > quietFor) quiet.push(`${name} ${tags.latest} of ${at.slice(0, 10)}`);
      if (version !== tags.latest) behind.push(`${name} ${version}, newest is ${tags.latest} of ${at.slice(0, 10)}`);
    }
  }
  const count = chosen.length;
  await Promise.all(Array.from({ length: atOnce }, look));
  if (reason !== undefined) return notAsked('newest releases', reason);
  say(`well   newest releases: ${count} packages asked about`);
  for (const one of quiet.sort()) say(`  look   no release for two years: ${one}`);
  for (const one of behind.sort()) say(`  look   behind: ${one}`);
}

/** What others asked for and nobody here chose, where a newer one would do as well: `npm update NAME`. */
async function lagging(): Promise<void> {
  const title = 'newer ones that would do as well';
  const asked = await askNpm('outdated', '--all');
  if (!asked.ok) return notAsked(title, asked.reason);
  const runs = new Set(production.map(({ name }) => name));
  const known = Object.entries(asked.answer as Record<string, Lag | Lag[]>);
  const behind = known.flatMap(([name, lags]) =>
    [lags]
      .flat()
      .filter(({ current, wanted }) => runs.has(name) && current !== undefined && current !== wanted)
      .map(({ current, wanted }) => `${name} ${current}, ${wanted} is there`),
  );
  say(`well   ${title}: ${new Set(behind).size} of ${runs.size} that run at a user’s`);
  for (const one of [...new Set(behind)].sort()) say(`  look   ${one}`);
}

await advisories();
const licences = [...new Set(production.map(licenceOf))].sort().join(', ');
report('licences', refusedLicences(), `${production.length} packages that run at a user’s: ${licences}`);
report('scripts at installing', unreviewedScripts(), 'none');
await ages();
await lagging();

const [code, line] =
  wrong > 0
    ? ([1, `To be mended: ${wrong}.`] as const)
    : unasked > 0
      ? ([2, 'Nothing wrong was found; not all could be asked.'] as const)
      : ([0, 'All is well.'] as const);
process.exitCode = code;
say(line);
