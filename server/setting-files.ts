/** Settings that are secret may stand in a file: `DATABASE_URL_FILE=/run/secrets/database_url`, as Docker and systemd hand them. */
import { readFileSync, statSync } from 'node:fs';

const secret = ['DATABASE_URL', 'KEYS_DATABASE_URL', 'SMTP_URL', 'OIDC_CLIENT_SECRET'] as const;
const mostBytes = 8_192;

type Variables = Readonly<Record<string, string | undefined>>;

/** These variables, with what stands in the files that they name; a file counts as read without the line end behind it. */
export function withSettingFiles(variables: Variables): { variables: Variables; mistakes: string[] } {
  const read: Record<string, string> = {};
  const mistakes: string[] = [];
  for (const name of secret) {
    const file = variables[`${name}_FILE`];
    if (!file) continue;
    const text = textOf(file);
    if (variables[name]) mistakes.push(`${name} and ${name}_FILE are both set: keep one`);
    else if (!text) mistakes.push(`${name}_FILE must be a file that this program may read, and that is not empty`);
    else if (/\p{Cc}/u.test(text)) mistakes.push(`${name}_FILE must hold one line of text, as UTF-8`);
    else read[name] = text;
  }
  return { variables: { ...variables, ...read }, mistakes };
}

/** Those of these variables whose file every account of this machine may read; null where none names a file, or files do not say (Windows). */
export function openSettingFiles(variables: Variables): string[] | null {
  const named = secret.map((name) => `${name}_FILE`).filter((name) => variables[name]);
  if (named.length === 0 || process.platform === 'win32') return null;
  return named.filter(
    (name) => ((statSync(variables[name] ?? '', { throwIfNoEntry: false })?.mode ?? 0) & 0o004) !== 0,
  );
}

function textOf(file: string): string | undefined {
  try {
    const about = statSync(file);
    return about.isFile() && about.size <= mostBytes ? readFileSync(file, 'utf8').trim() : undefined;
  } catch {
    return undefined;
  }
}
