import { importsRoutes, type Import } from '@loanbook/contract/features/imports.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import { call } from '../../platform/client.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { importQuery } from './import-query.ts';
import { templatesTexts } from './templates-texts.ts';

/** Says that the files were read as earlier ones of the same source; nothing is remembered silently. */
export function TemplateNotice({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(templatesTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () => call(importsRoutes.correct, { params: { importId: one.id }, body: { sheets: {}, columns: {} } }),
    onSuccess: (afresh) => queryClient.setQueryData(importQuery(one.id).queryKey, afresh),
    onError: (error) => void message.error(errorSentence(error, language)),
  });
  if (one.templates.length === 0) return null;
  const names = one.templates.map((template) => template.name).join('、');
  return (
    <Notice tone="info" title={t('used')} actions={<Button loading={takeBack.isPending} onClick={() => takeBack.mutate()}>{t('takeBack')}</Button>}>
      {t('usedText', { names })}
    </Notice>
  );
}
