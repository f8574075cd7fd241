import { viewsRoutes } from '@loanbook/contract/features/views.ts';
import { serve, type Server } from '../../platform/http.ts';
import { changeView, deleteView, saveView, shareView } from './views.commands.ts';
import { viewsPolicy } from './views.policy.ts';
import { listViews } from './views.queries.ts';

/** Lists as people want to see them again. */
export function registerViews(server: Server): void {
  serve(server, viewsRoutes.list, viewsPolicy.list, async ({ tx, session }) => ({ views: await listViews(tx, session) }));
  serve(server, viewsRoutes.save, viewsPolicy.save, ({ tx, session, body }) => saveView(tx, session, body));
  serve(server, viewsRoutes.change, viewsPolicy.change, ({ tx, session, body, param }) => changeView(tx, session, param('viewId'), body));
  serve(server, viewsRoutes.share, viewsPolicy.share, ({ tx, session, body, param }) => shareView(tx, session, param('viewId'), body));
  serve(server, viewsRoutes.delete, viewsPolicy.delete, async ({ tx, session, param }) => {
    await deleteView(tx, session, param('viewId'));
    return {};
  });
}
