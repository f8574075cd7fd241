import { settingsRoutes } from '@loanbook/contract/features/settings.ts';
import { serve, type Server } from '../../platform/http.ts';
import { changeSettings } from './change-settings.ts';
import { settingsPolicy } from './settings.policy.ts';
import { readSettings } from './settings.queries.ts';

/** The institution's name, time zone and rate cap. */
export function registerSettings(server: Server): void {
  serve(server, settingsRoutes.read, settingsPolicy.read, ({ tx }) => readSettings(tx));
  serve(server, settingsRoutes.change, settingsPolicy.change, ({ tx, body }) => changeSettings(tx, body));
}
