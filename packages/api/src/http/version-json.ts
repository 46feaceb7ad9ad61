import type { Draft, Repeal, StoredVersion } from '@tiaoli/workspace';

/** The form of `Version`. */
export function versionJson({ publishedAt, files: _, moduleHash: __, ...rest }: StoredVersion) {
  return { ...rest, publishedAt: publishedAt.toISOString() };
}

/** The headers of an answer that is a version, or made with one. */
export function versionTags({ hash }: Pick<StoredVersion, 'hash'>) {
  return { etag: `"${hash}"`, 'tiaoli-version': hash };
}

/** The form of `Repeal`. */
export function repealJson({ id, number, from, reason, recordedAt }: Repeal) {
  return { id, number, from, reason, recordedAt: recordedAt.toISOString() };
}

/** The form of `Draft`. */
export function draftJson({ savedAt, ...rest }: Draft) {
  return { ...rest, savedAt: savedAt.toISOString() };
}
