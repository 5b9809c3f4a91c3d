declare global {
  // Set by the page that shows a file, before anything of the file is shown.
  var sealwatchInFragment: true | undefined
}

/** Fired where the address of a shown file changes: browsers fire no event for a change that the page made itself. */
export const addressEvent = 'sealwatch-address'

/**
 * The address of what is shown. Where a file is shown in the page, it stands behind the `#` of the page's own: browsers
 * send that part to no server, and it names VMs.
 */
export function shownAddress(): URL {
  const { href, hash, origin } = window.location
  return globalThis.sealwatchInFragment === true ? new URL(hash.slice(1) || '/', origin) : new URL(href)
}

/** Changes the address of what is shown, without a request. Next.js follows these calls. */
export function showAddress({ pathname, search }: URL, how: 'pushState' | 'replaceState'): void {
  const inFragment = globalThis.sealwatchInFragment === true
  window.history[how](null, '', `${inFragment ? '#' : ''}${pathname}${search}`)
  if (inFragment) window.dispatchEvent(new Event(addressEvent))
}
