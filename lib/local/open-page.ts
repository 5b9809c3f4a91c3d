import 'server-only'
import { createHash } from 'node:crypto'
import { localPaths, localSecretEntry } from '@/lib/contract/local-session'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'

const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:36rem;margin:14vh auto;padding:0 1rem}'
const styleHash = createHash('sha256').update(style).digest('base64')

/** The content security policy of the page: its own script and style sheet, requests to this program, no frame. */
export const openPagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${styleHash}'`,
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => escapes[letter] ?? '')

const parts = ['opening', 'needed', 'refused', 'withdrawn', 'noStorage'] as const

/** The page that exchanges the key in the address for a session. The key is in the fragment, which is never sent. */
export function openPage(language: Language): string {
  const t = messages[language].local.open
  const texts: Readonly<Record<(typeof parts)[number], readonly [string, string]>> = {
    opening: [t.title, t.opening],
    needed: [t.needed, t.neededText],
    refused: [t.refused, t.refusedText],
    withdrawn: [t.withdrawn, t.withdrawnText],
    noStorage: [t.noStorage, t.noStorageText],
  }
  const sections = parts.map((part) => {
    const [title, text] = texts[part].map(escaped)
    return `<section id="${part}"${part === 'needed' ? '' : ' hidden'}><h1>${title}</h1><p>${text}</p></section>`
  })
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sealwatch</title><style>${style}</style><script src="${localPaths.openScript}" defer></script></head>
<body><main role="status">${sections.join('')}</main></body></html>
`
}

/** The script of that page. It removes the key from the address before it does anything else. */
export const openScript = `'use strict'
const key = location.hash.slice(1)
history.replaceState(null, '', location.pathname)
const show = (part) => {
  for (const section of document.querySelectorAll('section')) section.hidden = section.id !== part
}
const open = async () => {
  show('opening')
  const response = await fetch('${localPaths.session}', { method: 'POST', body: key, headers: { 'content-type': 'text/plain' } })
  if (!response.ok) return show(response.status === 429 ? 'withdrawn' : 'refused')
  const { secret } = await response.json()
  try {
    localStorage.setItem('${localSecretEntry}', secret)
  } catch {
    return show('noStorage')
  }
  location.replace('/')
}
if (key !== '') open().catch(() => show('refused'))
`
