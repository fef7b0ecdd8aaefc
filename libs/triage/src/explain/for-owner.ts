import type { CauseClass } from '@inpage/codes';
import type { DiskEventKind } from '@inpage/winevent';
import { canBeUnplugged } from '../disk/can-be-unplugged.js';
import { failureForetold, healthReport, isSick, thisInTrouble } from './clues.js';
import { isLikely, isProbable, speaksOfStorage, type Judged } from './names.js';

/** The parts of a letter, in the order in which somebody who is worried wants to read them. */
interface Letter {
  readonly whatItWas: string;
  readonly yourFiles: string;
  readonly whatComes: string;
  readonly whatToDo: string;
}

/** As sure as the verdict, in the words of a conversation. */
const likely = ({ confidence }: Judged): string =>
  isLikely(confidence) ? 'most likely' : isProbable(confidence) ? 'probably' : 'perhaps';

/** RAM and drivers can spoil what the disk gave back in good order. */
const NOT_THE_DISK: ReadonlySet<CauseClass> = new Set(['memory', 'software']);

function stopped({ facts, cause }: Judged): string {
  if (facts.decode.family === 'unclean-shutdown') return 'Your PC went off without shutting down.';
  if (facts.decode.family === 'inpage')
    return 'Your PC stopped because Windows could not read back something that it needs in order to run.';
  return speaksOfStorage(facts) && !NOT_THE_DISK.has(cause)
    ? 'Your PC stopped because Windows had a problem with what is stored on its disk, or with the way there.'
    : 'Your PC stopped because Windows met an error that it cannot work around.';
}

/** Kinds after which files that were saved may be damaged. */
const MAY_DAMAGE: ReadonlySet<DiskEventKind> = new Set([
  'bad-block',
  'hardware-error',
  'file-system-corrupt',
  'write-lost',
  'log-flush-failed',
]);

const savedFiles = ({ facts: { leadUp = [] } }: Judged): string =>
  leadUp.some(({ disk, event }) => disk !== 'another-disk' && MAY_DAMAGE.has(event.kind))
    ? 'please also check the files that you worked on last, for some may be damaged'
    : 'we see no sign that saved files are damaged';

const UNSAVED = 'What you had not saved at that moment is lost';
const COPY_TODAY = 'Please copy the files that you cannot do without to another place today';

const media = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} Its disk is ${likely(judged)} wearing out, as every disk does one day.`,
  yourFiles: 'Most files can usually still be read at this stage, but that may not last.',
  whatComes:
    isLikely(judged.confidence) || failureForetold(judged.facts) !== undefined
      ? 'The disk should be replaced; please agree on a day with your technician.'
      : 'A technician should check the disk next, and may have to replace it.',
  whatToDo: `${COPY_TODAY}, and use the PC as little as you can until then.`,
});

const link = (judged: Judged): Letter =>
  canBeUnplugged(judged.facts.disk)
    ? {
        whatItWas: `${stopped(judged)} The cable or the plug of the disk that is plugged into it ${likely(judged)} has a bad contact.`,
        yourFiles: `${UNSAVED}; ${savedFiles(judged)}.`,
        whatComes: 'A technician should look at cable, plug and disk.',
        whatToDo:
          'Until then, plug the disk straight into the PC, with another cable if you have one, and do not move it while the PC is on.',
      }
    : {
        whatItWas: `${stopped(judged)} The connection between the PC and its disk is ${likely(judged)} at fault: a contact, a cable or a socket.`,
        yourFiles: `${UNSAVED}; the files on the disk need not be affected, but a copy of them is wise.`,
        whatComes: 'A technician should open the PC and check the connection; please hand in the power supply with it.',
        whatToDo: 'Until then, keep a copy of what matters, save often, and do not move the PC while it is on.',
      };

const deviceGone = (judged: Judged): Letter =>
  canBeUnplugged(judged.facts.disk)
    ? {
        whatItWas: `${stopped(judged)} The disk that is plugged into it ${likely(judged)} lost its contact or its power for a moment; a loose plug or a hub that saves power is enough for that.`,
        yourFiles: `${UNSAVED}, and a file that was just being written to that disk may be incomplete.`,
        whatComes: 'A technician can see to it that Windows no longer depends on this disk.',
        whatToDo: 'Until then, leave it plugged in, straight into the PC, for as long as the PC is on.',
      }
    : {
        whatItWas: `${stopped(judged)} Its disk ${likely(judged)} dropped out while the PC was on. A loose contact does that, and so does a disk that is about to fail.`,
        yourFiles: 'Your files are probably still there, but the disk may not come back the next time.',
        whatComes: 'A technician should check the disk and how it is connected, soon.',
        whatToDo: `${COPY_TODAY}. If the PC does not start any more, do not keep trying; switch it off and hand it in.`,
      };

const controller = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} The part of the PC that talks to the disk, or the software for it, ${likely(judged)} got stuck.`,
  yourFiles: `${UNSAVED}; ${savedFiles(judged)}.`,
  whatComes: 'A technician should bring that software up to date, which does not touch your files.',
  whatToDo: 'Until then, save often and keep a copy of what matters.',
});

const resources = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} Windows ${likely(judged)} ran out of the memory that it keeps for itself; as a rule some program takes it and does not give it back.`,
  yourFiles: `${UNSAVED}; nothing about this stop points at your disk or your saved files.`,
  whatComes: 'A technician should find out what takes the memory.',
  whatToDo: 'Until then, restarting the PC once a day often keeps this from happening again.',
});

const filesystem = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} The table in which Windows keeps where your files are, or a file of Windows itself, is ${likely(judged)} damaged.`,
  yourFiles: `${UNSAVED}, and some files may not open any more.`,
  whatComes: 'A technician should check and repair it; you may have to do without the PC for some hours.',
  whatToDo: `${COPY_TODAY}, and do not run a repair program before that.`,
});

