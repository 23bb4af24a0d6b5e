/** The colours of paper: those of the house in daylight (client/styles/colors.css). */
export const colours = {
  ink: '#10282b',
  quiet: '#36494b',
  fine: '#526463',
  line: '#d3dad4',
  lineStrong: '#74827f',
  primary: '#0b5a5e',
  ground: '#f3f5f1',
  accent: '#b4590f',
} as const;
