import { readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../house.ts';

/** Magic numbers of Linux's statfs(2): disks in another machine, or in memory, on which a log is not safe. */
const unsafe: Record<number, string> = {
  [0x6969]: 'NFS',
  [0xff534d42]: 'CIFS',
  [0xfe534d42]: 'SMB',
  [0x01021994]: 'tmpfs',
};

const modeOf = (path: string): number => statSync(path).mode & 0o777;

export async function lookAtDisk({ config, store }: House) {
  const { files } = store;
  const { dataDir } = config;
  const isHere = files !== undefined;
  const disk = isHere ? await statfs(dataDir).catch(() => undefined) : undefined;
  const database = await store.database?.().catch(() => undefined);
  const start = performance.now();
  const isWritten = await store.probe().then(
    () => true,
    () => false,
  );
  const names = isHere ? readdirSync(dataDir).filter((name) => /\.(db|json)(-\w+)?$/.test(name)) : [];
  return {
    dataDir,
    disk: disk && {
      free: disk.bavail * disk.bsize,
      share: disk.blocks > 0 ? disk.bavail / disk.blocks : 1,
      files: disk.files > 0 ? disk.ffree / disk.files : 1,
      unsafe: unsafe[disk.type] ?? null,
    },
    writeMs: isWritten ? performance.now() - start : null,
    /** Of the folder, and of the most open of its files. */
    folderMode: isHere ? modeOf(dataDir) : null,
    fileModes: names.map((name) => modeOf(join(dataDir, name))),
    settings: files?.settings(),
    database,
    damaged: files?.damaged() ?? database?.damaged ?? [],
    /** Where everything is kept, by its name; none for one in memory. */
    keptIn: store.database ? 'PostgreSQL' : isHere ? 'SQLite' : '',
  };
}
