import { expect, it } from 'vitest'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { languages } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { samples } from '@/lib/messages/testing/samples'
import { answerForPeople } from './explain-as-text'

it.each(languages)('leaves no text without a next step where no problem has one (%s)', async (language) => {
  const shown = async (text: string) => (await answerForPeople(text, language)).output
  const guidance = await loadGuidance(language)
  const done = await shown(samples['linux-all-succeeded'])
  for (const step of guidance['linux-all-succeeded'].next) expect(done).toContain(`- ${step}`)
  const printed = await shown('OsVolumeEncrypted          : Encrypted\nDataVolumesEncrypted       : Encrypted\n')
  const { states, verdict } = messages[language]
  expect(printed).toContain(`- ${verdict.next.verify.title}`)
  expect(printed).toContain(`data: ${states.data['encrypted-unverified']}`)
  expect(await shown('"EncryptionOperation": "EnableEncryption"')).toContain('az vm encryption show')
})
