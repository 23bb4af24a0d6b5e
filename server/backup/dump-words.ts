/** What the commands for backups say where the data is in PostgreSQL, whose own programs make and put back its dumps. */
import { type DatabaseConfig, shownDatabase } from '../database-settings.ts';

const about = 'All of it / alles: docs/operating.md, "PostgreSQL".';

export const dumpLine = (database: DatabaseConfig): string =>
  `The data is in ${shownDatabase(database)}: PostgreSQL makes its own backups / PostgreSQL maakt zijn eigen back-ups.
  pg_dump --format=custom --schema=in_gesprek --file=in-gesprek-$(date +%F).dump "$DATABASE_URL"
  pg_dump --format=custom --schema=in_gesprek_keys --file=keys.dump "\${KEYS_DATABASE_URL:-$DATABASE_URL}"
Of the keys keep one copy, elsewhere, made anew at least once a day / bewaar van de sleutels één kopie, ergens anders, elke dag opnieuw gemaakt.
${about}`;

export const restoreLine = (database: DatabaseConfig): string =>
  `The data is in ${shownDatabase(database)}: stop every server, then / stop elke server, en dan
  pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" in-gesprek-DATE.dump
Leave the keys that are there as they are, or what was deleted since comes back / laat de sleutels die er zijn staan, anders komt terug wat gewist is.
${about}`;
