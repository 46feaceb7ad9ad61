import { useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './api-docs.module.css';
import type { ApiDescription, DescribedContent, ShownOperation } from './description.ts';
import { schemaText } from './schema-text.ts';

interface OperationDetailsProps {
  readonly operation: ShownOperation;
  readonly description: ApiDescription;
}

/** One operation in a line; what it takes and answers when it is opened. */
export function OperationDetails({ operation, description }: OperationDetailsProps) {
  const [isOpen, setOpen] = useState(false);
  const { method, path, summary, operationId } = operation;
  return (
    <details
      id={operationId}
      className={styles.operation}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <code className={styles.method}>{method}</code> <code>{path}</code>{' '}
        <span className={styles.summary} lang="en">
          {summary}
        </span>
      </summary>
      {isOpen && <OperationBody operation={operation} description={description} />}
    </details>
  );
}

function OperationBody({ operation, description }: OperationDetailsProps) {
  const t = useTranslations('apiDocs');
  const { parameters = [], requestBody, responses, security } = operation;
  return (
    <div className={styles.body}>
      {security?.length === 0 && <p>{t('open')}</p>}
      {parameters.length > 0 && (
        <Block
          title={t('parameters')}
          text={parameters
            .map((each) => {
              const form = each.schema ? schemaText(each.schema, description) : 'any';
              return `${each.name}${each.required ? '' : '?'}: ${form}  // ${t(`in.${place(each.in)}`)}`;
            })
            .join('\n')}
        />
      )}
      {requestBody && (
        <Content title={t('body')} content={requestBody.content} {...{ description }} />
      )}
      {Object.entries(responses).map(([status, { description: said, content }]) => (
        <Content
          key={status}
          title={status === 'default' ? t('otherwise') : t('answer', { status })}
          note={said}
          content={content}
          description={description}
        />
      ))}
    </div>
  );
}

function place(where: string): 'path' | 'query' | 'header' {
  return where === 'path' || where === 'query' ? where : 'header';
}

function Content({
  title,
  note,
  content = {},
  description,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly content?: DescribedContent | undefined;
  readonly description: ApiDescription;
}) {
  const entries = Object.entries(content);
  if (entries.length === 0) return <Block title={title} note={note} />;
  return entries.map(([type, { schema }]) => (
    <Block
      key={type}
      title={title}
      note={[note, type].filter(Boolean).join(' · ')}
      text={schema ? schemaText(schema, description) : 'any'}
    />
  ));
}

function Block({
  title,
  note,
  text,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly text?: string;
}) {
  return (
    <div>
      <h3 className={styles.title}>
        {title}
        {note && (
          <span className={styles.note} lang="en">
            {note}
          </span>
        )}
      </h3>
      {text !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <pre className={styles.schema} lang="en" tabIndex={0}>
          {text}
        </pre>
      )}
    </div>
  );
}
