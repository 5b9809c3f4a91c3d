import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/languages'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { commandText } from '../commands/build'
import { unknownSubject } from '../commands/unknown-subject'
import type { ProblemKind } from '../kinds'
import { steps, stepFor } from '../steps'
import type { StepKind } from '../steps/kinds'
import { causes } from '.'
import { remedies } from './remedies'

/** Advice that was wrong once: what it says now, each checked against the source that the table or the step names. */
const causesOf = (kind: ProblemKind) => causes[kind].map(({ cause }) => cause)
const az = (kind: StepKind, subject = unknownSubject) => commandText(stepFor(kind, subject).commands.az ?? [])
const bash = (kind: StepKind) => commandText(stepFor(kind, unknownSubject).commands['guest-bash'] ?? [])

describe('a key change that failed (azure-linux-extensions #2035)', () => {
  it('leads to no restart and no new request: the key file is checked, then snapshots are taken', () => {
    for (const { cause, steps: all } of causes['key-update-failed']) {
      if (cause === 'key-volume-detached') continue
      expect(all.indexOf('see-key-file'), cause).toBeGreaterThanOrEqual(0)
      expect(all.indexOf('keep-vm-running'), cause).toBeGreaterThan(all.indexOf('see-key-file'))
      expect(all, cause).toContain('snapshot-disks')
      const risks = all.flatMap((kind) => steps[kind].risks)
      for (const risk of ['restart', 'stops-vm', 'irreversible-os-encryption'] as const)
        expect(risks, cause).not.toContain(risk)
    }
  })

  it.each(languages)('is worded so in %s', async (language) => {
    const { problems } = await loadRemedies(language)
    const guidance = await loadGuidance(language)
    const no = language === 'en' ? /do not restart/i : /再起動(?:せず|も停止もせず)/
    expect(problems['key-update-failed'].consequence).toMatch(no)
    expect(guidance['linux-update-settings-failed'].next[0]).toMatch(no)
  })
})

describe('vault and key', () => {
  it('distinguishes an expired key version, which still unwraps, from a disabled one', async () => {
    for (const language of languages) {
      const { causes: words, reasons, steps: stepWords } = await loadRemedies(language)
      const unlocks = language === 'en' ? /still unlocks/ : /ロックの解除は(?:でき|できます)/
      expect(reasons['key-version-expired']).toMatch(unlocks)
      expect(words['key-expired'].text).toMatch(unlocks)
      expect(stepWords['show-key'].outputs.filter(({ means }) => unlocks.test(means))).toHaveLength(1)
    }
    expect(remedies['key-expired'].do).toEqual(['extend-key-version'])
  })

  it('considers a missing or inaccessible vault, and a missing key, where the key volume is missing', () => {
    expect(causesOf('key-volume-missing')).toEqual(
      expect.arrayContaining(['vault-gone', 'vault-not-enabled', 'key-gone', 'secret-gone', 'key-disabled']),
    )
  })

  it('checks 168.63.129.16 where the host did not answer', () => {
    expect(remedies['host-did-not-answer'].check[0]).toBe('see-platform-address')
    expect(bash('see-platform-address')).toMatch(/168\.63\.129\.16[\s\S]*80 32526/)
  })

  it('gives soft delete a separate warning, and deletes locks by id', async () => {
    for (const language of languages) {
      const { risks } = await loadRemedies(language)
      for (const risk of steps['enable-soft-delete'].risks) expect(risks[risk].warning).not.toMatch(/Linux|OS/)
    }
    expect(az('remove-lock')).toBe("az lock delete --ids '<LOCK-ID>'")
  })

  it('gives an application an access policy or roles, by the permission model of the vault', () => {
    expect(az('grant-application')).toContain('keyvault set-policy')
    expect(az('grant-application-role')).toContain('role assignment create')
    expect(remedies['application-lacks-rights'].do.slice(0, 2)).toEqual(['grant-application', 'grant-application-role'])
  })
})

describe('disks and volumes', () => {
  it('keeps type and zone of the old disk', () => {
    for (const kind of ['restore-os-disk', 'restore-data-disk', 'build-vm-from-snapshot'] as const)
      expect(az(kind)).toMatch(/disk create .*--sku '<SKU-OF-OLD-DISK>' --zone '<ZONE-OF-OLD-DISK>'/)
  })

  it('frees the volume that is full', () => {
    expect(remedies['no-room-for-header'].do).toEqual(['free-data-space'])
    expect(bash('free-data-space')).toContain("'<MOUNT-POINT>'")
  })

  it('calls the OS copy a copy, and names Windows where it means Windows', async () => {
    const { steps: words } = await loadRemedies('en')
    expect(words[remedies['background-copy-stopped'].do[0] ?? 'nothing-to-do'].text).toContain('OS disk')
    expect(words[remedies['log-file-locked'].do[0] ?? 'nothing-to-do'].text).not.toContain('OS disk')
  })

  it('passes optlv in dual pass only', async () => {
    for (const language of languages) {
      const { steps: words } = await loadRemedies(language)
      const output = words['see-lvm-layout'].outputs[0]?.output ?? ''
      expect(output).toMatch(language === 'en' ? /dual pass: also `optlv`/ : /デュアル パスでは `optlv`/)
    }
  })

  it('says that the way to encryption at host is an upload to new disks and a new VM', async () => {
    const { steps: words } = await loadRemedies('en')
    expect(words['use-encryption-at-host'].text).toMatch(/cannot be switched in place.*upload to new disks.*new VM/)
  })

  it('says that CanNotDelete keeps the extension from being removed', async () => {
    const { steps: words } = await loadRemedies('en')
    const only = words['show-locks'].outputs.find(({ output }) => output.includes('CanNotDelete'))
    expect(only?.means).toMatch(/Removing an extension.* refused/)
  })
})

describe('the operating system', () => {
  it('sets SELinux to permissive before it is switched off, with a warning about labels', async () => {
    expect(remedies['selinux-enforcing'].do).toEqual(['selinux-permissive', 'disable-selinux'])
    for (const language of languages)
      expect((await loadRemedies(language)).steps['disable-selinux'].text).toContain('`touch /.autorelabel`')
  })

  it('installs what each package manager needs', () => {
    const script = bash('install-packages')
    for (const name of ['grub-pc-bin', ' at ', 'nvme-cli', 'cryptsetup-reencrypt', 'zypper', 'tdnf'])
      expect(script).toContain(name)
  })

  it('repairs Windows Remote Management instead of rebuilding the VM', () => {
    expect(remedies['windows-service-missing'].do).toEqual(['repair-winrm'])
  })
})
