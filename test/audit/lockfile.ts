/** What the lockfile and package.json say of the packages that this program is made of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

type Locked = { version?: string; license?: string; dev?: boolean; hasInstallScript?: boolean };
export type Package = Locked & { name: string; version: string };
type Manifest = Record<'dependencies' | 'devDependencies', Record<string, string>> & {
  allowScripts?: Record<string, boolean>;
};

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

export const manifest = read('package.json') as Manifest;

/** Every package of the lockfile; one that is there in two versions stands twice. */
export const packages: Package[] = Object.entries(
  (read('package-lock.json') as { packages: Record<string, Locked> }).packages,
)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ version: '', ...locked, name: path.replace(/^.*node_modules\//, '') }));

/** Those that run at a user's; the others only build and test. */
export const production = packages.filter(({ dev }) => !dev);

/** Names of packages that run a script while they are installed, and that `allowScripts` in package.json does not name. */
export const unreviewedScripts = (all: readonly Package[] = packages): string[] =>
  all
    .filter(({ name, hasInstallScript }) => hasInstallScript && !(name in (manifest.allowScripts ?? {})))
    .map(({ name }) => name);

/** Licences that let everybody use, change and pass on what they cover; OFL for fonts. */
const allowed = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
];
/** Packages that name no licence in the form of now, and what their LICENSE file was read to be. */
const readByHand: Record<string, string> = { 'png-js': 'MIT', 'xmlhttprequest-ssl': 'MIT' };

export const licenceOf = ({ name, license }: Package): string => license ?? readByHand[name] ?? 'none named';

/** Packages that run at a user's under a licence that is not on the list. */
export const refusedLicences = (all: readonly Package[] = production): string[] =>
  all.filter((one) => !allowed.includes(licenceOf(one))).map((one) => `${one.name} ${one.version}: ${licenceOf(one)}`);
