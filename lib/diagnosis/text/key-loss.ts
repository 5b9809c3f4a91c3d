import { keyLosses, type KeyLoss } from '../steps/key-access'
import { isSaid, keySentences } from './key-sentences'
import { partsOf } from './sentences'
import { lossesInOutput } from './vault-output'

/** What can be lost, in a sentence with `vault` for every vault. */
const subjects = {
  vault: String.raw`(?<!\b(?:in|of|to|from|inside|into) (?:the |this |our |a |your )?(?:\w+ )?)vaults?\b(?! (?:ID|URL|URI|polic|firewall|access|permissions?|name\b(?! \S+ is in a deleted)))`,
  key: String.raw`(?:KEKs?|keys?)\b(?! (?:volumes?|slots?|files?|disks?|polic|access|permissions?|ID|URL|URI|vault ID|settings?|protectors?))`,
  secret: String.raw`(?:secrets?|BEKs?|passphrases?)\b(?! (?:volumes?|files?|disks?|URL|ID|polic|access|permissions?))`,
} as const
const japaneseSubjects = {
  vault: 'vault',
  key: '(?:キー(?! ?(?:ボリューム|スロット|ファイル))|鍵|KEK)',
  secret: '(?:シークレット|BEK(?! ?(?:ボリューム|ディスク))|パスフレーズ(?! ?ファイル))',
} as const

const faults = {
  purged: String.raw`(?<!\bor )purged?(?![- ]protect)`,
  deleted: String.raw`(?:soft-?)?deleted|removed|gone|lost|wiped|erased|destroyed|cleaned up|decommissioned|retired|vanished|no longer exists?|(?:does not|doesn['’]t) exist|(?:was|were|is|be) not found|not found`,
  disabled: 'disabled|switched off|turned off|deactivated',
} as const
const japaneseFaults = {
  purged: 'パージ(?! ?(?:保護|プロテクション))|完全に削除|完全削除',
  deleted:
    '削除|消し|消え|消去(?!保護)|なくな|もう(?:あり|存在し)ません|もうない|見つかりません|存在しません|廃止|破棄|失われ',
  disabled: '無効|オフに',
} as const

/** A few words between the two; none of them makes it a fault of something else. */
const few = String.raw`(?: (?!polic|access|permission|firewall|volume|file|disk\b|after\b|before\b|secrets?\b|keys?\b|KEK\b|vaults?\b|in (?!a\b)|from\b|of\b)[^\s.,;]{1,60}){0,7}`
/** Missing is said of a secret only: of other things the texts of requests say it too. */
const missing = /\bsecrets? (?:\w+ ){0,2}missing\b/i
const negated = '(?!(?:して|されて)?(?:い)?(?:ない|ません)|なし|では)'

type Subject = keyof typeof subjects
type Fault = keyof typeof faults

/** What is done to something; the other words only stand behind it. */
const done = {
  purged: faults.purged,
  deleted: '(?:soft-?)?deleted|wiped|erased|destroyed|cleaned up|decommissioned|retired|lost',
  disabled: faults.disabled,
} as const

function patternsOf(subject: Subject, fault: Fault): readonly RegExp[] {
  const [what, how] = [subjects[subject], faults[fault]]
  return [
    new RegExp(String.raw`(?<![\w-])${what}${few} (?:${how})\b`, 'i'),
    new RegExp(String.raw`\b(?:${done[fault]})${few} ${what}`, 'i'),
    new RegExp(`${japaneseSubjects[subject]}[^。、]{0,20}(?:${japaneseFaults[fault]})${negated}`),
  ]
}

/** A count or a list that names none, and a loss that is said to be another one. */
const namesNone =
  /\b(?:deleted|removed|purged|disabled|lost)\b[^:\n]{0,40}:\s{0,8}(?:none|no|nothing|0|\[ ?\])\W{0,2}$|(?:削除|パージ|無効)[^:：\n]{0,20}[:：]\s{0,8}(?:なし|0)\W?$|\bbut not (?:here|this time|in (?:this|our) case|(?:on|for|with) this VM)\b/i

interface Words {
  readonly loss: KeyLoss
  readonly patterns: readonly RegExp[]
}

const words: readonly Words[] = [
  ...(['vault', 'key', 'secret'] as const).map((subject) => ({
    loss: 'purged' as const,
    patterns: [...patternsOf(subject, 'purged'), /^it was purged\b/i],
  })),
  { loss: 'vault-deleted', patterns: patternsOf('vault', 'deleted') },
  { loss: 'key-deleted', patterns: patternsOf('key', 'deleted') },
  { loss: 'secret-deleted', patterns: [...patternsOf('secret', 'deleted'), missing] },
  { loss: 'key-disabled', patterns: patternsOf('key', 'disabled') },
  { loss: 'secret-disabled', patterns: patternsOf('secret', 'disabled') },
  {
    loss: 'unclear',
    patterns: [
      /\bsubscription\b[^.;]{0,60}\bvault\b[^.;]{0,40}\b(?:cancell?ed|disabled)\b/i,
      /\bvault\b[^.;]{0,40}\bmoved to another (?:tenant|subscription|directory)\b/i,
    ],
  },
]

