import type { Found, TextForm } from './text-form.js';

/** `KERNEL_DATA_INPAGE_ERROR`, alone on its line or with the file that Windows 8 puts behind it. */
const NAME =
  /^\s{0,40}([A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,9})\s{0,4}(?:\(([\w.+-]{1,64}\.(?:sys|dll|exe))\))?\s{0,8}$/i;
/** `Stop code: KERNEL DATA INPAGE ERROR`, with blanks since Windows 10. */
const LABELLED =
  /(?:stop ?code|stoppcode|终止代码|código de detención|code d.arrêt|codice di arresto|código de parada)\s{0,8}:\s{0,8}([A-Z][A-Z0-9]{1,40}(?:[_ ][A-Z0-9]{1,40}){1,9})\s{0,4}(?:\(([\w.+-]{1,64})\))?\s{0,8}$/i;

/** The screen since Windows 8 has no numbers. Only asked when a text holds nothing else, because names are in many texts. */
export const stopNameForm: TextForm = {
  form: 'stop-name',
  hint: '',
  read(lines, at): Found | undefined {
    const found = LABELLED.exec(lines[at]!) ?? NAME.exec(lines[at]!);
    if (!found || found[1] !== found[1]!.toUpperCase()) return undefined;
    return { name: found[1]!.replaceAll(' ', '_'), blamed: found[2], doubts: [] };
  },
};
