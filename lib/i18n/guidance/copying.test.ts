import { describe, expect, it } from 'vitest'
import { catalogue } from '@/lib/messages/catalogue'
import { catalogueIds } from '@/lib/messages/ids'
import type { MessagePhase } from '@/lib/messages/types'
import { languages, type Language } from '../languages'
import { loadGuidance } from './load'

/** Blocks of a disk are copied, or the extension is about to begin or end that. */
const copying: readonly MessagePhase[] = [
  'starting',
  'data-encrypting',
  'os-preparing',
  'os-encrypting',
  'finalizing',
  'decrypting',
]
const running = catalogueIds.filter((id) => copying.includes(catalogue[id].phase) && catalogue[id].severity !== 'error')

/** What stops a VM, and the words that make the sentence a warning, or a report of what the extension does itself. */
const harm: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:restart|reboot|deallocat|redeploy|resiz|stop|shut ?down|power off|detach|format)\w*/i,
  ja: /再起動|割り当て(?:を|の)?解除|停止|サイズ(?:の|を)?変更|シャットダウン|デタッチ|フォーマット/,
}
const harmless: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:no|not|never|nor|without|prevent|itself|tolerated)\b|\bonly (?:if|after)\b|\bafter the (?:last |run)|\bwait for the restart|\bwhen the run has ended/i,
  ja: /しない|せず|ません|ないで|ないよう|避け|防|自動|自身|自体|なし|差し支え|許容|再起動しても処理は再開|拡張機能が VM を|再起動の後なら|再起動と、|実行(?:が終わった|の)後|場合(?:だけ|に限り|のみ)/,
}

describe.each(languages)('guidance in %s while blocks are copied', (language) => {
  it('never advises to restart, stop, deallocate, resize or detach', async () => {
    const guidance = await loadGuidance(language)
    const wrong = running.flatMap((id) =>
      guidance[id].next
        .flatMap((step) => step.split(language === 'en' ? /(?<=\.)\s/ : /(?<=。)/))
        .filter((sentence) => harm[language].test(sentence) && !harmless[language].test(sentence))
        .map((sentence) => `${id}: ${sentence}`),
    )
    expect(running.length).toBeGreaterThan(40)
    expect(wrong).toEqual([])
  })
})
