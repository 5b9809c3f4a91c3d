/** Alone, because the last page that still stands carries them in both languages. */
export const crash = {
  title: 'This page stopped working',
  text: 'The fault is in Sealwatch, not in your virtual machines. Nothing was changed in Azure.',
  reference: 'Reference',
  again: 'Try again',
  home: 'Go to the fleet',
} as const
