import { describe, expect, it } from 'vitest'
import { explainText } from '@/lib/diagnosis/text/explain-text'
import { commandText } from './build'
import { missingRightsIn, roleFor } from './missing-rights'

const refusal = (right: string): string =>
  `The user, group or application 'appid=1;oid=2' does not have ${right} permission on key vault 'vault-east;location=westeurope'.`

function azOf(text: string, kind: string): string {
  const { problems, steps } = explainText(text)
  expect(problems.flatMap(({ causes }) => causes.map((cause) => cause.kind))).toContain('caller-lacks-vault-rights')
  return commandText(steps.find((step) => step.kind === kind)?.commands.az ?? [])
}

describe('the rights that a refusal of Key Vault names', () => {
  it.each([
    ['secrets set', "--secret-permissions '<PRESENT-PERMISSIONS-FOR-SECRETS>' set", 'Key Vault Secrets Officer'],
    ['secrets get', "--secret-permissions '<PRESENT-PERMISSIONS-FOR-SECRETS>' get", 'Key Vault Secrets User'],
    ['keys unwrapKey', "--key-permissions '<PRESENT-PERMISSIONS-FOR-KEYS>' unwrapKey", 'Key Vault Crypto User'],
    ['keys get', "--key-permissions '<PRESENT-PERMISSIONS-FOR-KEYS>' get", 'Key Vault Reader'],
    ['keys create', "--key-permissions '<PRESENT-PERMISSIONS-FOR-KEYS>' create", 'Key Vault Crypto Officer'],
  ])('are those that the command grants: %s', (right, options, role) => {
    const policy = azOf(refusal(right), 'grant-caller')
    expect(policy).toContain(`--object-id '<OBJECT-ID-OF-CALLER>' ${options} `)
    expect(policy.match(/--\w+-permissions/g)).toHaveLength(1)
    expect(azOf(refusal(right), 'grant-caller-role')).toContain(`--role '${role}'`)
  })

  it('are read from the data action of a vault with roles', () => {
    const text =
      "Code: Forbidden\nMessage: Caller is not authorized to perform action on resource.\nCaller: appid=1;oid=2\nAction: 'Microsoft.KeyVault/vaults/keys/unwrap/action'\nInner error: { code: ForbiddenByRbac }"
    expect(azOf(text, 'grant-caller-role')).toContain("--role 'Key Vault Crypto User'")
  })

  it('are left for the reader to fill in where the text names none', () => {
    expect(azOf('Code: Forbidden, inner error: ForbiddenByRbac', 'grant-caller-role')).toContain("--role '<ROLE-NAME>'")
    expect(azOf('Code: Forbidden, inner error: ForbiddenByRbac', 'grant-caller')).toContain(
      "--secret-permissions '<ALL-PERMISSIONS-FOR-SECRETS>' --key-permissions '<ALL-PERMISSIONS-FOR-KEYS>'",
    )
  })

  it('are only permissions that Key Vault knows', () => {
    expect(missingRightsIn([refusal('secrets rm'), refusal('disks get')])).toEqual([])
    expect(missingRightsIn([refusal('Keys unwrapkey'), refusal('keys unwrapKey')])).toEqual([
      { object: 'keys', permission: 'unwrapKey' },
    ])
    expect(roleFor({ object: 'certificates', permission: 'import' })).toBe('Key Vault Certificates Officer')
  })
})
