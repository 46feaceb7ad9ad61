import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import type { GateBlock, ProposalGate } from '../../workflow/answers.ts';

/** What keeps a proposal from being approved, and from being published. */
export function GateBlocks({ gate }: { readonly gate: ProposalGate }) {
  const t = useTranslations('gate');
  const { approvalBlocks, publicationBlocks } = gate;
  if (approvalBlocks.length + publicationBlocks.length === 0) {
    return <Alert type="success" showIcon title={t('nothingBlocks')} />;
  }
  return (
    <>
      {approvalBlocks.length > 0 && (
        <BlockList title={t('blocksApproval')} blocks={approvalBlocks} />
      )}
      {publicationBlocks.length > 0 && (
        <BlockList title={t('blocksPublication')} blocks={publicationBlocks} />
      )}
    </>
  );
}

function BlockList({
  title,
  blocks,
}: {
  readonly title: string;
  readonly blocks: readonly GateBlock[];
}) {
  return (
    <Alert
      type="warning"
      showIcon
      title={title}
      description={
        <ul>
          {blocks.map(({ kind, message, remedy }) => (
            <li key={`${kind} ${message}`}>
              {message} {remedy}
            </li>
          ))}
        </ul>
      }
    />
  );
}
