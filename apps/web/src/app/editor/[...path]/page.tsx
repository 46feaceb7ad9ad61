import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditorPage } from '../../../features/editor/page/editor-page.tsx';
import { storedPolicies } from '../../../http/stored-policies.ts';

interface EditorProps {
  readonly params: Promise<{ readonly path: readonly string[] }>;
}

export async function generateMetadata({ params }: EditorProps): Promise<Metadata> {
  const path = pathOf((await params).path);
  return {
    title:
      path
        .split('/')
        .at(-1)
        ?.replace(/\.tiaoli$/, '') ?? '',
  };
}

export default async function EditorRoute({ params }: EditorProps) {
  const path = pathOf((await params).path);
  const source = await storedPolicies().folder.find(path);
  if (!source) notFound();
  return <EditorPage />;
}

/** Segments come as they stand in the address. */
function pathOf(segments: readonly string[]): string {
  try {
    return segments.map(decodeURIComponent).join('/');
  } catch {
    return segments.join('/');
  }
}
