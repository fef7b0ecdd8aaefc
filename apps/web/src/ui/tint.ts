import type { CSSProperties } from 'react';

/** Hands a colour to the stylesheet. React sets it through the CSSOM, which the content security policy allows. */
export const tint = (color: string): CSSProperties => ({ '--tint': color }) as CSSProperties;
