import { describe, expect, it } from 'vitest'
import { judgeText } from '@/lib/encryption/judge-text'
import { languages } from '@/lib/i18n/languages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { samples } from '@/lib/messages/testing/samples'
import { commandText } from '../commands/build'
import { unknownSubject } from '../commands/unknown-subject'
import { readingOf } from '../reading'
import { stepFor } from '../steps'
import type { StepKind } from '../steps/kinds'
import { offered } from '../steps/offered'
import { situationOf } from '../steps/situation'
import { explainText } from '../text/explain-text'

const causesIn = (text: string): readonly string[] =>
  explainText(text).problems.flatMap(({ causes }) => causes.map(({ kind, support }) => `${kind} ${support}`))

describe('a key volume that is not found', () => {
  it.each([
    // Automatic mounting is off: a new volume receives no drive letter.
    [samples['win-bek-missing'], 'automount-disabled possible'],
    // Linux mounts by label alone.
    [samples['linux-bek-not-found-old'], 'key-volume-relabelled possible'],
    [samples['linux-bek-not-mounted'], 'key-volume-relabelled possible'],
    // A volume without the expected partition is attached.
    [samples['linux-bek-no-partition'], 'key-volume-detached possible'],
  ])('%s', (text, cause) => {
    expect(causesIn(text)).toContain(cause)
  })

  it('has no other label where it is known not to be attached', () => {
    expect(causesIn(samples['linux-bek-not-attached']).join()).not.toContain('key-volume-relabelled')
    expect(causesIn(samples['linux-bek-no-partition']).join()).not.toContain('automount-disabled')
  })

  it('is looked for by label on Linux and by automatic mounting on Windows', () => {
    const see = stepFor('see-key-volume', unknownSubject).commands
    expect(commandText(see['guest-bash'] ?? [])).toContain('LABEL')
    expect(commandText(see['guest-powershell'] ?? [])).toContain('NoAutoMount')
  })
})

describe('steps inside the VM', () => {
  const repair: readonly StepKind[] = [
    'unlock-repair-disk',
    'import-volume-group',
    'restore-group-name',
    'close-repair-disk',
  ]

  it.each<readonly [string, 'Linux' | 'Windows' | null, readonly StepKind[]]>([
    ['Windows', 'Windows', ['unlock-repair-disk']],
    ['Linux', 'Linux', repair],
    ['an unknown system', null, repair],
  ])('are offered where they have a command: %s', (_name, osType, wanted) => {
    const nothing = { tool: 'powershell', os: null, data: null, settings: null, osType: null, message: null } as const
    const situation = { ...situationOf(readingOf(null, judgeText(nothing))), osType, copying: null, silent: false }
    expect(offered(repair, situation)).toEqual(wanted)
  })

  it('name no LVM for a locked BitLocker disk', () => {
    const { problems } = explainText(samples['guest-bitlocker-locked'])
    const kinds = problems.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
    expect(kinds).toContain('unlock-repair-disk')
    expect(kinds).not.toContain('import-volume-group')
  })
})

it.each(languages)('kernel arguments reach the boot entries of RHEL 9.3 (%s)', async (language) => {
  const { steps } = await loadRemedies(language)
  const entry = steps['rebuild-boot-files'].outputs.find(({ output }) => output.includes('rd.luks.ade'))
  expect(entry?.means).toMatch(/GRUB_CMDLINE_LINUX[^]*grub2-mkconfig[^]*9\.3[^]*--update-bls-cmdline/)
})
