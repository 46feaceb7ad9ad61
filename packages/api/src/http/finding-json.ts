import { z } from '@hono/zod-openapi';
import type { Diagnostic, Span, TextLanguage } from '@tiaoli/base';

const placeSchema = z.object({ line: z.int(), column: z.int() });
const rangeSchema = z.object({ start: placeSchema, end: placeSchema });

/** With the keys of `tiaoli check --format json`. */
export const findingSchema = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
    file: z.string(),
    range: rangeSchema,
    hint: z.string().optional(),
    related: z.array(z.object({ message: z.string(), file: z.string(), range: rangeSchema })),
  })
  .openapi('Finding');

/** The form of `Finding`. */
export function findingJson(
  { code, severity, message, span, hint, related }: Diagnostic,
  language: TextLanguage,
): z.infer<typeof findingSchema> {
  return {
    ...{ code, severity, message: message[language], file: span.file, range: rangeOf(span) },
    ...(hint && { hint: hint[language] }),
    related: related.map((each) => ({
      ...{ message: each.message[language], file: each.span.file, range: rangeOf(each.span) },
    })),
  };
}

function rangeOf({ start, end }: Span) {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
