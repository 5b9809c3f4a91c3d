import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'
import { FileProviders } from '@/components/opened-file/file-providers'
import { AppProviders } from '@/components/providers/app-providers'
import { requestPreferences } from '@/components/providers/request-preferences'
import { Notices } from '@/components/watches/notices'
import { browserConfig } from '@/lib/config/config'
import { frameTexts } from '@/lib/i18n/frame-texts'
import { textsOf } from '@/lib/i18n/scopes'

/**
 * The layout of the page that shows a file: that of all pages, without a sign-in. It loads the same components, so that
 * the bundler divides them no further.
 */
export default async function FileLayout({ children }: { readonly children: ReactNode }) {
  const { language, theme, contrast } = await requestPreferences()
  return (
    <AppProviders config={browserConfig()} starts={false} language={language} texts={textsOf(language, frameTexts)}>
      <FileProviders>
        <Frame
          theme={theme}
          contrast={contrast}
          demo={false}
          places={['fleet', 'needs', 'causes', 'retirement', 'compare', 'help']}
        >
          {children}
        </Frame>
        <Notices />
      </FileProviders>
    </AppProviders>
  )
}
