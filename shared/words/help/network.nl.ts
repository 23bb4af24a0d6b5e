/** Help about the room's network: what no screen can mend by itself, in Dutch. */
export const network = {
  offline: {
    title: 'Werkt het zonder internet?',
    says: [
      'Ja. De laptop waarop het programma draait is dan de server. De telefoons hoeven alleen die laptop te bereiken.',
      'Dat kan met de hotspot van de laptop, of met een kleine router die je meeneemt.',
      'Stap voor stap staat het in docs/zonder-internet.md, in de map van het programma.',
    ],
    find: 'internet offline zonder wifi router hotspot lokaal laptop server',
  },
  reach: {
    title: 'Telefoons kunnen het adres niet openen',
    says: [
      'Zit de telefoon op hetzelfde wifi-netwerk als de laptop? Zet mobiele data even uit.',
      'Vraagt de laptop of het programma verbindingen mag ontvangen? Sta dat toe: dat is de firewall.',
      'Gastnetwerken houden apparaten vaak uit elkaar. Neem dan een eigen router mee.',
    ],
    find: 'adres laadt niet firewall gastnetwerk bereiken verbinding localhost',
  },
  stay: {
    title: 'De telefoon zegt: geen internet',
    says: ['Dat klopt, en het geeft niet. Kies: toch verbonden blijven. Anders wisselt de telefoon van netwerk.'],
    find: 'geen internet melding verbonden blijven mobiele data',
  },
  certificate: {
    title: 'De telefoon waarschuwt voor het adres',
    says: [
      'Bij een eigen certificaat waarschuwt elke telefoon één keer. Zeg dat vooraf, of gebruik http.',
      'Met http reizen antwoorden onversleuteld over het netwerk, en gaat een scherm eerder uit.',
    ],
    find: 'https certificaat onveilig waarschuwing slotje http',
  },
  test: {
    title: 'Wat probeer ik de dag ervoor?',
    says: [
      'Zet alles aan zoals in de zaal: router, laptop, wand en twee telefoons. Trek dan de internetkabel eruit.',
      'Doe mee, verstuur een antwoord, en zie het op de wand. Herstart de laptop en doe het nog eens.',
    ],
    find: 'testen proberen voorbereiden dag ervoor generale',
  },
};
