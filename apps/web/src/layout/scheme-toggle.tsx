import { useMantineColorScheme } from '@mantine/core';
import { strings } from '../strings.js';
import { glyphs, Icon } from '../ui/icon.js';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Follow the system, or light, or dark. Remembered in this browser. */
export function SchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="segments scheme" role="group" aria-label={strings.nav.scheme.label}>
      {SCHEMES.map((scheme) => (
        <button
          key={scheme}
          type="button"
          aria-pressed={scheme === colorScheme}
          title={strings.nav.scheme[scheme]}
          onClick={() => setColorScheme(scheme)}
        >
          <Icon path={glyphs[scheme]} size={14} />
          <span className="visually-hidden">{strings.nav.scheme[scheme]}</span>
        </button>
      ))}
    </div>
  );
}
