import { languageNames, languages, type Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { siteTexts } from './texts'

export interface SitePage {
  readonly language: Language
  /** Without its language: `/help/` stands for `/ja/help/` as well. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** Markup of the main part. */
  readonly main: string
}

/** Origin of the site; null where it is not known: then nothing names absolute addresses. */
export type Origin = string | null

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The path of a page in a language. */
export const pathIn = (language: Language, path: string): string => (language === 'en' ? path : `/${language}${path}`)

/** Links from a page to itself in each language, for search engines and for the choice of the language. */
export function alternates(language: Language, path: string, origin: Origin): string {
  const address = (other: Language): string => `${origin ?? ''}${pathIn(other, path)}`
  const others = languages.map((other) => `<link rel="alternate" hreflang="${other}" href="${address(other)}">`)
  return [`<link rel="canonical" href="${address(language)}">`, ...others].join('')
}

/** Pages without scripts load styles, typefaces and pictures, and nothing else. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"

/** A page of the site that runs no script. */
export function framed({ language, path, title, description, main }: SitePage, styles: string, origin: Origin): string {
  const { links } = siteTexts[language]
  const { help } = messages[language]
  const entries = [
    ['/', links.product],
    ['/help/', help.title],
    ['/help/messages/', help.messages.title],
    ['/demo/', links.demo],
    ['/file/', links.file],
  ] as const
  const entry = ([to, text]: readonly [string, string]): string =>
    `<li><a class="prose-link inline-flex min-h-8 items-center" href="${pathIn(language, to)}"${to === path ? ' aria-current="page"' : ''}>${escaped(text)}</a></li>`
  const others = languages
    .filter((other) => other !== language)
    .map(
      (other) =>
        `<li><a class="prose-link inline-flex min-h-8 items-center" lang="${other}" href="${pathIn(other, path)}">${languageNames[other]}</a></li>`,
    )
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><meta name="description" content="${escaped(description)}">
${alternates(language, path, origin)}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${styles}</head>
<body><a class="sr-only focus:not-sr-only" href="#main">${escaped(messages[language].frame.skip)}</a>
<header class="border-b border-line bg-surface px-4"><nav aria-label="${escaped(messages[language].frame.mainNavigation)}"><ul class="flex flex-wrap gap-x-4 gap-y-1 py-2">${entries.map(entry).join('')}${others.join('')}</ul></nav></header>
<main id="main" tabindex="-1">${main}</main></body></html>
`
}
