/** The planted stories, in the order in which they are told. */
export const STORY_IDS = ['bad-firmware', 'dying-disks', 'loose-cable', 'pool-leak', 'unplugged-page-file'] as const;
export type StoryId = (typeof STORY_IDS)[number];
