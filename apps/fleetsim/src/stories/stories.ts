import { badFirmware } from './bad-firmware.js';
import { dyingDisks } from './dying-disks.js';
import { looseCable } from './loose-cable.js';
import { poolLeak } from './pool-leak.js';
import { STORY_IDS, type StoryId } from './story-id.js';
import type { Story } from './story.js';
import { unpluggedPageFile } from './unplugged-page-file.js';

const BY_ID: Record<StoryId, Story> = {
  'bad-firmware': badFirmware,
  'dying-disks': dyingDisks,
  'loose-cable': looseCable,
  'pool-leak': poolLeak,
  'unplugged-page-file': unpluggedPageFile,
};

/** The chosen stories, always in the same order. */
export const storiesOf = (ids: readonly StoryId[]): Story[] =>
  STORY_IDS.filter((id) => ids.includes(id)).map((id) => BY_ID[id]);
