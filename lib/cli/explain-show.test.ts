import { describe, expect, it } from 'vitest'
import { answerForPeople } from './explain-as-text'

const secretUrl =
  'https://kv1.vault.azure.net/secrets/96816bef-7edf-4f86-aca3-a1b254226af2/5330c5df289e4475bec5b8ffe17969ca'
/** What `az vm encryption show` prints where only the OS disk is listed. */
const show = (data: string, message: string, code = 'ProvisioningState/succeeded', os = 'Encrypted'): string =>
  JSON.stringify(
    {
      disks: [
        {
          name: 'web_OsDisk_1',
          encryptionSettings: [
            { enabled: true, diskEncryptionKey: { secretUrl, sourceVault: { id: '/subscriptions/s/v' } } },
          ],
          statuses: [
            { code: 'EncryptionState/encrypted', level: 'Info', displayStatus: 'Encryption is enabled on disk' },
          ],
        },
      ],
      status: [{ code, level: 'Info', message }],
      substatus: [
        {
          code: 'ComponentStatus/Microsoft.Azure.Security.AzureDiskEncryptionForLinux/succeeded',
          level: 'Info',
          message: JSON.stringify({ os, data }),
        },
      ],
    },
    null,
    2,
  )
const printed = (text: string, language: 'en' | 'ja' = 'en'): Promise<string> =>
  answerForPeople(text, language, Date.parse('2026-11-29T00:00:00Z')).then(({ output }) => output)
const success = 'Encryption succeeded for all volumes'

describe('az vm encryption show without a data disk', () => {
  it.each(['EncryptionInProgress', 'DecryptionInProgress', 'Encrypted', 'NotEncrypted'])(
    'does not call a VM without data disks whose report names them: %s',
    async (word) => {
      const output = await printed(show(word, success))
      expect(output).not.toContain('no data disks')
      expect(output).toContain(`Data: unknown (reported: ${word})`)
      expect(output.split('\n')[0]).toContain('(?)')
      expect(output).not.toContain('no operation in progress')
      expect(await printed(show(word, success), 'ja')).not.toContain('データ ディスクなし')
    },
  )

  it('has none where the report names none', async () => {
    const output = await printed(show('NotMounted', success))
    expect(output).toContain('Data: no data disks')
    expect(output.split('\n')[0]).not.toContain('(?)')
  })

  it.each(['Updating encryption settings', 'quantum flux', '[2.4.0.21] something'])(
    'is doubted while a status with an unknown message is being written: %s',
    async (message) => {
      const writing = show('NotMounted', message, 'ProvisioningState/transitioning')
      expect((await printed(writing)).split('\n')[0]).toContain('(?)')
      expect((await printed(show('NotMounted', message))).split('\n')[0]).not.toContain('(?)')
    },
  )
})
