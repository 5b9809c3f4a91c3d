/** How a text says that the key of a disk cannot be had; a purged one cannot be recovered. */
export type KeyLoss = 'disabled' | 'deleted' | 'purged'

/** A key, a secret or a passphrase; not the vault, the volume or the rights that are named after one. */
const key = String.raw`\b(?:KEKs?|BEKs?|secrets?|passphrases?|keys?)(?! (?:vaults?|volumes?|slots?|polic|access|permissions?)\b)`
/** A few words between the two; none of them makes it a change of something else. */
const few = String.raw`(?: (?!polic|access|permission|firewall|volume|vault\b(?! key| secret| was| is| has))[^\s.,;]{1,60}){0,5}`
const changed = String.raw`(?:rotat(?:ed|es|e|ing|ions?)|changed|replaced|renewed|swapped|switched|updated|rolled over|rollover)\b`
/** Directly before a word, or in what matched, these deny it. */
const denied = /(?:\b(?:not|never|no|without)|n['’]t)(?: (?:yet|been|be|any|a|the|just))?\s*$/i
const denial = /\b(?:not|never)(?: (?:yet|been|be))? \S+$|n['’]t(?: (?:yet|been|be))? \S+$/i

const keyChanged: readonly RegExp[] = [
  new RegExp(`${key}${few} ${changed}`, 'i'),
  new RegExp(String.raw`\b${changed}${few} ${key}`, 'i'),
  /\bKEK(?: versions?| URLs?)?(?: was| is| has been)? (?:updated?|upgraded?|changed?)\b|\b(?:updated|upgraded|new) (?:the |our |a )?KEK\b/i,
  /(?<!\blog )\brotation\b/i,
]
/** The key file is there and holds nothing, or is gone while the VM runs; a key slot is removed only by a change of the key. */
const keyFileLost: readonly RegExp[] = [
  /\b(?:LinuxPassPhraseFileName\w{0,20}|(?:passphrase|key|BEK) ?file)['"`]?(?: [^\s.,;]{1,40}){0,4}:? (?:empty|blank|truncated|zero|missing|gone|lost|vanished|0 ?-?bytes?)\b/i,
  /\bLinuxPassPhraseFileName\w{0,20}['"`]?:? (?:(?:was |is )?not (?:found|there)|does not exist|No such file)/i,
  /\b(?:empty|blank|truncated|missing|zero[- ](?:byte|length)) (?:passphrase|key|BEK) ?file\b/i,
  /(?<![\d.,])\b(?:0|zero) ?-?bytes?\b.{0,80}(?:LinuxPassPhraseFileName|passphrase ?file|key ?file)/i,
  /\bkey ?slot \d{1,2}(?: (?:was|is|has been))? (?:removed|killed|wiped|deleted|destroyed)\b/i,
]
const japaneseKeyChanged: readonly RegExp[] = [
  /(?:キー|鍵|KEK|BEK|シークレット|パスフレーズ)(?! ?(?:コンテナー|ボリューム|スロット))(?:(?!ポリシー|アクセス|権限|ファイアウォール)[^。、]){0,15}(?:回転|更新|変更|変え|交換|入れ替え|差し替え|切り替え)(?!(?:して)?(?:い)?(?:ない|ません)|なし)/,
  /(?:ローテーション|ローテート)(?!(?:は|を)?(?:して)?(?:い)?(?:ない|ません)|なし)/,
  /(?:LinuxPassPhraseFileName|(?:パスフレーズ|キー) ?ファイル)[^。]{0,20}(?:空(?!き)|0 ?バイト|ゼロ|消え|なくな|ありません|存在しません)/,
  /(?:空|0 ?バイト)の(?:パスフレーズ|キー) ?ファイル/,
  /キー ?スロット ?\d{1,2}[^。]{0,6}(?:削除|消去)/,
]

const held = String.raw`\b(?:KEK|secrets?|vaults?|keys?(?! (?:vaults?|volumes?|slots?|files?|disks?)\b))\b`
const losses: readonly (readonly [KeyLoss, readonly RegExp[]])[] = [
  [
    'purged',
    [
      new RegExp(`${held}${few} (?:\\w+ )?(?<!\\bor )purged\\b`, 'i'),
      new RegExp(String.raw`\bpurged${few} ${held}`, 'i'),
      /^it was purged\b/i,
      /(?:シークレット|キー|鍵|KEK|BEK)[^。、]{0,20}(?:パージ|完全に削除|消去)/,
    ],
  ],
  [
    'deleted',
    [
      /\bSecretNotFound\b|\bsecret with \(name\/id\) .{1,200} was not found\b/,
      new RegExp(`${held}${few} (?:(?:soft-)?deleted|removed|gone|lost)\\b`, 'i'),
      /\bsecrets? (?:\w+ ){0,2}missing\b/i,
      new RegExp(String.raw`\b(?:deleted|lost)${few} ${held}`, 'i'),
      /(?:シークレット|キー(?! ?(?:ボリューム|スロット|ファイル))|鍵|KEK|BEK)[^。、]{0,20}(?:削除|消し|消え|なくな|見つかりません|存在しません)(?!(?:して)?(?:い)?ない)/,
    ],
  ],
  [
    'disabled',
    [
      new RegExp(`${held}${few} disabled\\b`, 'i'),
      new RegExp(String.raw`\bdisabled${few} ${held}`, 'i'),
      /(?:シークレット|キー(?! ?(?:ボリューム|スロット|ファイル))|鍵|KEK|BEK)[^。、]{0,20}無効(?!では)/,
    ],
  ],
]

const marks = /key|KEK|BEK|secret|vault|passphrase|rotat|purged|bytes|キー|鍵|シークレット|パスフレーズ|ローテ/i
const longest = 300
const longestLine = 4_000

function says(sentence: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => {
    const found = pattern.exec(sentence)
    if (found === null) return false
    return !denied.test(sentence.slice(Math.max(0, found.index - 20), found.index)) && !denial.test(found[0])
  })
}

function sentencesOf(text: string): readonly string[] {
  if (!marks.test(text)) return []
  return text
    .split('\n')
    .filter((line) => line.length <= longestLine && marks.test(line))
    .flatMap((line) => line.split(/[.!?](?=\s|$)|[。！？]/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length <= longest && marks.test(sentence))
}

/**
 * Whether a person or a tool tells of a change of the key, or of a key file that lost its content: the next start, and the
 * next request, can find no key. No later text cancels it, except the message of a successful change.
 * https://github.com/Azure/azure-linux-extensions/issues/2035
 */
export function keyChangeInWords(text: string): boolean {
  return sentencesOf(text).some((sentence) => says(sentence, [...keyChanged, ...keyFileLost, ...japaneseKeyChanged]))
}

/** How a text says that the secret, the key or the vault of the disk cannot be had: the worst of it; null where it does not. */
export function keyLossInWords(text: string): KeyLoss | null {
  const sentences = sentencesOf(text)
  return losses.find(([, patterns]) => sentences.some((sentence) => says(sentence, patterns)))?.[0] ?? null
}
