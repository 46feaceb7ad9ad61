/** A text and where it comes from; the path is only a name here. */
export interface Source {
  readonly path: string;
  readonly text: string;
}
