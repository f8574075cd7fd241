import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useSession } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { classesQuery } from './classes-query.ts';
import { classesTexts } from './classes-texts.ts';

/** On a business's page: that the obligor rule asks for its other loans to be lowered. */
export function ObligorNotice({ customerId }: { readonly customerId: string }): ReactNode {
  const t = useTexts(classesTexts);
  const { businessDate } = useSession();
  const { data } = useQuery(classesQuery(businessDate));
  const obligor = data?.obligors.find((one) => one.customerId === customerId);
  if (obligor === undefined) return null;
  return <Notice tone="attention" actions={<ButtonLink to={links.classes}>{t('obligorSee')}</ButtonLink>}>{t('obligorOnCustomer', { share: obligor.nplSharePct })}</Notice>;
}
