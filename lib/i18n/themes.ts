/** What a person can choose; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const contrasts = ['system', 'standard', 'more'] as const
export type Contrast = (typeof contrasts)[number]

/** Cookies that hold the choices; absent means `system`. */
export const themeCookie = 'sealwatch-theme'
export const contrastCookie = 'sealwatch-contrast'

/** The theme a cookie names; anything unknown counts as `system`. */
export function parseTheme(text: string | null | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'system'
}

/** The contrast a cookie names; anything unknown counts as `system`. */
export function parseContrast(text: string | null | undefined): Contrast {
  return contrasts.find((contrast) => contrast === text) ?? 'system'
}
