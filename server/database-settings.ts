/** DATABASE_URL: where PostgreSQL is, which then takes the place of the files in DATA_DIR. */
import * as z from 'zod';

export type DatabaseConfig = {
  url: string;
  /** Where the keys are, if not in the same database. */
  keysUrl?: string | undefined;
};

const isDatabaseUrl = (text: string): boolean => {
  const url = URL.parse(text);
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol)) return false;
  return (url.hostname !== '' || url.searchParams.has('host')) && /^\/[^/]+$/.test(url.pathname);
};

export const databaseVariables = {
  DATABASE_URL: z.string().refine(isDatabaseUrl).optional(),
  KEYS_DATABASE_URL: z.string().refine(isDatabaseUrl).optional(),
};

type Set = { DATABASE_URL?: string | undefined; KEYS_DATABASE_URL?: string | undefined };

export const hasBesideKeys = ({ DATABASE_URL, KEYS_DATABASE_URL }: Set): boolean =>
  KEYS_DATABASE_URL === undefined || DATABASE_URL !== undefined;

export const databaseIn = ({ DATABASE_URL: url, KEYS_DATABASE_URL: keysUrl }: Set): { database?: DatabaseConfig } =>
  url === undefined ? {} : { database: { url, ...(keysUrl !== undefined && { keysUrl }) } };

const example =
  'such as postgres://name:password@db.example.nl/ingesprek (signs like @ and / in the password as %40 and %2F)';
export const databaseReadable = {
  DATABASE_URL: `DATABASE_URL must be the address of a PostgreSQL database, ${example}`,
  KEYS_DATABASE_URL: `KEYS_DATABASE_URL must be the address of a PostgreSQL database, ${example}, with DATABASE_URL beside it`,
};

/** What may be printed: without a name or a password. */
export const shownDatabase = ({ url }: DatabaseConfig): string => {
  const { host, pathname, searchParams } = new URL(url);
  return `postgres://${host || searchParams.get('host')}${pathname}`;
};
