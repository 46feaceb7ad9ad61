import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { personPart } from '../../calculator/model/person-part.ts';
import type { SettledJson } from '../../calculator/model/settled-json.ts';
import { expectChoices, suggestedName } from '../../calculator/save/example-choices.ts';
import { SaveDialog } from '../../calculator/save/save-dialog.tsx';
import type { CaseAnswer } from '../behaviour-answers.ts';

/** Makes a 算例 of a case in the document of the new side, with what that side gives. */
export function SaveCase({ answer }: { readonly answer: CaseAnswer }) {
  const t = useTranslations('calculator');
  const [isOpen, setOpen] = useState(false);
  const { settled } = answer.new;
  if (settled.kind !== 'settled') return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('saveExample')}
      </Button>
      {isOpen && <SaveOf answer={answer} settled={settled} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveOf({
  answer: { input, name: result, new: side },
  settled,
  onClose,
}: {
  readonly answer: CaseAnswer;
  readonly settled: SettledJson;
  readonly onClose: () => void;
}) {
  const { document, on, path } = side;
  const [name, setName] = useState(() =>
    suggestedName(settled, personPart(settled.result.outputs)),
  );
  const wanted = useMemo(() => {
    const choices = expectChoices(settled);
    const expect = choices
      .filter((choice) => choice.byDefault || choice.name === result)
      .map((choice) => choice.name);
    return { case: input, name, expect, path };
  }, [input, settled, result, name, path]);
  return (
    <SaveDialog target={{ document, on }} wanted={wanted} onName={setName} onClose={onClose} />
  );
}
