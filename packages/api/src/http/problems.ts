import { fileSpan } from '@tiaoli/base';
import { report } from '@tiaoli/workspace';
import { ApiProblem } from './api-problem.ts';

export function invalidRequest(field: string, reason: string): ApiProblem {
  return new ApiProblem({
    code: 'invalid-request',
    status: 400,
    title: {
      zh: field === '' ? '请求的内容不合格式。' : `请求里的「${field}」不合格式。`,
      en: field === '' ? 'The request is not well formed.' : `"${field}" is not well formed.`,
    },
    remedy: {
      zh: `对照 /api/v1/openapi.json 里的格式改正（${reason}）。`,
      en: `See its form in /api/v1/openapi.json (${reason}).`,
    },
  });
}

export function notSignedIn(): ApiProblem {
  return new ApiProblem({
    code: 'not-signed-in',
    status: 401,
    title: {
      zh: '您还没有登录，或者登录已经结束。',
      en: 'You are not signed in, or your session has ended.',
    },
    remedy: {
      zh: '请登录；程序请在请求头写 Authorization: Bearer 令牌（由 tiaoli user token 签发，可能已过期或收回）。',
      en: 'Sign in; a program sends the header Authorization: Bearer TOKEN, which tiaoli user token issues, and which may have ended or been taken back.',
    },
  });
}

/** Too many tries to sign in failed. */
export function triedTooOften(until: Date, now: Date): ApiProblem {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  return new ApiProblem({
    code: 'tried-too-often',
    status: 429,
    title: {
      zh: '失败的次数太多，这一次没有核对密码。',
      en: 'Too many tries failed; the password was not looked at this time.',
    },
    remedy: {
      zh: `请过 ${seconds < 60 ? `${seconds} 秒` : `${minutes} 分钟`}再试；忘了密码，请管理员给您一个重设密码的链接。`,
      en: `Try again in ${seconds < 60 ? `${seconds} seconds` : `${minutes} minutes`}; if you forgot the password, ask an administrator for a link to set a new one.`,
    },
    retryAfter: seconds,
  });
}

/** A one-time link is good no more. */
export function linkRefused(): ApiProblem {
  const { message, hint } = report('link-refused', {}, fileSpan('link'));
  return new ApiProblem({ code: 'link-refused', status: 422, title: message, remedy: hint });
}

export function loginRefused(): ApiProblem {
  const { message, hint } = report('login-refused', {}, fileSpan('login'));
  return new ApiProblem({ code: 'login-refused', status: 422, title: message, remedy: hint });
}

/** Something was to be changed for a page of somebody else. */
export function foreignPage(): ApiProblem {
  const { message, hint } = report('foreign-page', {}, fileSpan('request'));
  return new ApiProblem({ code: 'foreign-page', status: 403, title: message, remedy: hint });
}

/** A program asks for what a person does who is signed in. */
export function sessionNeeded(): ApiProblem {
  return new ApiProblem({
    code: 'session-needed',
    status: 403,
    title: {
      zh: '这件事要本人登录后做，令牌不能代做。',
      en: 'This is done by somebody who is signed in; a token does not do it.',
    },
    remedy: {
      zh: '在工作台登录，到“我的账号”里办。',
      en: 'Sign in to the workbench and do it on the page of your account.',
    },
  });
}

export function tooManyRequests(seconds: number): ApiProblem {
  return new ApiProblem({
    code: 'too-many-requests',
    status: 429,
    title: { zh: '请求太频繁。', en: 'There are too many requests.' },
    remedy: { zh: `${seconds} 秒后再试。`, en: `Try again in ${seconds} seconds.` },
    retryAfter: seconds,
  });
}

export function tooLarge(): ApiProblem {
  return new ApiProblem({
    code: 'too-large-request',
    status: 413,
    title: { zh: '请求的内容太大。', en: 'The request is too large.' },
    remedy: { zh: '一份政策文本不超过 1 MiB。', en: 'A text of policy has at most 1 MiB.' },
  });
}

export function notJson(): ApiProblem {
  return new ApiProblem({
    code: 'not-json',
    status: 415,
    title: {
      zh: '请求的内容不是 UTF-8 编码的 JSON。',
      en: 'The content of the request is not JSON in UTF-8.',
    },
    remedy: {
      zh: '以 UTF-8 编码，并在请求头写 Content-Type: application/json。',
      en: 'Encode it as UTF-8, and send the header Content-Type: application/json.',
    },
  });
}

export function noSuchAddress(): ApiProblem {
  return new ApiProblem({
    code: 'no-such-address',
    status: 404,
    title: { zh: '没有这个地址。', en: 'There is no such address.' },
    remedy: {
      zh: '全部地址见 /api/v1/openapi.json。',
      en: 'See all addresses in /api/v1/openapi.json.',
    },
  });
}

export function revisionMissing(): ApiProblem {
  return new ApiProblem({
    code: 'revision-missing',
    status: 428,
    title: {
      zh: '没有说明是从哪一稿改起的。',
      en: 'The request does not say which revision it was made from.',
    },
    remedy: {
      zh: '先读取草稿，把应答头 ETag 的值放进 If-Match。',
      en: 'Read the draft first, and send the value of its header ETag as If-Match.',
    },
  });
}

export function defect(): ApiProblem {
  return new ApiProblem({
    code: 'defect',
    status: 500,
    title: { zh: '程序出错，请求没有完成。', en: 'A defect of the program; the request failed.' },
    remedy: {
      zh: '请把时间和请求告诉管理员，原因在服务器的日志里。',
      en: 'Tell the time and the request to an administrator; the reason is in the log of the server.',
    },
  });
}