/**
 * Codes, properties and commands of Azure, wherever they stand.
 * https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get
 */
const codes: readonly Words[] = [
  {
    loss: 'purged',
    patterns: [
      /\bkeyvault (?:(?:key|secret) )?purge\b/,
      /\bRemove-AzKeyVault(?:Key|Secret)?\b[^\n]{0,200}-InRemovedState/i,
    ],
  },
  {
    loss: 'vault-deleted',
    patterns: [
      /\bVaultNotFound\b/,
      /\bMicrosoft\.KeyVault\/vaults\/[\w-]{1,24}'? was not found\b/i,
      /\bvault\b[^\n]{0,120}\b(?:soft-?)?deleted state\b/i,
      /\bkeyvault delete\b|\bRemove-AzKeyVault\b(?![^\n]{0,200}-InRemovedState)/,
    ],
  },
  {
    loss: 'vault-not-enabled',
    patterns: [
      /\benabled[ -]?for[ -]?disk[ -]?encryption ?\??["']?[ \t]{0,40}[:= ][ \t]{0,4}["']?\$?(?:false|null)\b/i,
    ],
  },
  { loss: 'vault-closed', patterns: [/\bForbiddenByFirewall\b/] },
  {
    loss: 'key-deleted',
    patterns: [
      /\bKeyNotFound\b/,
      /\bkey with \(name\/id\) \S{1,200} was not found\b/,
      /\bkeyvault key delete\b/,
      /\bRemove-AzKeyVaultKey\b(?![^\n]{0,200}-InRemovedState)/,
    ],
  },
  {
    loss: 'secret-deleted',
    patterns: [
      /\bSecretNotFound\b/,
      /\bsecret with \(name\/id\) \S{1,200} was not found\b/,
      /\bkeyvault secret delete\b/,
      /\bRemove-AzKeyVaultSecret\b(?![^\n]{0,200}-InRemovedState)/,
    ],
  },
  {
    loss: 'key-disabled',
    patterns: [
      /\bKeyDisabled\b/,
      /\bis not (?:allowed|permitted) on (?:a disabled|this) key\b/,
      /\bkey set-attributes\b[^\n]{0,200}--enabled false\b/,
    ],
  },
  {
    loss: 'secret-disabled',
    patterns: [
      /\bSecretDisabled\b/,
      /\bis not (?:allowed|permitted) on a disabled secret\b/,
      /\bsecret set-attributes\b[^\n]{0,200}--enabled false\b/,
    ],
  },
  { loss: 'unclear', patterns: [/\bDiskEncryptionKeySecretUnwrapFailed\b/] },
]
const someCode =
  /NotFound|not found|Disabled|disabled|recoverable|deleted|purge|delete\b|KeyVault|Firewall|isk.?encryption|not permitted|not allowed|--enabled|UnwrapFailed/i

const denies = /\bdefaultAction["']?[ \t]{0,4}[:= ][ \t]{0,4}["']?Deny\b/i
const letsNoneIn = /\bbypass["']?[ \t]{0,4}[:= ][ \t]{0,4}["']?None\b/i
const isOff = /"enabled" ?: ?false\b/
const ofKey = /"(?:kid|keyUri|keyUriWithVersion)"/
const ofSecret = /"contentType" ?: ?"(?:Wrapped )?BEK"/
/** An answer of the vault itself: settings of a disk name the same addresses and have no recovery level. */
const isOfVault = (text: string, kind: 'keys' | 'secrets', field: RegExp): boolean =>
  field.test(text) || (text.includes('"recoveryLevel"') && text.includes(`/${kind}/`))

/** What several properties of one answer say together. */
function inProperties(text: string): readonly KeyLoss[] {
  const part = text.slice(-200_000)
  const closed: readonly KeyLoss[] =
    /vault|networkAcls/i.test(part) && denies.test(part) && letsNoneIn.test(part) ? ['vault-closed'] : []
  if (!isOff.test(part)) return closed
  if (isOfVault(part, 'keys', ofKey)) return [...closed, 'key-disabled']
  return isOfVault(part, 'secrets', ofSecret) ? [...closed, 'secret-disabled'] : closed
}

function inCodes(text: string): readonly KeyLoss[] {
  const parts = text
    .split('\n')
    .filter((line) => someCode.test(line))
    .flatMap(partsOf)
  return codes
    .filter(({ patterns }) => parts.some((part) => patterns.some((pattern) => pattern.test(part))))
    .map(({ loss }) => loss)
}

/**
 * What of the disk's key cannot be had, as a person, a tool or Azure says it; none where the text does not. Where
 * something was purged, that alone counts: nothing brings it back.
 */
export function keyLossesIn(text: string): readonly KeyLoss[] {
  const sentences = keySentences(text).filter((sentence) => !namesNone.test(sentence))
  const said = words.filter(({ patterns }) => sentences.some((sentence) => isSaid(sentence, patterns)))
  const found = new Set<KeyLoss>([
    ...said.map(({ loss }) => loss),
    ...inCodes(text),
    ...inProperties(text),
    ...lossesInOutput(text),
  ])
  if (found.has('purged')) return ['purged']
  if (found.size > 1) found.delete('unclear')
  return keyLosses.filter((loss) => found.has(loss))
}
