import type { OnComponent } from '../told.ts';

const o1: OnComponent = {
  clear: [
    ['ja', 'Het doet ons denken aan de intervisie op maandag. Iedereen brengt iets in, ook de stagiair.'],
    ['ja', 'Dit is waarom ik dit werk leuk vind. Je vraagt iets en je weet het antwoord echt nog niet.'],
    ['deels', 'Constructief-kritisch bevragen klinkt mooi, maar bij ons heet vragen stellen al snel zeuren.'],
    ['deels', 'Wat leren is, snappen we. Wat hier onderzoeken is, daar hadden we elk een ander beeld bij.'],
    ['ja', 'Kennis delen doen we al. Leerdoelen van de vaste mensen delen, dat durft nog niemand.'],
  ],
  situations: [
    {
      story:
        'Een student stelde voor om het ochtendritme om te draaien. De nachtdienst vond dat zij daar niet over ging. Twee weken later deden we het toch.',
      which: ['afdeling', 'beroep'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'ja',
      why: 'Elkaar bevragen staat er precies zo in.',
    },
    {
      story:
        'De onderzoeker wilde een vragenlijst afnemen bij bewoners. Wij wilden eerst samen koffie drinken. Het werd koffie, en daarna een veel kortere lijst.',
      which: ['organisatie'],
      between: ['onderzoek', 'beroepspraktijk', 'client'],
      judged: 'ja',
      name: 'eerst-koffie',
    },
    {
      story: 'Ik kreeg op school een onvoldoende voor een verslag waar het team al een maand mee werkte.',
      which: ['persoonlijk'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'deels',
      why: 'Samen leren staat er. Samen beoordelen niet.',
    },
    {
      story:
        'Twee begeleiders uit verschillende huizen liepen een dag met elkaar mee. De teamleider noemde het een vrije dag.',
      which: ['afdeling'],
      between: ['beroepspraktijk'],
      judged: 'nee',
      why: 'Het gaat over houding. Bij ons ging het om toestemming.',
      name: 'vrije-dag',
    },
  ],
};

const o2: OnComponent = {
  clear: [
    ['deels', 'Gedeeld leiderschap, maar wie tekent er dan? Daar praten we steeds omheen.', 'wie-tekent'],
    ['ja', 'Wij dachten meteen aan de begeleider die zonder te vragen de keukentafel naar buiten zette.'],
    ['nee', 'Veel grote woorden achter elkaar. Ik zie geen mens voor me.'],
    ['deels', 'Vrijheid nemen kan alleen als iemand je rugdekking geeft. Dat woord staat er niet bij.', 'rugdekking'],
    ['ja', 'Openheid over belangen: dat missen we in bijna elk overleg, en hier staat het gewoon.'],
  ],
  situations: [
    {
      story:
        'De school wilde dat studenten zelf hun taken kozen. De instelling moest het rooster rond krijgen. Drie weken lang maakte niemand een keuze.',
      which: ['organisatie'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'deels',
      why: 'Dat niemand besliste, lost deze tekst niet op.',
      name: 'geen-keuze',
    },
    {
      story:
        'Ik mocht als ervaringsdeskundige een werkgroep leiden. De notulen gingen nog steeds eerst naar mijn begeleider.',
      which: ['persoonlijk', 'beroep'],
      between: ['client', 'beroepspraktijk'],
      judged: 'nee',
      why: 'Er staat vertrouwen. Dit was toezicht.',
    },
    {
      story:
        'Een verpleegkundige en een docent gaven samen les op de afdeling. Wie van hen mocht ingrijpen bij een fout, was niet afgesproken.',
      which: ['beroep'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'deels',
    },
    {
      story: 'Onze locatiemanager ging een middag weg en liet ons een probleem zelf oplossen. Daarna vroeg ze hoe.',
      which: ['afdeling'],
      between: ['beroepspraktijk'],
      judged: 'ja',
      why: 'Ruimte geven en daarna nieuwsgierig zijn: dat is het.',
    },
  ],
};

const o3: OnComponent = {
  clear: [
    ['deels', 'Richten begrijpen we. Bij herinrichten dachten we aan verhuizen.'],
    ['ja', 'Onze jaarplanning met school en zorg in één document. Dat hielp meer dan tien overleggen.'],
    ['deels', 'Evalueren doen we aan het eind, als iedereen al weg is. Hier staat dat het de hele tijd moet.'],
    ['nee', 'Formaliseren en concretiseren. Zo praat niemand op onze groep.'],
    ['ja', 'Het doet denken aan het bord in de gang: wat wilden we, wat doen we, wat laten we.'],
  ],
  situations: [
    {
      story:
        'Halverwege het jaar bleek dat school een ander doel in het plan had staan dan wij. Niemand had de twee versies naast elkaar gelegd.',
      which: ['organisatie'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'ja',
      why: 'Samen richten was precies wat we hadden overgeslagen.',
    },
    {
      story:
        'De gemeente wilde cijfers, de familie wilde verhalen. We hebben ze eerst om de beurt aan tafel gezet en toen tegelijk.',
      which: ['organisatie'],
      between: ['client', 'beroepspraktijk'],
      judged: 'ja',
    },
    {
      story: 'In de zomer stopte het project op papier. De studenten stonden in september gewoon weer voor de deur.',
      which: ['organisatie'],
      between: ['onderwijs'],
      judged: 'deels',
      why: 'De tekst gaat uit van doorgaan. Bij ons viel er een gat.',
      name: 'zomer',
    },
    {
      story: 'Ons team wilde op woensdag leren. De andere afdeling had badderdag en kon niemand missen.',
      which: ['afdeling'],
      between: ['beroepspraktijk'],
      judged: 'deels',
      why: 'Gelijkwaardigheid is mooi, maar het bad wint.',
    },
  ],
};

/** Of subgroup A. */
export const modelA = { o1, o2, o3 } as const;
