/** In the data folder, readable by its owner alone: how `npm run key` reaches the server that runs on it. */
export const controlFile = 'control.json';
