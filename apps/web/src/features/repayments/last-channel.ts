import { channels, valuesOf, type ValueOf } from '@loanbook/contract/choices.ts';
import { storedPreference } from '../../platform/stored-preference.ts';

export type Channel = ValueOf<typeof channels>;

/** A cashier mostly books one kind of money after another, so the form opens with the channel used last. */
export const lastChannel = storedPreference<Channel>('repayment-channel', valuesOf(channels), () => 'bank_transfer');
