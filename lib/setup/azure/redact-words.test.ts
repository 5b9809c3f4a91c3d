import { expect, it } from 'vitest'
import { isAzureCode } from './redact-words'

it.each([
  ...['AuthorizationFailed', 'RateLimiting', 'InvalidQuery', 'AADSTS50076', 'AADSTS700082'],
  ...['InvalidParameter.Conflict', 'DisallowedMaxNumberOfRemoteTables', `A${'b'.repeat(63)}`],
])('%s is a code of Azure', (code) => {
  expect(isAzureCode(code)).toBe(true)
})

it.each([
  ...['', 'x', 'canaryvm01.contoso.local', 'canaryVM01.contoso', 'canarySecretAbcDef0123456789', 'vm-app-01'],
  ...['10.0.0.4', '4012', 'Deny Policy', 'Deny/Policy', 'Deny.', '.Deny', 'Deny..Policy', 'Abc1Def2', 'A123456789'],
  ...[`A${'b'.repeat(64)}`, 'Deny\n', 'Ünbekannt', '2f1c7e0a-6a51-4c55-9d0c-8f8f5a1f7a10'],
])('%j could be something else', (code) => {
  expect(isAzureCode(code)).toBe(false)
})
