import { describe, expect, it } from 'vitest'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { languages } from '@/lib/i18n/languages'
import { unknownSubject } from '../commands/unknown-subject'
import { commandText } from '../commands/build'
import { stepFor, steps } from '.'
import { stepKinds } from './kinds'
import { stepRisks, type StepRisk } from './types'

/** What a command does, by its words, and the risks of which the step must name one. */
const byWords: readonly (readonly [RegExp, readonly StepRisk[]])[] = [
  [/az vm restart|Restart-AzVM|systemctl reboot|sudo reboot|-target default/, ['restart']],
  [/az vm deallocate|Stop-AzVM|az vm resize/, ['stops-vm']],
  [/vm disk detach|Remove-AzVMDataDisk|--os-disk|Set-AzVMOSDisk -VM \$vm/, ['replaces-disk']],
  [/vm extension delete|Remove-AzVM(?:DiskEncryption)?Extension/, ['removes-extension', 'removes-other-extension']],
  [/encrypt-format-all|EncryptFormatAll/, ['erases-data-disks']],
  [/vm encryption disable|Disable-AzVMDiskEncryption/, ['unprotects-data']],
  [/vm encryption enable|Set-AzVMDiskEncryptionExtension/, ['restart']],
  [/systemctl (?:stop|restart|disable)|Restart-Service|umount '|upgrade walinuxagent/, ['stops-services', 'restart']],
  [/vm repair restore/, ['replaces-disk']],
  [/vgrename|vgimportclone/, ['renames-volume-group']],
  [/lock delete|Remove-AzResourceLock/, ['removes-lock']],
  [/Remove-ItemProperty/, ['removes-lockout']],
  [/rule delete|Remove-AzNetworkSecurityRule/, ['opens-network']],
  [/\bpurge\b|\bmkfs|luksFormat|wipefs|\bdd if=|rm -r/, []],
]

/** The loss that each warning must name, in English and in Japanese; null where nothing can be lost. */
const losses: Readonly<Record<StepRisk, readonly [RegExp, RegExp] | null>> = {
  restart: [/unsaved work .* is lost/, /保存していない作業は失われ/],
  'stops-vm': [/temporary disks lose their content/, /一時ディスクの内容は失われ/],
  'deallocates-with-settings': [/temporary disks lose their content/, /一時ディスクの内容は失われ/],
  'needs-key': [/its data cannot be read/, /データを読めません/],
  'stops-services': [/unsaved work .* is lost/, /保存していない作業は失われ/],
  'removes-extension': [/access to their data can be lost/, /データを読めなくなる/],
  'removes-other-extension': [/settings are lost/, /設定は失われ/],
  'removes-lock': [/protection of the lock is lost/, /ロックの保護が失われ/],
  'erases-data-disks': [/Everything on the mounted data disks .* is erased/, /データ ディスク.*すべて消去/],
  'unprotects-data': [/protection of the data is lost/, /データの保護が失われ/],
  'replaces-disk': [/Everything written .* is lost/, /書き込まれたものはすべて失われ/],
  irreversible: null,
  'irreversible-os-encryption': [/the data is lost/, /データは失われ/],
  'changes-key': [/key volume can be lost/, /キーが失われ/],
  'opens-network': [/Protection of the network is lost/, /ネットワークの保護が弱まり/],
  'removes-vault-access': [/lose access/, /アクセスを失い/],
  'overwrites-key-file': [/can no longer be opened/, /二度と開けません/],
  'replaces-permissions': [
    /replaces this identity’s present list: it loses access .* Kinds that are not named, and other identities, keep/,
    /この ID の現在の権限の一覧が.*アクセスを失い.*ほかの ID の権限は残り/,
  ],
  'removes-lockout': [/protection against guessing .* is lost/, /推測に対する保護が失われ/],
  'loses-repair-vm': [/repair VM does not boot again/, /修復 VM は二度と起動しません/],
  'renames-volume-group': [/does not boot from this disk/, /このディスクから起動しません/],
  'never-during-os-encryption': null,
}

describe('the risks of steps', () => {
  it('are named wherever a command stops, restarts, detaches, deletes or formats', () => {
    const wrong: string[] = []
    for (const kind of stepKinds)
      for (const parts of Object.values(stepFor(kind, unknownSubject).commands))
        for (const [pattern, risks] of byWords)
          if (pattern.test(commandText(parts)) && !risks.some((risk) => steps[kind].risks.includes(risk)))
            wrong.push(`${kind}: ${pattern.source}`)
    expect(wrong).toEqual([])
  })

  it.each(languages)('name what is lost, in %s', async (language) => {
    const { risks } = await loadRemedies(language)
    for (const risk of stepRisks) {
      const loss = losses[risk]
      if (loss !== null) expect(risks[risk].warning, risk).toMatch(loss[language === 'en' ? 0 : 1])
      expect(risks[risk].precondition).not.toBe('')
    }
  })
})
