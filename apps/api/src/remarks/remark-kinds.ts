import {
  answersOfCrash,
  answersOfGroup,
  commentsOfCrash,
  commentsOfGroup,
  crashToRemark,
  groupToRemark,
} from '@inpage/storage';

/** What people can remark on, with the questions about each. */
export const REMARK_KINDS = {
  group: {
    subject: groupToRemark,
    comments: commentsOfGroup,
    answers: answersOfGroup,
    missing: 'group-not-found',
  },
  crash: {
    subject: crashToRemark,
    comments: commentsOfCrash,
    answers: answersOfCrash,
    missing: 'crash-not-found',
  },
} as const;

export type RemarkKind = keyof typeof REMARK_KINDS;
