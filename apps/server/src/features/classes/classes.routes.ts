import { classesRoutes } from '@loanbook/contract/features/classes.ts';
import { serve, type Server } from '../../platform/http.ts';
import { applyObligorRule } from './apply-obligor-rule.ts';
import { classesPolicy } from './classes.policy.ts';
import { readClasses } from './classes.queries.ts';

export function registerClasses(server: Server): void {
  serve(server, classesRoutes.read, classesPolicy.read, ({ tx }) => readClasses(tx));
  serve(server, classesRoutes.applyObligorRule, classesPolicy.applyObligorRule, ({ tx, param }) => applyObligorRule(tx, param('customerId')));
}
