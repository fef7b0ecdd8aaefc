/** As the contract says; its schemas stay on the server, so a spec keeps these equal. */
export const COMMENT_CHARS = 10_000;
export const NOTE_CHARS = 2_000;
