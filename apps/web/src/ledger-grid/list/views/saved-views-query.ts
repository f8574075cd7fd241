import type { ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import { viewsRoutes, type SavedView } from '@loanbook/contract/features/views.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { errorSentence } from '../../../platform/api-error.ts';
import { call } from '../../../platform/client.ts';
import { useLanguage } from '../../../platform/i18n.ts';

const savedViewsQuery = queryOptions({ queryKey: ['saved-views'], queryFn: ({ signal }) => call(viewsRoutes.list, { signal }), staleTime: 60_000 });

/** The readable views of one list, one's own and the shared ones; undefined while they are on their way. */
export function useSavedViews(list: ListName): readonly SavedView[] | undefined {
  return useQuery(savedViewsQuery).data?.views.filter((view) => view.list === list && view.content !== null);
}

/** The view named in the address; undefined also for one that this person cannot see. */
export function usePickedView(list: ListName, viewId: string | undefined): SavedView | undefined {
  return useSavedViews(list)?.find((view) => view.id === viewId);
}

/** One change of a view: the list of views is read again, then `onDone`. A failure is said and leaves everything open. */
export function useViewChange<Input>(change: (input: Input) => Promise<SavedView | object>, onDone: (result: SavedView | object, input: Input) => void) {
  const language = useLanguage();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result, input) => {
      await queryClient.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
      onDone(result, input);
    },
    onError: (error) => void message.error(errorSentence(error, language)),
  });
}
