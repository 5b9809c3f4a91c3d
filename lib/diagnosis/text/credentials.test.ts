import { describe, expect, it } from 'vitest'
import { samples } from '@/lib/messages/testing/samples'
import { explainAny } from './explain-any'

const secrets: readonly (readonly [string, string, string])[] = [
  ['a signature of an address', 'https://lotus.blob.core.windows.net/logs?sv=2022&sig=', 'q9Zr8LotusPond%2Bx%3D'],
  ['a token', 'Authorization: Bearer ', 'eyJhbGciOiJub25lIn0.eyJsb3R1cyI6MX0.c2lnbmF0dXJl'],
  ['a client secret', 'clientSecret: ', 'lotus~8Q-pond'],
  ['a client secret of a command', 'az vm encryption enable --aad-client-secret ', 'lotus~8Q-pond'],
  ['a passphrase', 'passphrase=', 'frog-lotus-pond'],
  ['a recovery password', 'Numerical Password: ', '111111-222222-333333-444444-555555-666666-777777-888888'],
  ['a recovery password alone', 'typed ', '111111-222222-333333-444444-555555-666666-777777-888888'],
]

describe('a text that is shown again', () => {
  it.each(secrets)('is without %s', (_name, before, secret) => {
    const texts = [
      `Failed to encrypt data volumes with error: ${before}${secret}, stack trace: x`,
      `2026/03/09 08:00:01 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 7: [Error] pond ${before}${secret}`,
      `2026/03/09 08:00:01 [Microsoft.Lotus.LotusAgent-1.0]: [StatusReport (0)] msg: pond ${before}${secret}`,
      `Failed to encrypt pond volume lotus ${before}${secret}`,
      `/dev/mapper/data on-pond is active\n/dev/sda1: UUID="1" PARTLABEL="${before}${secret}" TYPE="ext4"`,
    ]
    for (const text of texts) expect(JSON.stringify(explainAny(text)), text).not.toContain(secret)
  })

  it('keeps every text of the catalogue as it is, but for secrets in it', () => {
    for (const sample of Object.values(samples)) {
      const found = explainAny(sample)
      if (found.kind === 'text') expect(JSON.stringify(found.text.messages), sample).not.toContain('<credential>')
    }
  })
})
