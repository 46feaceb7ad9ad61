import { expect, test } from 'vitest';
import { withIdentifier } from './with-identifier.ts';

test('the identifier is the first field of the header, once', () => {
  const text =
    '语言 1\n\n文件「甲 { 乙」 {\n  文号 未见 "x"；\n}\n\n条「文件「丙」 {」"$1" 未编码 "y"；\n';
  expect(withIdentifier(text, 'a.b')).toBe(
    '语言 1\n\n文件「甲 { 乙」 {\n  标识 a.b；\n  文号 未见 "x"；\n}\n\n条「文件「丙」 {」"$1" 未编码 "y"；\n',
  );
});
