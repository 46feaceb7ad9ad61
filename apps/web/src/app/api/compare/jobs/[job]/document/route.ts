import type { ComparisonReport } from '@tiaoli/documents';
import { demoText } from '@tiaoli/documents';
import type { Policies } from '@tiaoli/workspace';
import { compareConformance, compareVersions, toldOf } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import { jobGone, notMade } from '../../../../../../features/compare/server/job-problems.ts';
import { comparisonDesk, comparisonJobs } from '../../../../../../http/comparison-jobs.ts';
import { orProblem } from '../../../../../../http/or-problem.ts';
import { problemResponse } from '../../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';
import { isDemoServed } from '../../../../../../http/store-served.ts';
import { storedPolicies } from '../../../../../../http/stored-policies.ts';
import type { PaperFormat } from '../../../../../../jobs/comparison-desk.ts';
import type { FinishedComparison } from '../../../../../../jobs/comparison-jobs.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

const types: Readonly<Record<PaperFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A comparison that is done as a file to keep or to send: one HTML page, or with `?format=docx` 修订对照表 in Word. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const finished = comparisonJobs().finished((await params).job);
  if (!finished) return problemResponse(jobGone, language);
  const format = request.nextUrl.searchParams.get('format') === 'docx' ? 'docx' : 'html';
  return orProblem(notMade, language, async () => {
    const report = await storedPolicies().live.ask((policies) => reportOf(policies, finished));
    const bytes = await comparisonDesk().paper({ format, report, language });
    const mark = report.isDemo ? `（${demoText[language]}）` : '';
    const name = encodeURIComponent(`${report.new.title}修订对照表${mark}.${format}`);
    return new Response(bytes, {
      headers: {
        'content-type': types[format],
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'cache-control': 'no-store',
      },
    });
  });
}

function reportOf(
  policies: Policies,
  { sides, behaviour, verdict }: FinishedComparison,
): ComparisonReport {
  const [old, now] = [sides.old, sides.new].map(({ reference }) => ({ policies, reference }));
  if (!old || !now) throw new Error('a comparison has two sides');
  const { comparison } = compareVersions(old, now);
  const conformance = compareConformance(old, now).comparison;
  return {
    ...{ old: sides.old, new: sides.new, isDemo: isDemoServed() },
    behaviour: { ...toldOf(behaviour, sides), ...(verdict && { verdict }) },
    ...(comparison && { comparison }),
    ...(conformance && conformance.rows.length > 0 && { conformance }),
  };
}
