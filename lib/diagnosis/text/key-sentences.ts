import { partsOf, sentencesOf } from './sentences'

const marks =
  /key|KEK|BEK|secret|vault|passphrase|rotat|purge|bytes|luks|size 0|キー|鍵|シークレット|パスフレーズ|ローテ|コンテナー|\bkv[-\d]|-kv\b|\bKV\b/i

/** The name of a vault where an address, a resource or an option names it, and names that say what they are. */
const named = /\bvaults\/([\w-]{3,24})\b|\b([\w-]{3,24})\.vault\.|--vault-name[ =]"?([\w-]{3,24})\b/gi
const tellingVault = /\b(?:kv|akv|vault|keyvault)-[\w-]{1,24}|\b[\w-]{1,20}-(?:kv|vault)\b/gi
/** Short names: a number behind the abbreviation, or nothing. */
const shortVault = /(?<![\w-])a?kv\d{0,4}(?![\w-])/gi
const tellingKey = /\bkek-[\w-]{1,24}|\b[\w-]{1,20}-kek\b/gi
const vault = /\bkey ?vaults?\b|キー ?コンテナー|キー ?ボールト|コンテナー/gi

/** Of many names the first: a person writes of few vaults. */
const namesLimit = 20

function namesIn(lines: readonly string[]): readonly string[] {
  const parts = lines.filter((line) => /vault/i.test(line)).flatMap(partsOf)
  const names = parts.flatMap((part) => [...part.matchAll(named)].flatMap(([, ...found]) => found.filter(Boolean)))
  return [...new Set(names.map((name) => name.toLowerCase()))].slice(0, namesLimit)
}

/**
 * The sentences of a text that can tell of a key, a secret or a vault, with `vault` for every vault and `KEK` for every
 * key that is named after it.
 */
export function keySentences(text: string): readonly string[] {
  if (!marks.test(text)) return []
  const lines = text.split('\n')
  const lower = namesIn(lines)
  return lines
    .filter((line) => marks.test(line) || lower.some((name) => line.toLowerCase().includes(name)))
    .flatMap(sentencesOf)
    .map((sentence) =>
      sentence
        .replace(/[\w-]{3,24}/g, (word) => (lower.includes(word.toLowerCase()) ? 'vault' : word))
        .replace(tellingVault, 'vault')
        .replace(shortVault, 'vault')
        .replace(tellingKey, 'KEK')
        .replace(vault, 'vault')
        .replace(ofMachine, 'vault')
        .replace(/['"`]/g, '')
        .replace(relative, '$1 '),
    )
}

/** Whose vault it is: `the vault of vm1 was purged`. */
const ofMachine = /\bvault of (?:the |our |this )?(?:VMs?|machine|server|[a-z][\w.-]{0,30}\d[\w.-]{0,10})(?![\w-])/gi

/** What only says which one it is: `the vault that we used since spring was purged`. */
const relative =
  /\b(vault|KEK|keys?|secrets?) (?:that|which) (?:[\w-]{1,30} ){1,14}?(?=(?:was|were|is|are|has|had been|got)\b)/gi

const denied = /(?:\b(?:not|never|no|without)|n['’]t)(?: (?:yet|been|be|any|a|the|just))?\s*$/i
const denial = /\b(?:not|never)(?: (?:yet|been|be))? (?!found|exist)\S+$|n['’]t(?: (?:yet|been|be))? (?!exist)\S+$/i

/** Whether one of the patterns fits, and no word directly before it, or in it, denies it. */
export function isSaid(sentence: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => {
    const found = pattern.exec(sentence)
    if (found === null) return false
    return !denied.test(sentence.slice(Math.max(0, found.index - 20), found.index)) && !denial.test(found[0])
  })
}
