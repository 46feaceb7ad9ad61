import type { NextRequest } from 'next/server';
import { importDesk } from '../../../http/importing.ts';
import { orProblem } from '../../../http/or-problem.ts';
import type { Problem } from '../../../http/problem.ts';
import { problemResponse } from '../../../http/problem.ts';
import { requestLanguage } from '../../../http/request-language.ts';
import { servedFolderName } from '../../../http/stored-policies.ts';

export const dynamic = 'force-dynamic';

const MOST_BYTES = 50 * 1024 * 1024;

/** The skeleton of a file, whose bytes are the body and whose name is `name`; nothing is kept. */
export async function POST(request: NextRequest): Promise<Response> {
  const language = requestLanguage(request);
  const name = (request.nextUrl.searchParams.get('name') ?? '').split(/[\\/]/u).at(-1) ?? '';
  return orProblem(notMade, language, async () => {
    const bytes = await bodyOf(request);
    if (!bytes) return problemResponse(tooLarge, language);
    const made = await importDesk().make({ bytes, name, language });
    if (!made) return problemResponse(busy, language);
    if (made.kind === 'given-up') return problemResponse(givenUp, language);
    if (made.kind === 'refused') {
      const { code, message, hint } = made;
      const [title, detail] = [message, hint].map((text) => ({ zh: text, en: text }));
      return problemResponse(
        { code, status: 422, title: title ?? tooLarge.title, ...(detail && { detail }) },
        language,
      );
    }
    const { text, title, report } = made;
    return Response.json({
      ...{ text, report, path: pathFor(name) },
      ...(title !== undefined && { title }),
    });
  });
}

/** Where the folder of policies would keep it. */
function pathFor(name: string): string {
  const stem = name
    .replace(/\.[^.]*$/u, '')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '_')
    .replace(/^[.\s]+|\s+$/gu, '');
  const [kept] = [[...stem].slice(0, 60).join('').trim() || 'document'];
  return `${servedFolderName()}/imported/${kept}.tiaoli`;
}

/** Undefined where it is larger than what is taken, however the request tells its length. */
async function bodyOf(request: NextRequest): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const tooLarge: Problem = {
  code: 'import-too-large',
  status: 413,
  title: {
    zh: '文件超过 50 MB，没有导入。',
    en: 'The file has more than 50 MB and was not imported.',
  },
  detail: {
    zh: '删去大图片，或者把文件按部分拆开，分别导入。',
    en: 'Take large pictures out, or split the document and import its parts.',
  },
};

const busy: Problem = {
  code: 'import-busy',
  status: 503,
  title: {
    zh: '正在读别人的文件，这一份还没有读。',
    en: 'Other files are being read; this one was not.',
  },
  detail: { zh: '请过一会儿再试。', en: 'Try again in a moment.' },
};

const givenUp: Problem = {
  code: 'import-given-up',
  status: 422,
  title: {
    zh: '这份文件读得太久，已经停下，没有导入。',
    en: 'The file took too long and was not imported.',
  },
  detail: {
    zh: '用 Word 或 WPS 打开，另存为新的 .docx 再试；文件很长的，按部分拆开。',
    en: 'Open it in Word or WPS, save it as a new .docx and try that; split a long one.',
  },
};

const notMade: Problem = {
  code: 'import-failed',
  status: 500,
  title: {
    zh: '没有导入成功，这是程序的问题。',
    en: 'It was not imported, which is a fault of the program.',
  },
  detail: {
    zh: '请再试一次；还是不行，请把这份文件交给管理员。',
    en: 'Try again; if it stays so, give the file to the administrator.',
  },
};
