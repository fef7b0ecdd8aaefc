/** The oldest Node that everything here runs on. */
export const NODE_FLOOR = { major: 20, minor: 19 };

/**
 * What is wrong with this Node, or undefined. Written in syntax that an old Node still reads.
 * @param {string} version such as 20.19.4
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NODE_FLOOR.major || (major === NODE_FLOOR.major && minor >= NODE_FLOOR.minor)) return undefined;
  return `Inpage needs Node ${NODE_FLOOR.major}.${NODE_FLOOR.minor} or newer; this is ${version}. Get one from https://nodejs.org or your package manager.`;
}
