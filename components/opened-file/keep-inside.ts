import { showAddress, shownAddress } from '@/components/providers/address'
import { filePath, isFileScreen } from './screen-path'

/** Shows a screen of the file, or another page of this server in a tab of its own: this one keeps the file. */
export function goTo(href: string, how: 'pushState' | 'replaceState'): void {
  const url = new URL(href, shownAddress())
  if (url.origin === window.location.origin && isFileScreen(url.pathname)) {
    showAddress(url, how)
    if (how === 'pushState') window.scrollTo(0, 0)
  } else window.open(url, '_blank', 'noopener')
}

/** The address of a link of this server; null for any other link, and for a download. */
function ownLink(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (link === null || link.hasAttribute('download') || link.target !== '') return null
  const url = new URL(link.getAttribute('href') ?? '', shownAddress())
  return url.origin === window.location.origin && url.protocol !== 'blob:' ? url.href : null
}

/**
 * Keeps the page from asking the server for anything that names a resource of the file: links of screens change what
 * stands behind the `#`, and the framework loads no page ahead.
 * @returns undoes it
 */
export function keepInside(): () => void {
  const onClick = (event: MouseEvent): void => {
    const href = ownLink(event.target)
    if (href === null || event.button === 2) return
    event.preventDefault()
    goTo(href, 'pushState')
  }
  const before = window.fetch
  const send = before.bind(window)
  window.fetch = (input, init) => {
    const isOfFramework = new Headers(init?.headers).has('rsc')
    const url = new URL(input instanceof Request ? input.url : input, window.location.href)
    return isOfFramework && url.pathname !== filePath ? Promise.reject(new TypeError('not sent')) : send(input, init)
  }
  globalThis.sealwatchInFragment = true
  window.addEventListener('click', onClick, { capture: true })
  window.addEventListener('auxclick', onClick, { capture: true })
  return () => {
    window.fetch = before
    window.removeEventListener('click', onClick, { capture: true })
    window.removeEventListener('auxclick', onClick, { capture: true })
  }
}
