import { bearing } from '../disk-story.js';
import { chorusClaims, hear, worthAbout } from '../lead-up/chorus.js';
import type { Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';

const TEN_MINUTES = 600;

/**
 * A host that stops answering hits whichever machine is reading: one stops with 0x7A, its neighbour with 0xEF or 0x133. The event
 * need not name this disk, because it is the host and no disk that is blamed.
 */
export const diskVirtualStall: Rule = {
  id: 'disk/virtual-stall',
  doc: 'A virtual disk did not answer in time before the stop: the host or its storage stalled, whatever code this machine stopped with.',
  source:
    'https://learn.microsoft.com/archive/blogs/ntdebugging/understanding-storage-timeouts-and-event-129-errors; our inference for hosts, because a virtual disk is as slow as its host',
  weight: 5,
  monotone: ['more-events', 'closer-events'],
  test(facts) {
    const how = bearing(facts.decode);
    if (how === 'apart' || !behindVirtualLayer(facts)) return [];
    const stall = hear(facts.leadUp ?? [], 'passing', worthAbout('timeout'));
    if (how === 'joins' && !stall.events.some(({ secondsBefore }) => secondsBefore <= TEN_MINUTES)) return [];
    return chorusClaims(facts, stall, {
      shares: { virtual: 5 },
      half: 0.5,
      noun: ['reset, retry or timeout', 'resets, retries and timeouts'],
      reading: 'the disk is virtual, so it was the host or its storage that did not answer',
    });
  },
};
