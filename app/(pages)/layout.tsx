import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'
import { AppProviders } from '@/components/providers/app-providers'
import { requestPreferences } from '@/components/providers/request-preferences'
import { Notices } from '@/components/watches/notices'
import { browserConfig } from '@/lib/config/config'
import { frameTexts } from '@/lib/i18n/frame-texts'
import { textsOf } from '@/lib/i18n/scopes'

export default async function PagesLayout({ children }: { readonly children: ReactNode }) {
  const { language, theme, contrast } = await requestPreferences()
  const config = browserConfig()
  const snapshots = config.snapshotHours === null ? [] : (['snapshots'] as const)
  return (
    <AppProviders
      config={config}
      language={language}
      texts={textsOf(language, config.demo ? frameTexts : frameTexts.filter((scope) => scope !== 'demo'))}
    >
      <Frame
        theme={theme}
        contrast={contrast}
        demo={config.demo}
        places={['fleet', 'needs', 'causes', 'retirement', 'following', 'history', ...snapshots, 'explain', 'help']}
      >
        {children}
      </Frame>
      <Notices />
    </AppProviders>
  )
}
