'use client'

import { Contrast as HalfDisc } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, use, useState, type ReactNode } from 'react'
import { chooseContrast, chooseTheme } from '@/components/providers/preferences'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuChoices, MenuRule } from '@/components/ui/menu'
import { contrasts, themes, type Contrast, type Theme } from '@/lib/i18n/themes'

interface Appearance {
  readonly theme: Theme
  readonly contrast: Contrast
  readonly setTheme: (theme: Theme) => void
  readonly setContrast: (contrast: Contrast) => void
}

export const AppearanceContext = createContext<Appearance | null>(null)

export interface AppearanceProviderProps {
  /** Read from the cookies by the server. */
  readonly theme: Theme
  readonly contrast: Contrast
  readonly children: ReactNode
}

/** Holds the chosen appearance for both places that change it: the menu of the bar and the narrow menu. */
export function AppearanceProvider({ children, ...initial }: AppearanceProviderProps) {
  const [theme, keepTheme] = useState(initial.theme)
  const [contrast, keepContrast] = useState(initial.contrast)
  const setTheme = (next: Theme) => {
    keepTheme(next)
    chooseTheme(next)
  }
  const setContrast = (next: Contrast) => {
    keepContrast(next)
    chooseContrast(next)
  }
  return <AppearanceContext value={{ theme, contrast, setTheme, setContrast }}>{children}</AppearanceContext>
}

/** The choices, for any menu. */
export function AppearanceChoices() {
  const t = useTranslations('frame')
  const appearance = use(AppearanceContext)
  if (appearance === null) return null
  return (
    <>
      <MenuChoices
        label={t('theme.label')}
        value={appearance.theme}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={appearance.setTheme}
      />
      <MenuRule />
      <MenuChoices
        label={t('contrast.label')}
        value={appearance.contrast}
        options={contrasts.map((value) => ({ value, label: t(`contrast.${value}`) }))}
        onChange={appearance.setContrast}
      />
    </>
  )
}

export function AppearanceMenu() {
  const t = useTranslations('frame')
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t('appearance')} icon={<HalfDisc size={16} strokeWidth={1.75} aria-hidden />} />}
    >
      <AppearanceChoices />
    </Menu>
  )
}
