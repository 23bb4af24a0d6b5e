import { existsSync, statSync } from 'node:fs';
import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { firstFacilitator } from '../access.ts';
import { keepAtMostOf } from '../config.ts';
import type { House } from '../house.ts';
import { openSettingFiles } from '../setting-files.ts';

const built = join(import.meta.dirname, '../../client/dist/phone.html');

export async function lookAtProgram({ library, store, config, organisation }: House) {
  const all = await store.facilitators();
  const { versions, env } = process;
  return {
    node: versions.node,
    builtAt: existsSync(built) ? statSync(built).mtimeMs : null,
    scripts: { read: library.scripts.length, refused: library.refused.length },
    keepAtMost: keepAtMostOf(config),
    people: {
      hasFirstPassphrase: all.some(({ id, passphrase }) => id === firstFacilitator && passphrase !== null),
      administrators: all.filter(({ administrator }) => administrator).length,
    },
    organisation: organisation && config.oidc ? { isHere: organisation.isHere(), issuer: config.oidc.issuer } : null,
    account: process.getuid?.() ?? null,
    /** Variables that name a file with a secret that every account may read. */
    openSecrets: openSettingFiles(env),
    isInspected: inspectorUrl() !== undefined,
    /** Settings that make parts of the program print what passes through them (P4). */
    talkative: ['DEBUG', 'NODE_DEBUG'].filter((name) => env[name]),
  };
}
