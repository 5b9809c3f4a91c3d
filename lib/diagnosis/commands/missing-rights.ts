export type VaultObject = 'secrets' | 'keys' | 'certificates'

/** A permission in the words of an access policy. */
export interface VaultRight {
  readonly object: VaultObject
  readonly permission: string
}

const readingOnly = ['get', 'list']
const cryptography = ['decrypt', 'encrypt', 'unwrapKey', 'wrapKey', 'verify', 'sign']
const common = [...readingOnly, 'update', 'create', 'import', 'delete', 'recover', 'backup', 'restore', 'purge']
/** https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/create-or-update */
const permissions: Readonly<Record<VaultObject, readonly string[]>> = {
  secrets: [...readingOnly, 'set', 'delete', 'recover', 'backup', 'restore', 'purge'],
  keys: [...common, ...cryptography, 'release', 'rotate'],
  certificates: [
    ...common,
    'managecontacts',
    'getissuers',
    'listissuers',
    'setissuers',
    'deleteissuers',
    'manageissuers',
  ],
}

/**
 * Data actions whose last word is not the permission of an access policy.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault
 */
const byAction: Readonly<Record<string, string>> = {
  getSecret: 'get',
  setSecret: 'set',
  readMetadata: 'list',
  read: 'get',
  wrap: 'wrapKey',
  unwrap: 'unwrapKey',
}

function isObject(word: string): word is VaultObject {
  return word in permissions
}

/** Only permissions that Key Vault knows: no other word of a text becomes part of a command. */
function rightOf(object: string, word: string): readonly VaultRight[] {
  const kind = object.toLowerCase()
  if (!isObject(kind)) return []
  const wanted = (byAction[word] ?? word).toLowerCase()
  const permission = permissions[kind].find((each) => each.toLowerCase() === wanted)
  return permission === undefined ? [] : [{ object: kind, permission }]
}

/**
 * The permissions that refusals of Key Vault name as missing.
 * https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
 */
export function missingRightsIn(texts: readonly string[]): readonly VaultRight[] {
  const rights = texts.flatMap((text) =>
    [
      ...text.matchAll(/does not have (secrets|keys|certificates) (\w{1,16}) permission/gi),
      ...text.matchAll(/Microsoft\.KeyVault\/vaults\/(secrets|keys|certificates)\/(\w{1,16})/gi),
    ].flatMap(([, object = '', word = '']) => rightOf(object, word)),
  )
  return [...new Map(rights.map((right) => [`${right.object} ${right.permission}`, right])).values()]
}

const officers: Readonly<Record<VaultObject, string>> = {
  secrets: 'Key Vault Secrets Officer',
  keys: 'Key Vault Crypto Officer',
  certificates: 'Key Vault Certificates Officer',
}

/**
 * The smallest of the built-in roles that has a permission.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide#azure-built-in-roles-for-key-vault-data-plane-operations
 */
export function roleFor({ object, permission }: VaultRight): string {
  if (object === 'secrets' && permission === 'get') return 'Key Vault Secrets User'
  if (object === 'keys' && cryptography.includes(permission)) return 'Key Vault Crypto User'
  return readingOnly.includes(permission) ? 'Key Vault Reader' : officers[object]
}
