import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/languages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { unknownSubject } from '../commands/unknown-subject'
import { stepFor, steps } from '.'
import { stepKinds, type StepKind } from './kinds'
import type { StepRisk } from './types'

describe.each(languages)('the warnings in %s', (language) => {
  it('of a Windows VM do not mention Linux, nor those of a Linux VM Windows', async () => {
    const words = await loadRemedies(language)
    const wrong = (['Windows', 'Linux'] as const).flatMap((osType) =>
      stepKinds.flatMap((kind) =>
        stepFor(kind, { ...unknownSubject, osType })
          .risks.map((risk) => words.risks[risk].warning)
          .filter((warning) => warning.includes(osType === 'Windows' ? 'Linux' : 'Windows'))
          .map((warning) => `${kind} on ${osType}: ${warning}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('say of a Linux VM, and where the system is unknown, that an OS disk stays encrypted', async () => {
    const words = await loadRemedies(language)
    const warned = (osType: 'Linux' | null) =>
      stepFor('enable-again', { ...unknownSubject, osType }).risks.map((risk) => words.risks[risk].warning)
    expect(warned('Linux').some((warning) => warning.includes('Linux'))).toBe(true)
    expect(warned(null)).toEqual(warned('Linux'))
  })
})

/** Run in a repair VM, whose OS disk is not the one that is encrypted. */
const inRepairVm: readonly StepKind[] = ['unlock-repair-disk', 'import-volume-group']

it('include every other risk on both systems', () => {
  for (const kind of stepKinds) {
    const shown = (['Windows', 'Linux'] as const).flatMap(
      (osType) => stepFor(kind, { ...unknownSubject, osType }).risks,
    )
    const apart = (risk: StepRisk): boolean => risk === 'never-during-os-encryption' && inRepairVm.includes(kind)
    expect([...new Set(shown)].sort(), kind).toEqual(steps[kind].risks.filter((risk) => !apart(risk)).toSorted())
  }
})
