import { isSaid, keySentences } from './key-sentences'

/** A key, a secret or a passphrase; not the vault, the volume or the rights that are named after one. */
const key = String.raw`\b(?:KEKs?|BEKs?|secrets?|passphrases?|keys?)(?! (?:volumes?|slots?|polic|access|permissions?)\b)`
/** A few words between the two; none of them makes it a change of something else. */
const few = String.raw`(?: (?!polic|access|permission|firewall|volume|vault\b(?! key| secret| was| is| has))[^\s.,;]{1,60}){0,5}`
const changed = String.raw`(?:rotat(?:ed|es|e|ing|ions?)|changed|replaced|renewed|swapped|switched|updated|regenerated|recreated|rewrapped|rolled|rollover)\b`

const keyChanged: readonly RegExp[] = [
  new RegExp(`${key}${few} ${changed}`, 'i'),
  new RegExp(String.raw`\b${changed}${few} ${key}`, 'i'),
  /\bKEK(?: versions?| URLs?)?(?: was| is| has been)? (?:updated?|upgraded?|changed?)\b|\b(?:updated|upgraded|new|another|different|other) (?:the |our |a )?(?:KEK|wrapping key|key (?:encryption key|version))\b/i,
  /\b(?:another|different|other|new) KeyEncryptionKeyUrl\b/i,
  /(?<!\blog )\brotation\b/i,
  /\bre-?key(?:ed|ing)?\b/i,
  /\bkey rotate\b/i,
  /\b(?:moved|switched|changed|migrated|pointed)\b[^.;]{0,40}\b(?:to|->)(?: \w+){0,3} vault\b(?! polic| access)/i,
  /\bvault\b[^.;]{0,20}(?:->|→)[^.;]{0,20}\bvault\b/i,
  /\bFailed to store BEK\b|\bluksAddKey: No key available\b|\bluks(?:KillSlot|RemoveKey|ChangeKey)\b|\bkeyslots: \[/i,
]
/** The key file is there and holds nothing, or is gone while the VM runs; a key slot is removed only by a change of the key. */
const keyFileLost: readonly RegExp[] = [
  /\b(?:LinuxPassPhraseFileName\w{0,20}|(?:passphrase|key|BEK) ?file)['"`]?(?: [^\s.,;]{1,40}){0,4}:? (?:empty|blank|truncated|zero|missing|gone|lost|vanished|0 ?-?bytes?|0$)\b/i,
  /\bLinuxPassPhraseFileName\w{0,20}['"`]?:? (?:(?:was |is )?not (?:found|there)|does not exist|No such file)/i,
  /\b(?:empty|blank|truncated|missing|zero[- ](?:byte|length)) (?:passphrase|key|BEK) ?file\b/i,
  /(?<![\d.,])\b(?:0|zero) ?-?bytes?\b.{0,80}(?:LinuxPassPhraseFileName|passphrase ?file|key ?file)/i,
  /(?:^|\bsize:? )0 {1,4}\S{0,80}LinuxPassPhraseFileName/i,
  /\bBEK VOLUME\b[^.;]{0,40}\b(?:holds nothing|is empty|empty)\b/i,
  /\bkey ?slot \d{1,2}(?: (?:was|is|has been))? (?:removed|killed|wiped|deleted|destroyed)\b/i,
]
const japaneseKeyChanged: readonly RegExp[] = [
  /(?:キー|鍵|KEK|BEK|シークレット|パスフレーズ)(?! ?(?:ボリューム|スロット))(?:(?!ポリシー|アクセス|権限|ファイアウォール)[^。、]){0,15}(?:回転|更新|変更|変え|交換|入れ替え|差し替え|切り替え|再生成|作り直|新しいバージョンに)(?!(?:して)?(?:い)?(?:ない|ません)|なし)/,
  /(?:別の|新しい|他の) ?vault(?:(?!ポリシー|アクセス)[^。、]){0,15}(?:切り替え|移|変更|変え)/,
  /(?:ローテーション|ローテート)(?!(?:は|を)?(?:して)?(?:い)?(?:ない|ません)|なし)/,
  /(?:LinuxPassPhraseFileName|(?:パスフレーズ|キー) ?ファイル)[^。]{0,20}(?:空(?!き)|0 ?バイト|ゼロ|消え|なくな|ありません|存在しません)/,
  /(?:空|0 ?バイト)の(?:パスフレーズ|キー) ?ファイル/,
  /キー ?スロット ?\d{1,2}[^。]{0,6}(?:削除|消去)/,
]

const patterns = [...keyChanged, ...keyFileLost, ...japaneseKeyChanged]

/** A change that is still to come. One that is to be repeated has been there. */
const planned =
  /\b(?:plan|planning|intend|going) to (?:rotate|renew|replace|change|update)\b(?=[^.;]{0,60}\bnext (?:week|month|quarter|year)\b)/gi

/** A setting or a habit; with a word of the past it is an event. */
const habit =
  /\b(?:every|each) (?:\d{1,4} )?(?:days?|weeks?|months?|quarters?|years?)\b|\brotation (?:polic\w{1,3}|schedule|interval)\b|\brotation (?:is |are )?(?:currently )?(?:not |n['’]t )?(?:enabled|disabled|off|on|configured|set up|scheduled|supported)\b|\d{1,4} ?(?:日|週間|か月|ヶ月|年)(?:ごと|毎|おき)|毎(?:週|月|年)|ローテーション ?(?:は|が)?(?:ポリシー|無効|有効|オフ|オン|未)/i
const happened =
  /\b(?:was|were|has|have|had|did|ran|last|ago|today|yesterday|since|again|another)\b|(?<!\b(?:is|are|be|being|get|gets) (?:\w{1,20} )?)\b(?:rotated|changed|replaced|renewed|swapped|switched|updated|regenerated|recreated|rewrapped|rolled)\b|(?:した|ました|された)(?![^。]{0,10}予定)/i
const isHabit = (sentence: string): boolean => habit.test(sentence) && !happened.test(sentence)

const withoutPlans = (sentence: string): string =>
  /\b(?:again|another)\b/i.test(sentence) ? sentence : sentence.replace(planned, '')

/**
 * Whether a person or a tool tells of a change of the key, or of a key file that lost its content: the next start, and the
 * next request, can find no key. No later text cancels it, except the message of a successful change.
 * https://github.com/Azure/azure-linux-extensions/issues/2035
 */
export const keyChangeInWords = (text: string): boolean =>
  keySentences(text).some((sentence) => !isHabit(sentence) && isSaid(withoutPlans(sentence), patterns))
