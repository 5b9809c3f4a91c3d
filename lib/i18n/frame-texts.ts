import type { TextScope } from './scopes'

/** The texts that every page needs, the demo's banner included; a page adds its own with `PageTexts`. */
export const frameTexts: readonly TextScope[] = [
  'demo',
  'frame',
  'local.account',
  'local.banner',
  'local.file',
  'states.state',
  'ui',
  'watches.kind',
  'watches.rule',
  'watches.toast',
]
