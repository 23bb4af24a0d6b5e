/** How a reference was started, and how it says where it is: as the program itself does. */
import { parseArgs } from 'node:util';

export function typedOptions(): { folder: string | undefined; naive: boolean } {
  const { values } = parseArgs({ options: { log: { type: 'boolean' }, naive: { type: 'boolean' } } });
  return { folder: values.log ? (process.env['DATA_DIR'] ?? '.') : undefined, naive: Boolean(values.naive) };
}

export function sayWhere(address: unknown): void {
  const port = address && typeof address === 'object' && 'port' in address ? address.port : '';
  process.on('SIGTERM', () => process.exit(0));
  console.log(`http://127.0.0.1:${port}/bureau\nCtrl+C`);
}
