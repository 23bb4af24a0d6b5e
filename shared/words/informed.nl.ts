/** The page behind the links in a mail to who wants to stay informed, in Dutch. */
export const informed = {
  confirm: {
    title: 'Bevestig je e-mailadres',
    text: 'Met deze knop zet je je adres op de lijst. Na een jaar wissen we het vanzelf.',
    go: 'Ja, houd mij op de hoogte',
    done: 'Je adres staat op de lijst. Je kunt deze pagina sluiten.',
  },
  stop: {
    title: 'Wis je e-mailadres',
    text: 'Met deze knop gaat je adres van de lijst.',
    go: 'Wis mijn adres',
    done: 'Je adres is gewist. Je kunt deze pagina sluiten.',
  },
  gone: 'Deze link werkt niet meer. Het adres is al gewist.',
  failed: 'Dat lukte niet. Probeer het straks nog een keer.',
  none: 'Hier hoort een link uit een mail',
};
