import { useFormatter } from 'next-intl';

/** A moment as people of an office write it, of China's time. */
export function Moment({ at }: { readonly at: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at}>
      {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}
