/** The mail that asks to confirm an address, in Dutch: nothing of a session, nothing of what was said. */
export const mail = {
  subject: 'Bevestig je e-mailadres',
  text: (host: string, confirm: string, stop: string): string =>
    `Dag,

Iemand wil bericht over een gesprek, en gaf dit e-mailadres op.
Dat kwam binnen bij In gesprek, op ${host}.
Was jij dat? Bevestig het dan, binnen zeven dagen:
${confirm}

Was jij het niet, of wil je het niet meer? Dan hoef je niets te doen. Na zeven dagen wissen we je adres.
Meteen wissen kan ook, nu of later:
${stop}

Na een jaar wissen we je adres vanzelf. Je kunt op deze mail niet antwoorden.`,
};
