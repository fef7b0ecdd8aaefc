export { withFile } from './input/file-source.js';
export { run } from './run.js';
export { thisTerminal, type Terminal } from './terminal/terminal.js';
