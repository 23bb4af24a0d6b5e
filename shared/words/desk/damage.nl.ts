/** Of a session whose log on the disk is damaged. */
export const damage = {
  damage: {
    title: 'Beschadigd',
    until: (seq: number): string =>
      `Dit gesprek is op de schijf beschadigd, vanaf gebeurtenis ${seq}. Je ziet wat ervoor kwam.`,
    readOnly: 'Er kan niets meer bij. Telefoons bewaren wat nog niet verstuurd is.',
    nothing: (seq: number): string => `Beschadigd vanaf gebeurtenis ${seq}. Hier valt niets meer van te lezen.`,
    help: 'Een back-up zet het gesprek terug. Vraag wie de server beheert: npm run restore.',
    look: 'Bekijk',
    lost: (seq: number, reached: number): string =>
      `Het laatste stuk van dit gesprek was weg: van gebeurtenis ${seq} tot ${reached}.`,
    lostHelp:
      'Telefoons zetten terug wat ze nog hebben. Kijk na wat je daarna deed: stappen, verbergen, afdekken, notities.',
    understood: 'Begrepen',
    unnamed: (date: string): string => `Gesprek van ${date}`,
  },
};
