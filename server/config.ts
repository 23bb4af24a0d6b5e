import * as z from 'zod';
import type { Certificate } from './certificate/certificate.ts';
import {
  type DatabaseConfig,
  databaseIn,
  databaseReadable,
  databaseVariables,
  hasBesideKeys,
} from './database-settings.ts';
import { isSender, type MailConfig, smtpIn } from './interests/mail-config.ts';
import { type OidcConfig, oidcIn, oidcReadable, oidcVariables } from './oidc-settings.ts';
import { proxiesByDefault, proxiesIn } from './proxies.ts';
import { withSettingFiles } from './setting-files.ts';

const readable = {
  ...oidcReadable,
  ...databaseReadable,
  PORT: 'PORT must be a whole number from 0 to 65535 (0: a free port)',
  HOST: 'HOST must be a host name or an IP address, such as 0.0.0.0',
  DATA_DIR: 'DATA_DIR must be a folder, such as data',
  KEEP_AT_MOST_DAYS: 'KEEP_AT_MOST_DAYS must be a whole number from 7 to 3660',
  PUBLIC_URL: 'PUBLIC_URL must be an address without a path, such as https://gesprek.example.nl',
  LINES_PER_ADDRESS: 'LINES_PER_ADDRESS must be a whole number from 10 on, such as 1000',
  TRUST_PROXY:
    'TRUST_PROXY must be none, loopback, or addresses and networks of proxies, such as 10.0.0.5, 172.16.0.0/12',
  MOST_PHONES: 'MOST_PHONES must be a whole number from 10 on, such as 500',
  SMTP_URL:
    'SMTP_URL must be an address such as smtps://name:password@mail.example.nl, with MAIL_FROM and PUBLIC_URL beside it',
  MAIL_FROM: 'MAIL_FROM must be an address such as gesprek@example.nl, or In gesprek <gesprek@example.nl>',
};

const keepAtMostByDefault = 365;

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && (text === url.origin || text === `${url.origin}/`);
}

const fields = z.object({
  ...oidcVariables,
  ...databaseVariables,
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,255}$/)
    .default('0.0.0.0'),
  DATA_DIR: z
    .string()
    .min(1)
    .max(4096)
    .refine((path) => !path.includes('\0'))
    .default('data'),
  KEEP_AT_MOST_DAYS: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((days) => days >= 7 && days <= 3660)
    .default(keepAtMostByDefault),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .transform((text) => new URL(text).origin)
    .optional(),
  LINES_PER_ADDRESS: z
    .string()
    .regex(/^\d{2,6}$/)
    .transform(Number)
    .default(1_000),
  TRUST_PROXY: z
    .string()
    .refine((text) => proxiesIn(text) !== undefined)
    .transform((text) => proxiesIn(text))
    .optional(),
  MOST_PHONES: z
    .string()
    .regex(/^[1-9]\d{1,5}$/)
    .transform(Number)
    .optional(),
  SMTP_URL: z
    .string()
    .refine((text) => smtpIn(text) !== undefined)
    .optional(),
  MAIL_FROM: z.string().refine(isSender).optional(),
});
/** Links in a mail have to lead here from anywhere. */
const environment = fields
  .refine(({ SMTP_URL, MAIL_FROM, PUBLIC_URL }) => !SMTP_URL || (MAIL_FROM && PUBLIC_URL), { path: ['SMTP_URL'] })
  .refine(hasBesideKeys, { path: ['KEYS_DATABASE_URL'] });

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  /** How the world outside reaches this server (an origin), where that is not by its own address. */
  publicUrl: string | undefined;
  /** Whose X-Forwarded-For counts: addresses and networks. */
  proxies?: readonly string[];
  /** KEEP_AT_MOST_DAYS: ask `keepAtMostOf`. */
  keepAtMost?: number;
  /** Phones, walls and desks at once from one address: a school may have one for all. */
  linesPerAddress?: number;
  /** Phones at once, of all sessions: beyond it new ones wait. Undefined: as many as fit this machine. */
  mostPhones?: number;
  /** OIDC_…: an organisation at which facilitators can sign in. */
  oidc?: OidcConfig | undefined;
  /** What this server speaks HTTPS with itself. */
  certificate?: Certificate | undefined;
  /** Where mails go out; undefined: none do. */
  mail?: MailConfig;
  /** Where everything is kept; undefined: in files in `dataDir`. */
  database?: DatabaseConfig;
};

const proxiesOf = ({ TRUST_PROXY, PUBLIC_URL }: z.infer<typeof fields>): string[] =>
  TRUST_PROXY ?? proxiesByDefault(PUBLIC_URL);

/** The longest that a session may be kept here, in days after it was last held. */
export const keepAtMostOf = ({ keepAtMost = keepAtMostByDefault }: Pick<Config, 'keepAtMost'>): number => keepAtMost;

/** Whether browsers reach this server by https: then their cookies and answers say so. */
export const isOverHttps = ({ publicUrl, certificate }: Pick<Config, 'publicUrl' | 'certificate'>): boolean =>
  publicUrl?.startsWith('https:') ?? certificate !== undefined;

/** Whether browsers are told to insist on https: told so, they let nobody past a certificate that was made here and they do not know. */
export const insistsOnHttps = (config: Config): boolean =>
  isOverHttps(config) && config.certificate?.issuer === undefined;

/** The settings, or one sentence a mistake. An empty variable counts as not set. */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; mistakes: string[] } {
  const { variables: all, mistakes } = withSettingFiles(variables);
  if (mistakes.length > 0) return { ok: false, mistakes };
  const set = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const read = environment.safeParse(set);
  if (!read.success) {
    const names = new Set(read.error.issues.map(({ path }) => path[0]));
    return { ok: false, mistakes: Object.entries(readable).flatMap(([name, text]) => (names.has(name) ? [text] : [])) };
  }
  const oidc = oidcIn(read.data);
  if (typeof oidc === 'string') return { ok: false, mistakes: [oidc] };
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, KEEP_AT_MOST_DAYS, LINES_PER_ADDRESS, MOST_PHONES } = read.data;
  const where = { port: PORT, host: HOST, dataDir: DATA_DIR, publicUrl: PUBLIC_URL, proxies: proxiesOf(read.data) };
  const { SMTP_URL, MAIL_FROM: from } = read.data;
  const smtp = SMTP_URL && smtpIn(SMTP_URL);
  const mail = smtp && from && { mail: { ...smtp, from } };
  const limits = {
    keepAtMost: KEEP_AT_MOST_DAYS,
    linesPerAddress: LINES_PER_ADDRESS,
    ...(MOST_PHONES && { mostPhones: MOST_PHONES }),
  };
  return { ok: true, config: { ...where, ...limits, ...mail, ...databaseIn(read.data), oidc } };
}
