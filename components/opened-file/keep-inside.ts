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

/** A link of this server and its address; null for any other link, and for a download. */
function ownLink(target: EventTarget | null): { readonly link: HTMLAnchorElement; readonly href: string } | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (link === null || link.hasAttribute('download') || link.target !== '') return null
  const url = new URL(link.getAttribute('href') ?? '', shownAddress())
  return url.origin === window.location.origin && url.protocol !== 'blob:' ? { link, href: url.href } : null
}

/** Moves to a part of the page, whose address has a screen of the file behind the `#`. */
function goToPart(id: string): void {
  const part = document.getElementById(id)
  part?.scrollIntoView()
  part?.focus()
}

/**
 * Keeps the page from asking the server for anything that names a resource of the file: links of screens change what
 * stands behind the `#`, and the framework loads no page ahead.
 * @returns undoes it
 */
export function keepInside(): () => void {
  const onClick = (event: MouseEvent): void => {
    const own = ownLink(event.target)
    if (own === null || event.button === 2) return
    const { link, href } = own
    // A link that does more than to lead somewhere does that itself: done twice, a filter would be on and off again.
    if (event.button === 0 && link.dataset.handlesClick !== undefined) return
    event.preventDefault()
    const written = link.getAttribute('href') ?? ''
    if (written.startsWith('#')) goToPart(written.slice(1))
    else goTo(href, 'pushState')
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
