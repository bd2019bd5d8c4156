// What the preview asks of the core.
import type { Citing } from '../../core/service';

export type CitationPreview = ReturnType<Citing['preview']>;
export type PreviewMark = CitationPreview['notes'] extends ReadonlyMap<string, infer Mark> ? Mark : never;
