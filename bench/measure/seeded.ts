/** Random numbers that are the same in every run (mulberry32). */
export class Seeded {
  constructor(private state: number) {}

  /** A whole number from 0 to `below` - 1. */
  int(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += this.int(0x1000_0000).toString(16).padStart(7, '0');
    return text.slice(0, digits);
  }
}
