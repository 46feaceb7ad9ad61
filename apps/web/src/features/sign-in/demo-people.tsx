import { Alert, Button, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead, useSend } from '../workflow/use-api.ts';
import type { DemoPerson } from './answers.ts';
import styles from './sign-in.module.css';
import { useAsking } from './use-asking.ts';

/** The people of a demonstration, place by place: one click, and one is one of them. */
export function DemoPeople({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useTranslations('signIn');
  const send = useSend();
  const { ask, isAsking, refusal } = useAsking();
  const { data, error, refetch } = useRead<{ readonly people: readonly DemoPerson[] }>(
    '/session/demo',
  );
  const signIn = (login: string) =>
    ask(async () => {
      await send({ method: 'POST', path: '/session/demo', body: { login } });
      onSignedIn();
    });
  if (error) return <ReadFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const places = [...new Set(data.people.map(({ place }) => place))];
  return (
    <div className={styles.form}>
      <p>{t('demoIntro')}</p>
      {places.map((place) => (
        <PlacePeople
          key={place}
          place={place}
          people={data.people.filter((person) => person.place === place)}
          disabled={isAsking}
          onChoose={(login) => void signIn(login)}
        />
      ))}
      {refusal && <Alert type="error" showIcon title={refusal} />}
    </div>
  );
}

function PlacePeople({
  place,
  people,
  disabled,
  onChoose,
}: {
  readonly place: string;
  readonly people: readonly DemoPerson[];
  readonly disabled: boolean;
  readonly onChoose: (login: string) => void;
}) {
  const t = useTranslations();
  return (
    <fieldset className={styles.place}>
      <legend>{place}</legend>
      {people.map(({ login, name, role }) => {
        const word = t(`workflow.role.${role}`);
        return (
          <Button
            key={login}
            disabled={disabled}
            aria-label={`${word} ${t('signIn.demoAs', { name })}`}
            onClick={() => onChoose(login)}
          >
            {word}
          </Button>
        );
      })}
    </fieldset>
  );
}
