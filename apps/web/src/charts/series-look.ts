export interface SeriesLook {
  readonly label: string;
  readonly color: string;
  readonly glyph?: string;
  readonly href?: string;
}
