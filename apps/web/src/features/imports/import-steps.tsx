import type { Import } from '@loanbook/contract/features/imports.ts';
import { useState, type ReactNode } from 'react';
import { ChangesStep } from './changes-step.tsx';
import { CommitBar } from './commit-bar.tsx';
import { emptyDraft, type MappingDraft } from './mapping-draft.ts';
import { MappingStep } from './mapping-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ProblemsStep } from './problems-step.tsx';
import { StepTabs, type ImportStep } from './step-tabs.tsx';

/** What was recognised, what it looks like, what is wrong with it; then writing. The four are looked at in any order. */
export function ImportSteps({ one }: { readonly one: Import }): ReactNode {
  const [step, setStep] = useState<ImportStep>('tables');
  const [draft, setDraft] = useState<MappingDraft>(emptyDraft);
  return (
    <>
      <StepTabs one={one} step={step} onStep={setStep} />
      <div role="tabpanel" id={`import-step-${step}`} aria-labelledby={`import-tab-${step}`} tabIndex={-1} style={{ display: 'contents' }}>
        <StepContent one={one} step={step} draft={draft} onDraft={setDraft} />
      </div>
      <CommitBar one={one} step={step} onStep={setStep} draft={draft} onDraft={setDraft} />
    </>
  );
}

interface StepContentProps {
  readonly one: Import;
  readonly step: ImportStep;
  readonly draft: MappingDraft;
  readonly onDraft: (draft: MappingDraft) => void;
}

function StepContent({ one, step, draft, onDraft }: StepContentProps): ReactNode {
  switch (step) {
    case 'tables': return <MappingStep one={one} draft={draft} onDraft={onDraft} />;
    case 'preview': return <PreviewStep one={one} />;
    case 'changes': return <ChangesStep one={one} />;
    case 'problems': return <ProblemsStep one={one} draft={draft} onDraft={onDraft} />;
    default: {
      const unknownStep: never = step;
      throw new Error(`no step ${String(unknownStep)}`);
    }
  }
}
