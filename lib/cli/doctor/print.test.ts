import { expect, it } from 'vitest'
import { languages } from '@/lib/i18n/languages'
import { wrong } from '@/lib/setup/doctor/codes'
import { doctorText } from './print'

it.each(['arm-refused', 'arm-not-azure'] as const)("shows Resource Manager's answer: %s", (code) => {
  const arm = 'https://management.azure.com'
  const line = wrong('arm', code, { arm, authority: arm, found: '429 TooManyRequests Inner.Code' })
  for (const language of languages) {
    const text = doctorText('https://dashboard.example.com', [line], language)
    expect(text).toContain('HTTP 429 TooManyRequests Inner.Code')
    expect(text).not.toMatch(/\{\w+\}/)
  }
})
