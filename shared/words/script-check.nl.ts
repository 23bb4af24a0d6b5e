/** Het nakijken van draaiboeken: `npm run script -- check`. De zinnen over wat er mis is staan bij hun regel, in server/library. */

export const scriptCheck = {
  meant: (word: string): string => `Bedoel je ${word}?`,
  good: (minutes: number, steps: number, before: number): string =>
    `goed: ${minutes} minuten, ${steps === 1 ? '1 stap' : `${steps} stappen`}${before ? ` en ${before} vooraf` : ''}`,
  counts: (problems: number, wrong: number, files: number): string =>
    problems === 0
      ? `Niets mis in ${files === 1 ? '1 draaiboek' : `${files} draaiboeken`}.`
      : `${problems === 1 ? '1 fout' : `${problems} fouten`}, in ${wrong} van ${files === 1 ? '1 bestand' : `${files} bestanden`}.`,
  more: 'Er kunnen er meer zijn: van elk bestand staan de eerste vijftig hier.',
  usage: `npm run script -- check BESTAND-OF-MAP...
  --language nl|en   de taal van wat hier staat (anders die van dit systeem)
  --json             als JSON, om door een programma te laten lezen
Eindigt met 0 als alles klopt, anders met 1.`,
};
