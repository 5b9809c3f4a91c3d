'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useCallback, useState, type ReactNode } from 'react'
import { FleetStateProvider } from '@/components/queries/fleet-state'
import type { Contrast, Theme } from '@/lib/i18n/themes'
import { AppearanceProvider } from './appearance'
import { Keys } from './keys'
import { Palette } from './palette'
import { placesOf, type PlaceKey } from './places'
import { Rail } from './rail'
import { RenewalBanner } from './renewal-banner'
import { TopBar } from './top-bar'

/** Only the demo loads it. */
const DemoBanner = dynamic(() => import('./demo-banner'))

export interface FrameProps {
  readonly theme: Theme
  readonly contrast: Contrast
  /** The available pages, in the order of the rail. */
  readonly places: readonly PlaceKey[]
  /** Whether this is the demo with a fake Azure. */
  readonly demo: boolean
  readonly children: ReactNode
}

/** The frame around every page: bar, rail, main region, keys. */
export function Frame({ theme, contrast, places: keys, demo, children }: FrameProps) {
  const t = useTranslations('frame')
  const places = placesOf(keys)
  const [palette, setPalette] = useState(false)
  const openPalette = useCallback(() => setPalette(true), [])
  return (
    <AppearanceProvider theme={theme} contrast={contrast}>
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-ink px-3 py-2 text-on-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <FleetStateProvider>
        <TopBar places={places} onPalette={openPalette} />
        <div className="flex min-w-0">
          <Rail places={places} />
          <main
            id="main"
            tabIndex={-1}
            className="flex min-w-0 flex-1 flex-col narrow:has-data-fills-window:h-[calc(100dvh-3rem-1px)]"
          >
            {demo && (
              <div className="px-3 pt-3 narrow:px-5">
                <DemoBanner />
              </div>
            )}
            <RenewalBanner />
            {children}
          </main>
        </div>
        <Keys />
        <Palette open={palette} onOpen={openPalette} places={places} onClosed={() => setPalette(false)} />
      </FleetStateProvider>
    </AppearanceProvider>
  )
}
