import type { AuditLink } from '../workflow/answers.ts';

/** A link of the chain with what it says. */
export interface ReadLink {
  readonly link: AuditLink;
  readonly at: string;
  readonly actorId: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: readonly (readonly [string, string])[];
}

/** What is asked for; all of it has to fit. */
export interface AuditFilter {
  readonly action: string | undefined;
  readonly actorId: string | undefined;
  /** `YYYY-MM-DD` in China, both included. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly words: string;
}

/** Undefined of a link whose content is no event: what is altered is still shown, by its bare text. */
export function readLink(link: AuditLink): ReadLink {
  const event = parse(link.content);
  const detail = typeof event.detail === 'object' && event.detail !== null ? event.detail : {};
  return {
    link,
    at: textOf(event.at),
    actorId: textOf(event.actorId),
    action: textOf(event.action),
    subject: textOf(event.subject),
    detail: Object.entries(detail).map(([key, value]) => [key, textOf(value)] as const),
  };
}

function parse(content: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

/** Those that fit, newest first. */
export function chooseLinks(links: readonly ReadLink[], filter: AuditFilter): readonly ReadLink[] {
  const words = filter.words.trim().toLowerCase();
  return links
    .filter(({ link, at, action, actorId }) => {
      const day = dayInChina(at);
      return (
        (filter.action === undefined || filter.action === action) &&
        (filter.actorId === undefined || filter.actorId === actorId) &&
        (filter.from === undefined || day >= filter.from) &&
        (filter.to === undefined || day <= filter.to) &&
        link.content.toLowerCase().includes(words)
      );
    })
    .toReversed();
}

function dayInChina(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return '';
  return moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/**
 * The links as CSV for Excel: a mark of UTF-8, and nothing that a sheet would take for a formula.
 *
 * @param mark  what every row says at its end
 */
export function auditCsv(
  links: readonly ReadLink[],
  heads: readonly string[],
  nameOf: (id: string) => string,
  mark?: string,
): string {
  const marks = mark === undefined ? [] : [mark];
  const rows = links.map(({ link, at, actorId, action, subject, detail }) => [
    ...[String(link.number), at, nameOf(actorId), actorId, action, subject],
    ...[detail.map(([key, value]) => `${key}: ${value}`).join('; '), link.previousHash, link.hash],
    ...marks,
  ]);
  return `\uFEFF${[[...heads, ...marks], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
