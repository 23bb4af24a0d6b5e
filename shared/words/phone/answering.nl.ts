/** What the phone says while people answer: questions, turns and the pen. */
const start = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (names: readonly string[]) => new Intl.ListFormat('nl').format(names);
const unitsNames: Record<number, string> = { 1: 'mensen', 2: 'duo’s', 3: 'drietallen', 4: 'viertallen' };

export const answering = {
  answer: {
    itemOf: (n: number, total: number) => `Onderdeel ${n} van ${total}`,
    asWritten: (title: string) => `Zo staat het in: ${title}`,
    carried: 'Dit schreef je eerder',
    brought: 'Dit brachten jullie mee',
    chooseTitle: (count: number) => (count === 1 ? 'Kies een onderdeel' : `Kies ${count} onderdelen`),
    send: 'Versturen',
    sendLater: 'Versturen zodra het kan',
    done: 'Klaar',
    change: 'Aanpassen',
    next: 'Volgend onderdeel',
    previous: 'Vorig onderdeel',
    kept: 'Bewaard op deze telefoon. Nog niet verstuurd.',
    notSent: 'Nog niet verstuurd.',
    keptHere: 'Nog niet verstuurd. Deze telefoon bewaart niets: sluit niet.',
    sending: 'Wordt verstuurd…',
    sent: 'Verstuurd. Je kunt het nog aanpassen.',
    sentTitle: 'Verstuurd',
    onWall: 'Staat op het grote scherm.',
    waitsForDesk: 'De begeleider kijkt eerst mee.',
    covered: 'afgedekt woord',
    isCovered: 'Sommige woorden zijn afgedekt. Anderen lezen ze niet.',
    boundary: 'De begeleider kijkt eerst mee. Daarna pas komt dit op het scherm.',
    empty: 'Kies een antwoord of schrijf iets op.',
    emptied: 'Je maakte een verstuurd antwoord leeg. Intrekken kan bij Antwoorden.',
    blank: 'Nog niet ingevuld',
    stillBlank: (count: number) =>
      count === 1 ? 'Eén vraag is nog niet ingevuld.' : `${count} vragen zijn nog niet ingevuld.`,
    tooLong: 'Een tekst is te lang. Maak hem korter.',
    allDone: 'Alles is verstuurd. Praat gerust verder met elkaar.',
    allDoneAlone: 'Alles is verstuurd. We gaan zo verder.',
    closed: 'Deze stap is gesloten.',
    closedKept: 'Deze stap is gesloten. Wat je had geschreven is bewaard.',
    closedBefore: 'Een vorige stap is gesloten. Wat je had geschreven is bewaard.',
    openAgain: 'Deze stap is weer open.',
    reopened: (count: number) =>
      `Deze stap is weer open. ${count === 1 ? 'Er wacht nog 1 antwoord' : `Er wachten nog ${count} antwoorden`} op deze telefoon.`,
    sendLate: 'Verstuur het nu',
    notAllSent: 'Niet alles is verstuurd. Wat je schreef is bewaard.',
    paper: 'De begeleider typte dit over van papier.',
    progress: (done: number, total: number, size: number) =>
      `${done} van ${total} ${unitsNames[size] ?? 'groepen'} klaar.`,
    lookBack: 'Bekijk je tekst',
    refused: (reason: string) => `Niet verstuurd. ${reason}`,
    withdrawing: 'Als je dit verstuurt, wissen we jullie antwoord bij dit onderdeel.',
    forRole: (role: string) => `Voor de ${role}`,
  },
  turns: {
    turn: (n: number, count: number) => `Beurt ${n} van ${count}`,
    you: (roles: readonly string[], people: number): string =>
      `${people > 1 ? 'Jullie zijn' : 'Jij bent'} nu: ${roles.length ? list(roles) : 'toehoorder'}`,
    other: (name: string, roles: readonly string[]) => `${start(name)}: ${roles.length ? list(roles) : 'toehoorder'}`,
    over: 'Deze beurt is om.',
    next: (n: number) => `Begin beurt ${n}`,
    back: (n: number) => `Terug naar beurt ${n}`,
  },
  pen: {
    typing: (name: string) => `${start(name)} typt nu.`,
    take: 'Ik typ verder',
    mine: (names: readonly string[]) =>
      `Jij schrijft. ${start(list(names))} ${names.length > 1 ? 'lezen' : 'leest'} mee.`,
    free: (names: readonly string[]) =>
      `Wie begint, schrijft. ${start(list(names))} ${names.length > 1 ? 'lezen' : 'leest'} mee.`,
    idle: (name: string) => `${start(name)} typt nu even niet.`,
    away: (name: string) => `De telefoon van ${name} is even weg.`,
    ask: 'Vraag om de pen',
    asked: 'Je vroeg om de pen.',
    asks: (name: string) => `${start(name)} vraagt om de pen.`,
    pass: (name: string) => `Geef de pen aan ${name}`,
    yours: (name: string) => `${start(name)} gaf jou de pen.`,
    takenOver: (name: string) => `${start(name)} typt nu verder. Jouw tekst is bewaard.`,
    own: 'Jouw eigen versie',
    others: (name: string) => `De versie van ${name}`,
    kept: 'is bewaard.',
    putBack: 'Zet terug',
    joined: (name: string) => `${name} doet nu met je mee.`,
  },
};
