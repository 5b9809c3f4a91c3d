import type { KeyLoss } from '../steps/key-access'

/** Of a long text, the end. */
const longest = 200_000

interface Output {
  readonly loss: KeyLoss
  readonly patterns: readonly RegExp[]
}

/**
 * What the vault's own tools print of something that is deleted, disabled, or refused.
 * https://learn.microsoft.com/cli/azure/keyvault/secret
 * https://developer.hashicorp.com/terraform/cli/commands/apply
 * https://learn.microsoft.com/powershell/module/az.keyvault/get-azkeyvaultsecret
 * https://learn.microsoft.com/azure/key-vault/general/logging
 */
const outputs: readonly Output[] = [
  { loss: 'purged', patterns: [/\bDELETE https:\/\/[\w.-]{1,100}\/deleted(?:secrets|keys)\//i] },
  {
    loss: 'secret-deleted',
    patterns: [
      /\bazurerm_key_vault_secret\.[^:\n]{1,160}: (?:Destruction complete|(?:Still d|D)estroying\.\.\.)/,
      /\/deletedsecrets\/[\w-]/i,
      /\bDELETE https:\/\/[\w.-]{1,100}\/secrets\//i,
      // A block of PowerShell with -InRemovedState.
      /\/secrets\/\S{1,200}[^/]{0,200}\bDeleted Date[ \t]{0,40}:/i,
    ],
  },
  {
    loss: 'key-deleted',
    patterns: [
      /\bazurerm_key_vault_key\.[^:\n]{1,160}: (?:Destruction complete|(?:Still d|D)estroying\.\.\.)/,
      /\/deletedkeys\/[\w-]/i,
      /\bDELETE https:\/\/[\w.-]{1,100}\/keys\//i,
      /\/keys\/\S{1,200}[^/]{0,200}\bDeleted Date[ \t]{0,40}:/i,
    ],
  },
  {
    loss: 'vault-deleted',
    // Only a deleted vault has a date with this name; a deleted secret has `deletedDate`.
    patterns: [
      /\bazurerm_key_vault\.[^:\n]{1,160}: (?:Destruction complete|(?:Still d|D)estroying\.\.\.)/,
      /\/deletedVaults\/[\w-]/i,
      /\bDeletion ?Date\b[^\n]{0,80}\bScheduled ?Purge ?Date\b/i,
    ],
  },
  {
    loss: 'secret-disabled',
    patterns: [
      /\bEnabled[ \t]{0,40}:[ \t]{0,4}False\b[^{}]{0,400}\bContent ?Type[ \t]{0,40}:[ \t]{0,4}(?:Wrapped )?BEK\b/i,
      // The columns of a table, and of a reading as tab-separated values.
      /\bFalse[ \t]{1,60}(?:Wrapped )?BEK\b/i,
      /\bEnabled\?\s{1,8}No\b[^{}]{0,400}\bBEK\b/i,
      /有効ですか[?？]?\s{0,8}いいえ[^{}]{0,400}\bBEK\b/,
    ],
  },
  {
    loss: 'key-disabled',
    patterns: [
      /\bKey ?Type[ \t]{0,40}:[ \t]{0,4}(?:RSA|EC)[^{}]{0,400}\bEnabled[ \t]{0,40}:[ \t]{0,4}False\b/i,
      /\bFalse[ \t]{1,60}(?:RSA|EC)(?:-HSM)?\b/,
    ],
  },
  {
    // An expired secret or key is no loss: Key Vault still lets it be read and unwrapped. Here it refused.
    // https://learn.microsoft.com/azure/key-vault/secrets/about-secrets
    loss: 'unclear',
    patterns: [
      /\b(?:Secret|Key)Expired\b/,
      /\bis not (?:allowed|permitted) on an expired (?:secret|key)\b/i,
      // It can be in another subscription.
      /\bvault '?[\w-]{3,24}'? (?:does not|doesn['’]?t) exist\b/i,
      /\bsubscription\b[^.;\n]{0,40}\bmoved to another (?:tenant|directory)\b/i,
      // The list of live secrets is empty, or shows none to this reader.
      /\bkeyvault secret list\b[^\n]{0,200}\n\s{0,8}\[\s{0,8}\]/,
    ],
  },
]
const marks =
  /estr(?:oy|uction)|deleted|DELETE|Deletion|False|No\b|いいえ|[Ee]xpired|exist|another (?:tenant|directory)|secret list/i

/** The same in the Activity Log and in the vault's own log, by the name of the operation. */
const operations: readonly (readonly [KeyLoss, RegExp])[] = [
  [
    'purged',
    /\bdeletedVaults\/purge\/action\b|\b(?:Vault|Secret|Key)Purge\b|\bPurge (?:a )?soft[- ]deleted (?:key ?)?vault\b/gi,
  ],
  ['vault-deleted', /\bDelete Key ?Vault\b|\bMicrosoft\.KeyVault\/vaults\/delete\b|\bVaultDelete\b/gi],
  ['secret-deleted', /\bSecretDelete\b/g],
  ['key-deleted', /\bKeyDelete\b/g],
]
const operationMarks = /KeyVault|Key Vault|Purge|VaultDelete|SecretDelete|KeyDelete/i
/** Its status stands on the same line, or in the next fields of the same object. */
const statusNear = 300

/** Whether the first result behind the name of an operation, or else the last one before it, is success. */
function succeeded(text: string, start: number, end: number): boolean {
  const result = /\b(?:Succe(?:ss|eded)|Fail(?:ed|ure)|Forbidden|Denied)\b/gi
  const behind = [
    ...text
      .slice(end, end + statusNear)
      .split(/\n\s{0,20}\n|\}\s{0,20},\s{0,20}\{/, 1)
      .join('')
      .matchAll(result),
  ]
  const before = [
    ...(
      text
        .slice(Math.max(0, start - statusNear), start)
        .split('{')
        .at(-1) ?? ''
    ).matchAll(result),
  ]
  const found = behind[0] ?? before.at(-1)
  return found !== undefined && /^succe/i.test(found[0])
}

function inLogs(text: string): readonly KeyLoss[] {
  if (!operationMarks.test(text)) return []
  return operations
    .filter(([, pattern]) =>
      [...text.matchAll(pattern)].some(({ 0: name, index }) => succeeded(text, index, index + name.length)),
    )
    .map(([loss]) => loss)
}

/**
 * What of the disk's key cannot be had, by the output of Key Vault's tools and by logs of its operations. Takes any text,
 * of which the last 200,000 characters are read; empty where it shows none.
 */
export function lossesInOutput(text: string): readonly KeyLoss[] {
  const part = text.slice(-longest)
  const printed = marks.test(part)
    ? outputs.filter(({ patterns }) => patterns.some((pattern) => pattern.test(part))).map(({ loss }) => loss)
    : []
  return [...printed, ...inLogs(part)]
}
