import '@fontsource-variable/ibm-plex-sans/wght.css'
import '@fontsource/ibm-plex-mono/latin-400.css'
import '@fontsource/ibm-plex-mono/latin-600.css'
import './globals.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { requestPreferences } from '@/components/providers/request-preferences'
import { messages } from '@/lib/i18n/messages'
import { LanguageFont } from './language-font'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  const { product, description } = messages[language].frame
  return {
    title: { default: product, template: `%s · ${product}` },
    description,
    robots: { index: false, follow: false },
    referrer: 'same-origin',
    manifest: '/manifest.webmanifest',
    icons: {
      icon: [
        { url: '/icon.svg', type: 'image/svg+xml' },
        { url: '/favicon.ico', sizes: '32x32' },
      ],
      apple: '/apple-touch-icon.png',
    },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

/**
 * The one font file that every page needs first; the style sheet references it only after it has been loaded itself.
 */
const latinFont = new URL(
  '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  import.meta.url,
)

/** Language and theme are known before the first byte, so nothing flashes. Everything else belongs to the pages. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { language, theme, contrast } = await requestPreferences()
  preload(latinFont.pathname, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html
      lang={language}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
      {...(contrast === 'system' ? {} : { 'data-contrast': contrast })}
    >
      <body>
        <LanguageFont language={language} />
        {children}
      </body>
    </html>
  )
}
