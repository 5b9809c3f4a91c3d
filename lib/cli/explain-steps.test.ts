import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/languages'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { samples } from '@/lib/messages/testing/samples'
import type { MessageKind } from '@/lib/messages/types'
import { answerForPeople } from './explain-as-text'

const shown = async (kind: MessageKind, language: 'en' | 'ja'): Promise<string> =>
  (await answerForPeople(samples[kind], language)).output

describe.each(languages)('the steps of a text (%s)', (language) => {
  it('check first, and name the loss, where a stop is only planned', async () => {
    const { steps, risks } = await loadRemedies(language)
    const output = await shown('linux-log-new-passphrase-waiting', language)
    const planned = `     - ${steps['wait-for-key-change'].title}\n       ! ${risks['stops-vm'].warning}`
    expect(output).toContain(planned)
    const before = output.split(planned)[0]
    expect(before).toContain(`     - ${steps['check-nothing-runs'].title}\n`)
    const order = (['snapshot-disks', 'fetch-disk-key', 'unwrap-disk-key', 'test-new-key'] as const).map((kind) =>
      before?.indexOf(`- ${steps[kind].title}\n`),
    )
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((one = 0, other = 0) => one - other))
    expect(output).toMatch(/luksOpen --test-passphrase --key-file "\$key" '<EACH-DATA-DEVICE>'/)
    expect(output).not.toMatch(/both open|どちらのパスフレーズでも/)
  })

  it.each(['ps-scale-set-extension-missing', 'arm-scale-set-unsupported'] as const)(
    'of a scale set have no command for a VM: %s',
    async (kind) => {
      const output = await shown(kind, language)
      expect(output).not.toMatch(/\baz vm /)
      expect(output).toContain(
        "az vmss get-instance-view --resource-group '<RESOURCE-GROUP>' --name '<SCALE-SET-NAME>' --instance-id '<INSTANCE-ID>'",
      )
      expect(output).toContain('`az upgrade`')
    },
  )

  it('name the feature of a scale set with its command, and what the repeated command does', async () => {
    const refused = await shown('arm-scale-set-unsupported', language)
    expect(refused).toMatch(/- .*`UnifiedDiskEncryption`/)
    expect(refused).toContain('az feature register --namespace Microsoft.Compute --name UnifiedDiskEncryption --sub')
    const guidance = await loadGuidance(language)
    const [repeat = ''] = guidance['ps-scale-set-extension-missing'].next
    expect(repeat).toMatch(
      language === 'en'
        ? /`Disable-AzVmssDiskEncryption` only .*decrypt/
        : /`Disable-AzVmssDiskEncryption` .*暗号化を解除/,
    )
  })

  it('of a VM that hangs at boot wait for no old status, unwrap the secret and swap the repaired copy in', async () => {
    const { steps, problems, causes } = await loadRemedies(language)
    const output = await shown('boot-passphrase-prompt', language)
    const waits = output.split(/\n {2}\d\. /).filter((part) => part.includes(`- ${steps['check-nothing-runs'].title}`))
    // There the VM has started, by the passphrase.
    expect(waits.map((part) => part.startsWith(causes['boot-tool-missing'].title))).toEqual([true])
    expect(output).toContain(`  - ${steps['check-still-at-boot'].title}\n`)
    expect(steps['unwrap-disk-key'].title).toContain('`Wrapped BEK`')
    const swap = `- ${steps['swap-repaired-disk'].title}\n`
    // The first and the third cause work on a copy in a repair VM.
    expect(output.split(swap)).toHaveLength(3)
    expect(output.split(swap)[1]).toContain(steps['watch-boot'].title)
    expect(output).toMatch(/az vm deallocate .*\n *az vm repair restore .*\n *az vm start /)
    expect(problems['boot-waits-for-key'].consequence).not.toMatch(/停止したまま/)
  })

  it.each(['guest-mount-locked', 'guest-volume-group-twice'] as const)(
    'rename the volume group of the copy after a snapshot, and back, which can cost the repair VM: %s',
    async (kind) => {
      const { steps, risks } = await loadRemedies(language)
      const output = await shown(kind, language)
      expect(output).not.toMatch(/vgrename rootvg/)
      expect(output.match(/vgrename [^;]*/g)).toEqual([
        "vgrename '<OLD-NAME-OF-COPY>' oldvg",
        "vgrename rescuemevg '<OLD-NAME-OF-COPY>'",
      ])
      expect(output).toContain(risks['loses-repair-vm'].warning)
      const renamed = `     - ${steps['import-volume-group'].title}\n       ! ${risks['renames-volume-group'].warning}`
      const [before = '', ...after] = output.split(renamed)
      expect(after.length).toBeGreaterThan(0)
      expect(before).toContain(`     - ${steps['snapshot-disks'].title}\n`)
    },
  )

  it('give each snapshot a name of its own', async () => {
    const output = await shown('boot-passphrase-prompt', language)
    const names = (output.match(/az snapshot create .*/g) ?? []).map((line) => /--name ('[^']*')/.exec(line)?.[1])
    expect(names).toHaveLength(2)
    expect(new Set(names).size).toBe(2)
  })
})

describe('the check that nothing runs', () => {
  const check = 'Check that no encryption, decryption or key change is running; if one is, wait'

  it.each([
    'cli-fault-no-settings',
    'backup-vault-permissions',
    'asr-target-vault-missing',
    'kv-vault-deleted',
  ] as const)('does not stand before own steps that only read, or change a vault: %s', async (kind) => {
    const [own = ''] = (await shown(kind, 'en')).split(/\n\n/)
    expect(own).not.toContain(check)
  })

  it('says once what in its output means that work runs', async () => {
    const output = await shown('linux-os-unmount-exhausted', 'en')
    const { outputs } = (await loadRemedies('en')).steps['check-nothing-runs']
    for (const { output: printed, means } of outputs)
      expect(output.split(`    - ${printed}: ${means}\n`)).toHaveLength(2)
  })
})

it('of a repair VM, and of Windows, warns of no OS disk that is being encrypted', async () => {
  const { risks } = await loadRemedies('en')
  const { warning } = risks['never-during-os-encryption']
  const { steps } = await loadRemedies('en')
  const twice = await shown('guest-volume-group-twice', 'en')
  for (const kind of ['unlock-repair-disk', 'import-volume-group'] as const) {
    const [, command = ''] = twice.split(`\n  ${steps[kind].title}\n`)
    expect(command).toMatch(/^ {4}\S/)
    expect(command.split('\n  ')[0]).not.toContain(warning)
    expect(command.split(/\n {2}(?=\S)/)[0]).not.toContain(warning)
  }
  expect(await shown('linux-os-unmount-exhausted', 'en')).toContain(warning)
})

it('solves another problem first only where there is one', async () => {
  const { steps } = await loadRemedies('en')
  for (const [kind, text] of Object.entries(samples)) {
    const { output } = await answerForPeople(text, 'en')
    if (!output.includes(steps['other-problem-first'].title)) continue
    expect(output.match(/^(?:Failure|Needs action|Warning|Info): /gm)?.length, kind).toBeGreaterThan(1)
  }
})

it('reads a backup that was refused for its excluded disks', async () => {
  const output = await shown('backup-disk-exclusion-refused', 'en')
  expect(output).toContain('backup-disk-exclusion-refused')
  expect(output).not.toMatch(/az vm encryption enable/)
})
