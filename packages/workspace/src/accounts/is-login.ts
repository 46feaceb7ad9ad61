/** Whether a text can be a login: it is compared as written, so nothing in it may be unseen. */
export function isLogin(text: string): boolean {
  return /^[\p{L}\p{N}._@-]{1,100}$/u.test(text);
}
