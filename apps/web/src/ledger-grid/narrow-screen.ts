/** Below this width rows are cards and buttons are icons. */
export const narrowScreen = '(max-width: 767.98px)';
