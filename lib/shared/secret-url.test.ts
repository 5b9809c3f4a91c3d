import { expect, it } from 'vitest'
import { shortenSecretUrls } from './secret-url'

it.each([
  ['https://v.vault.azure.net/secrets/name/0d5f2a', 'https://v.vault.azure.net/secrets/name/…'],
  [
    '{"secretUrl": "https://v.vault.azure.net/secrets/name/0d5f2a", "x": 1}',
    '{"secretUrl": "https://v.vault.azure.net/secrets/name/…", "x": 1}',
  ],
  ['{"m":"{\\"u\\":\\"https://v/secrets/a/b\\"}"}', '{"m":"{\\"u\\":\\"https://v/secrets/a/…\\"}"}'],
  ['https://a/secrets/n/1 and https://b/SECRETS/m/2', 'https://a/secrets/n/… and https://b/SECRETS/m/…'],
  ['https://v.vault.azure.net/keys/kek/1', 'https://v.vault.azure.net/keys/kek/1'],
  ['nothing', 'nothing'],
])('%s', (text, short) => {
  expect(shortenSecretUrls(text)).toBe(short)
})
