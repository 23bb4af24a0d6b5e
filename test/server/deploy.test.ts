/** What docs/deploy says fits the program: its settings, its files, and what an operator is promised of them. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../server/config.ts';
import { openSettingFiles } from '../../server/setting-files.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/deploy');
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const linesOf = (name: string, word: string): string[] =>
  textOf(name)
    .split('\n')
    .flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));

type Service = {
  image?: string;
  environment?: Record<string, string>;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  ports?: string[];
};
type Compose = { services: Record<string, Service>; secrets?: Record<string, { file: string }> };
const composeOf = (name: string): Compose => parse(textOf(name), { merge: true });

test('the image: pinned to the Node of the program, bare names, no root, its own dependencies alone, told itself when to stop', () => {
  const from = linesOf('Dockerfile', 'FROM');
  expect(from).toEqual(['node:24-slim AS pages', 'node:24-slim AS packages', 'node:24-slim']);
  const last = textOf('Dockerfile').split('FROM node:24-slim\n')[1] ?? '';
  expect(last).toContain('USER node\n');
  expect(last).toContain('VOLUME /data\n');
  expect(last).toContain('HEALTHCHECK ');
  expect(last).toMatch(/\nCMD \["node", "server\/main.ts"\]\n$/);
  expect(last).not.toMatch(/\nRUN npm/);
  expect(textOf('Dockerfile')).toContain('npm ci --ignore-scripts --omit=dev --omit=optional');
});

test('what the image copies is there, and let through by what the build may see', () => {
  const copied = linesOf('Dockerfile', 'COPY').filter((line) => !line.startsWith('--from'));
  const sources = [...new Set(copied.flatMap((line) => line.split(' ').slice(0, -1)))];
  expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  const seen = textOf('Dockerfile.dockerignore').split('\n');
  expect(sources.filter((source) => !seen.includes(`!${source}`))).toEqual([]);
  expect(seen).toContain('*');
});

test('no file names a registry, and none holds a secret', () => {
  for (const name of readdirSync(folder)) {
    expect(textOf(name), name).not.toMatch(/docker\.io|ghcr\.io|quay\.io|gcr\.io|registry\./);
    expect(textOf(name), name).not.toMatch(
      /BEGIN [A-Z ]*KEY|password=\S|postgres:\/\/[^:\s]+:(?!THE-SAME-PASSWORD)\S+@/i,
    );
  }
});

test.each(['compose.yaml', 'compose-nodes.yaml'])(
  '%s: the settings are those of the program, and secrets come by file',
  (name) => {
    const { services, secrets = {} } = composeOf(name);
    const own = Object.entries(services).filter(([, { image }]) => image === 'in-gesprek');
    expect(own.length).toBeGreaterThan(0);
    for (const [, service] of own) {
      const { DATABASE_URL_FILE, ...rest } = service.environment ?? {};
      expect(readConfig(rest)).toMatchObject({ ok: true, config: { publicUrl: 'https://gesprek.example.nl' } });
      expect([undefined, '/run/secrets/database_url']).toContain(DATABASE_URL_FILE);
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect((service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    }
    const told = Object.values(services).flatMap(({ environment = {} }) => Object.keys(environment));
    expect(
      told.filter((variable) => /PASSWORD|SECRET|DATABASE_URL/.test(variable) && !variable.endsWith('_FILE')),
    ).toEqual([]);
    expect(Object.values(secrets).filter(({ file }) => !file.startsWith('./secrets/'))).toEqual([]);
  },
);

test('the proxies pass on what the program asks of them', () => {
  for (const name of ['nginx-one.conf', 'nginx-nodes.conf']) {
    const text = textOf(name);
    for (const header of ['Host $http_host', 'X-Forwarded-For $remote_addr', 'Upgrade $http_upgrade'])
      expect(text, name).toContain(`proxy_set_header ${header};`);
    expect(text).toContain('server_tokens off;');
    expect(text).toContain('client_max_body_size 64m;');
  }
  expect(textOf('Caddyfile')).toContain('header_up X-Forwarded-For {remote_host}');
});

test('before several nodes one that says 503 rests only where that is a line: two downloads that fail shut out nobody', () => {
  const places = textOf('nginx-nodes.conf').split(/\n {2}location /);
  const onWhat = (text = '') => /proxy_next_upstream (.*);/.exec(text)?.[1];
  expect(places.map((place) => [place.split(' ')[0], onWhat(place)]).slice(1)).toEqual([
    ['/socket.io/', 'error timeout http_503'],
    ['/', 'error timeout'],
  ]);
});

test('the service: Node itself is started, as an account of its own, in the folder where its data is', () => {
  const unit = textOf('in-gesprek.service');
  expect(unit).toContain('\nExecStart=/opt/in-gesprek/node_modules/.bin/node server/main.ts\n');
  for (const line of ['User=in-gesprek', 'ProtectSystem=strict', 'NoNewPrivileges=yes', 'CapabilityBoundingSet='])
    expect(unit.split('\n')).toContain(line);
  const settings = Object.fromEntries(
    /\nEnvironment=(.*)\n/
      .exec(unit)?.[1]
      ?.split(' ')
      .map((one) => one.split('=')) ?? [],
  );
  expect(readConfig(settings)).toMatchObject({
    ok: true,
    config: { dataDir: '/var/lib/in-gesprek', host: '127.0.0.1' },
  });
});

/** The settings with this one in a file. */
function fromFile(name: string, text: string, more: Record<string, string> = {}) {
  const place = mkdtempSync(join(tmpdir(), 'setting-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const path = join(place, name);
  writeFileSync(path, text);
  return readConfig({ [`${name}_FILE`]: path, ...more });
}

test('a file with a secret that every account of the machine may read is remarked', () => {
  const place = mkdtempSync(join(tmpdir(), 'setting-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const [own, open] = [join(place, 'own'), join(place, 'open')];
  for (const path of [own, open]) writeFileSync(path, 'secret');
  chmodSync(own, 0o600);
  chmodSync(open, 0o644);
  expect(openSettingFiles({ SMTP_URL_FILE: own, DATABASE_URL_FILE: open })).toEqual(['DATABASE_URL_FILE']);
  expect(openSettingFiles({ SMTP_URL_FILE: own, DATABASE_URL_FILE: '/nowhere' })).toEqual([]);
  expect(openSettingFiles({ PORT: '1' })).toBeNull();
});

test('a secret setting may stand in a file; what is wrong with that is said in a line, without the secret (P4)', () => {
  const url = 'postgres://me:very%40secret@db.example.nl/ingesprek';
  expect(fromFile('DATABASE_URL', `${url}\n`)).toMatchObject({ ok: true, config: { database: { url } } });
  const wrong = [
    fromFile('DATABASE_URL', ''),
    fromFile('DATABASE_URL', 'x'.repeat(9_000)),
    fromFile('DATABASE_URL', 'very secret, and no address'),
    fromFile('DATABASE_URL', url, { DATABASE_URL: url }),
    // The address is read without its line ends; of words there would be no telling.
    fromFile('DATABASE_URL', `${url}\nvery secret\n`),
    fromFile('SMTP_URL', [...'smtp://very'].join('\0')),
    readConfig({ SMTP_URL_FILE: '/nowhere/at/all' }),
    readConfig({ OIDC_CLIENT_SECRET_FILE: tmpdir() }),
  ];
  for (const read of wrong) {
    expect(read).toMatchObject({ ok: false, mistakes: [expect.any(String)] });
    expect(JSON.stringify(read)).not.toContain('very');
  }
  expect(readConfig({ PORT_FILE: '/nowhere', DATABASE_URL_FILE: '' })).toMatchObject({ ok: true });
});
