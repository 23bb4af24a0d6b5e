/** What the practice session's people write: invented, nobody said this. */

export const names = [
  'Noor',
  'Hamid',
  'Yara',
  'Karin',
  'Pieter',
  'Joke',
  'Inge',
  'Fatima',
  'Tim',
  'Loes',
  'Ruben',
  'Anja',
  'Merel',
  'Cor',
  'Els',
  'Sanne',
  'Wim',
  'Daan',
  'Marieke',
  'Bo',
  'Gerda',
  'José',
  'Thijs',
  'Anneke',
] as const;
export const lateName = 'Samira';

/** What a text brings up: for explanations and open questions. */
export const remarks = [
  'Bij ons is dit nog vooral een mooi plan. De agenda’s lopen vol en dan valt samen leren als eerste weg.',
  'Heel herkenbaar. Op donderdag zitten studenten en collega’s aan één tafel, en dan gebeurt het gewoon.',
  'Lef.',
  'Het woord gelijkwaardig schuurt. Wie het geld heeft, beslist toch het laatst.',
  'Ik mis de cliënt in deze zin. Wie vertelt wat het voor haar betekent?',
  'Mooi, maar wel in lange zinnen. Onze nieuwe collega’s haken hierop af.',
  'Dit roept onze dagstart op: tien minuten, iedereen vertelt wat hij niet weet.',
  'Wij doen dit al jaren, alleen noemen we het overleg.',
  'Het hangt bij ons aan één persoon. Als zij vrij is, is de werkplaats ook vrij.',
  'Goed dat leren hier vooraan staat. Bij ons staat productie vooraan.',
  'Duidelijk genoeg. We zouden er wel een voorbeeld bij willen.',
  'Op papier klopt het. In het rooster staat het nergens.',
] as const;

/** What is missing. */
export const gaps = [
  'De naasten van de cliënt ontbreken.',
  'Er staat niets over tijd. Zonder uren geen werkplaats.',
  'Wat kan weg: het woord ‘dusdanig’.',
  'Plezier mist. Anders houdt niemand het vol.',
  'Wie is eigenaar als de subsidie stopt?',
] as const;

/** Boundary situations. */
export const situations = [
  'Een student zag dat een lijst dubbel was afgetekend. Ze durfde het pas op school te vertellen, niet op de afdeling.',
  'Het wijkteam en de school gebruiken elk een eigen plan. De moeder vulde twee keer hetzelfde in en werd boos.',
  'Ik werk voor twee organisaties. In de ene mag ik in het dossier, in de andere sta ik op de gang te wachten.',
  'Onze onderzoeker wilde meelopen. De teamleider vond dat ze eerst een contract moest hebben. Dat duurde vier maanden.',
  'Een ervaringsdeskundige zat bij het overleg. Niemand had haar de stukken gestuurd.',
  'De docent wilde beoordelen, de praktijkbegeleider wilde coachen. De student kreeg twee verschillende cijfers.',
] as const;

export const takeaways = [
  'Dat we elkaars agenda niet kennen.',
  'Ik ga maandag eerst koffie drinken bij de buren.',
  'Meer tijd voor de laatste vraag graag.',
  'Dat verschil van mening ook een antwoord is.',
] as const;
