/** What somebody is told before they take part, in Dutch: B1, at most twelve words a sentence. Its hash is in who agreed. */
export const notice = {
  purpose: 'We leren van wat jullie herkennen en wat jullie missen.',
  for: (purpose: string): string => `Waarvoor: ${purpose}`,
  facilitators: 'De begeleiders zien alle antwoorden.',
  name: 'Je naam zien alleen je gesprekspartner en de begeleiders.',
  subgroup: 'Je subgroep bespreekt jullie antwoorden, zonder je naam.',
  wall: 'Antwoorden kunnen op het grote scherm komen, zonder naam.',
  team: 'Het team leest later een samenvatting, zonder namen.',
  downloads: 'De begeleiders kunnen antwoorden downloaden. Die downloads wissen zij zelf.',
  keep: (days: number): string => `Hier wissen we alles ${days === 1 ? '1 dag' : `${days} dagen`} na afloop.`,
  /** In a session that nobody leads. */
  open: (day: string): string => `Je kunt meedoen tot ${day}. Daarna sluit de sessie vanzelf.`,
  until: (day: string): string => `Dat is rond ${day}. Verandert dat, dan staat het hier.`,
  withdraw: 'Je kunt een antwoord altijd intrekken. Je kunt ook alles laten wissen.',
  account: 'Een account of je echte naam is niet nodig.',
  contact: 'Vragen? Stel ze aan je begeleider.',
  ask: (contact: string): string => `Vragen? Stel ze aan: ${contact}`,
  research: {
    title: 'Mogen je antwoorden mee in onderzoek?',
    label: 'Ja, mijn antwoorden mogen mee in onderzoek.',
    lines: [
      'Dit is vrij. Zonder vinkje doe je gewoon mee.',
      'Je naam gaat niet mee.',
      'Samen geschreven? Dan telt het alleen als jullie allebei ja zeggen.',
      'Zonder eigen telefoon zeg je het tegen de begeleider.',
      'Je kunt dit later veranderen, in het menu.',
    ],
  },
};
