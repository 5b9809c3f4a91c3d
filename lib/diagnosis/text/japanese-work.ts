/** The same as for English: a word for the work, in a form that leaves its end open. */
const work =
  /暗号化|復号|コピー|複製|変換|ローテーション|\bdd\b|cryptsetup|BitLocker|ディスク|ボリューム|パーティション|ルート|ヘッダー|処理|有効化|システム/
const noun = '(?:暗号化(?:の解除|解除)?|復号化?|コピー|複製|変換|ローテーション|処理|作業)'
/** Between the work and its form; none of them ends it or denies it. */
const few =
  '(?:(?!完了|終了|終わ|失敗|成功|停止|中断|中止|無効|有効|対応|サポート|必要|既に|すでに|完全|済|要求|依頼|。|、).){0,14}?'
const goesOn = new RegExp(
  `${noun}${few}(?:して|行って|行われて|進んで|進めて|続いて|続けて|動いて|走って|回って|残って|やって)(?:い(?:る|ます|て)|おり(?!ません)|る|ます)`,
)
/** "is encrypted" and "is being encrypted" are the same words: only a word for now, or another work, tells them apart. */
const passive =
  /(?:(?:現在|今|いま|只今|ただいま|順に|少しずつ)[^。]{0,20}暗号化|再暗号化|復号化?|暗号化(?:を|が)?[^。]{0,10}解除|コピー|複製|変換)されてい(?:る|ます)/
/** What the extension does to a disk besides its encryption. */
const toDisk =
  /(?:ディスク|ボリューム|ルート|パーティション|ヘッダー|ファイル|システム)[^。]{0,40}(?:退避し|書き込ん|縮小し|置き換え|合わせ|切り離し|上書きし|起動し|終了し)[てで](?:い(?:る|ます)|おり(?!ません))/
const next = /まもなく|進行状況(?! ?メッセージ)|バックグラウンドで(?![^。]*(?:エラー|失敗|止ま|終了))|1 ?つずつ/
const under =
  /(?:暗号化|解除|復号化?|コピー|複製|変換|進行|実行|実施|処理|作業|継続|ローテーション)中(?!に|断|止|心|間|身|央|だった|でした|では|は|の[^。]{0,8}(?:ありません|ない))/
const middle = /最中|途中(?!で(?!す|し|は|あ))/
const notOver =
  /(?:終わっ|終了し|完了し|済ん|戻っ(?:てき)?)て(?:い)?(?:ない|ません)|終わら(?:ない|ず)|終わりません(?!でした)|未完了(?!の処理はな)|返って(?:こない|きません|来ない)/
const still = /まだ(?!メモリ)[^。]{0,40}(?:続|動い|走って|中(?!に|断|止)|途中(?!で))/
const begun = /(?:開始|再開|実行)(?:し(?:まし)?た|され(?:まし)?た)|始(?:め|まり)(?:まし)?た|始まった|ばかり/
const share = /(?<![\d.,])(?!0{1,2}(?:[.,]0{1,9})? ?[%％パ])\d{1,2}(?:[.,]\d{1,9})? ?(?:[%％]|パーセント)|\d割/
const left = /(?:あと|残り) ?[\d一-十]{1,4}|見込み|残りを|残って/
const unsure =
  /(?:終わ|終了|完了)[^。]{0,10}か(?:どうか)?(?:は|が|も)?[^。]{0,4}(?:分か|わか|判|不明|？|\?|$)|でしょうか/
const ended = /完了|終了|終わ|失敗|成功|停止し|中止|済み|エラー|できません|できない|できませんでした/

/** Whether a Japanese sentence tells of work on a disk without saying that it ended. */
export function leavesWorkOpenInJapanese(sentence: string): boolean {
  if (notOver.test(sentence)) return true
  if (!work.test(sentence)) return false
  return (
    [goesOn, passive, toDisk, next, under, middle, still, share, left].some((form) => form.test(sentence)) ||
    (unsure.test(sentence) && !/方法|手順/.test(sentence)) ||
    (begun.test(sentence) && !ended.test(sentence))
  )
}