const encryption = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} The encryption that protects your disk ${likely(judged)} did not let Windows through.`,
  yourFiles: 'Your files are still on the disk as far as we can tell, but they can only be opened with the right key.',
  whatComes: 'At its next start the PC may ask for the recovery key.',
  whatToDo:
    'Please find that key before you restart the PC or hand it in; it may be in your Microsoft account, on a printout, or with the people who look after your PC.',
});

const virtual = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} What your PC uses as its disk is provided by another system, and that system ${likely(judged)} did not answer as it should.`,
  yourFiles: `${UNSAVED}; ${savedFiles(judged)}.`,
  whatComes: 'The people who run that system should look into it.',
  whatToDo: 'There is nothing that you need to do, except to save often until they have.',
});

const memory = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} The working memory of the PC ${likely(judged)} gave back something wrong.`,
  yourFiles: `${UNSAVED}. Older files are hardly affected, but please look through what you saved shortly before.`,
  whatComes: 'A technician should test the memory, which takes a night without the PC.',
  whatToDo: 'Until then, save important work under a new name now and then, so that an older version remains.',
});

const software = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} A piece of software that works deep inside Windows ${likely(judged)} made a mistake, and Windows stopped before it could do damage.`,
  yourFiles: `${UNSAVED}; nothing points at your disk or your saved files.`,
  whatComes: 'A technician should find that software and update it.',
  whatToDo: 'Until then, save often, and note what you were doing if it happens again.',
});

function unknown(judged: Judged): Letter {
  const { facts } = judged;
  if (facts.decode.family === 'unclean-shutdown') return facts.powerButton ? powerButton : wentOff;
  if (speaksOfStorage(facts)) return somethingAboutTheDisk(judged);
  return {
    whatItWas: `${stopped(judged)} Which one and why, what was recorded does not say.`,
    yourFiles: `${UNSAVED}; ${savedFiles(judged)}.`,
    whatComes: 'One stop alone is often all there is; a second one would tell us more.',
    whatToDo: 'You need not do anything now. If it happens again, note what you were doing and tell your technician.',
  };
}

const powerButton: Letter = {
  whatItWas:
    'Your PC was switched off with its power button. That is often the only way out when it hangs; why it had to be done is not recorded.',
  yourFiles: `${UNSAVED}; saved files rarely suffer from this.`,
  whatComes: 'Without more to go by there is nothing to repair yet.',
  whatToDo: 'If the PC hung before, please tell your technician what was on the screen and what you were doing.',
};

const wentOff: Letter = {
  whatItWas:
    'Your PC went off without shutting down, and why is not known. A power cut, an empty battery and a fault of the PC look the same afterwards.',
  yourFiles: `${UNSAVED}; please check the file that you worked on last.`,
  whatComes: 'If it was not the power, a technician should look at the PC before it happens more often.',
  whatToDo: 'Please check the plug and the charger, and tell your technician whether other devices went off too.',
};

const somethingAboutTheDisk = (judged: Judged): Letter => ({
  whatItWas: `${stopped(judged)} Why is not clear yet: ${thisInTrouble(judged.facts) ? 'Windows had trouble with the disk shortly before, but other parts may be the reason' : 'it may be the disk, but other parts of the PC can be the reason just as well'}.`,
  yourFiles: `${UNSAVED}. For the saved files nobody can say more at this point, so a copy is wise.`,
  whatComes: 'A technician should check the disk, which does not harm anything on it.',
  whatToDo: 'Until then, keep a copy of what matters in another place.',
});

const LETTERS: Readonly<Record<CauseClass, (judged: Judged) => Letter>> = {
  media,
  link,
  'device-gone': deviceGone,
  controller,
  resources,
  filesystem,
  encryption,
  virtual,
  memory,
  software,
  unknown,
};

/** What a disk says of its own end counts for its owner, whatever stopped the PC. */
function urgent({ facts, cause }: Judged): string | undefined {
  const foretold = failureForetold(facts) !== undefined;
  if (!foretold && !isSick(healthReport(facts))) return undefined;
  const news = foretold ? 'the disk has given warning that it may fail' : 'the disk reports that its health is poor';
  const copied =
    cause === 'media' || (cause === 'device-gone' && !canBeUnplugged(facts.disk)) || cause === 'filesystem';
  return copied
    ? `It is urgent, because ${news}.`
    : `Apart from that, ${news}, so please copy the files that you cannot do without to another place today.`;
}

/** Also of the same disk in another machine, so it does not say "your PC". */
const again = ({ facts: { kin = [], decode } }: Judged): string | undefined =>
  kin.some(
    ({ daysBefore, disk, decode: other }) =>
      daysBefore >= 0 && disk !== 'another-disk' && other.family === decode.family,
  )
    ? 'Something like this has happened before, so please do not put it off.'
    : undefined;

/**
 * For the person whose PC it is: what it means, what about the files, what comes next, what to do now. No codes, no names of parts
 * that need explaining, no blame, and never surer than the verdict.
 */
export function forOwner(judged: Judged): string {
  const { whatItWas, yourFiles, whatComes, whatToDo } = LETTERS[judged.cause](judged);
  return [whatItWas, yourFiles, whatComes, whatToDo, urgent(judged) ?? again(judged)]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}
