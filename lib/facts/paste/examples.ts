const limit = 400
/** Words about what a tool should print, before a colon at the end of the line. */
const announces =
  /\b(?:(?:expected|desired|sample|example|typical) (?:output|result|response|status|answer|state)|(?:should|will|would|must)(?: then| now| finally| eventually)? (?:see|look|show|print|return|report|say|read|be)|(?:we|you|I)(?: then| now| would| should)? expect)/i
/** The same in Japanese, at the end of the line. */
const announcesInJapanese =
  /期待(?:される|する)?(?:出力|結果|状態|値)|出力例|表示例|結果の例|(?:なる|表示される|出力される)(?:はず|予定)/
/** The writer says what came instead: what follows was really printed. */
const contradicts = /\b(?:but|instead|however|although|yet|actual(?:ly)?|got)\b|しかし|実際|ところが|のに/i
const fence = /^\s*(?:`{3,}|~{3,})/

function isAnnouncement(line: string): boolean {
  if (line.length >= limit || contradicts.test(line)) return false
  const sentence = line.slice(line.lastIndexOf('. ') + 1)
  return (/[:\uFF1A]$/.test(line) && announces.test(sentence)) || announcesInJapanese.test(line.slice(-40))
}

/** The line after the block that begins at a line: its closing fence, or the next empty line. */
function endOfBlock(lines: readonly string[], from: number): number {
  const isFenced = fence.test(lines[from] ?? '')
  const rest = lines.slice(from + 1).findIndex((line) => (isFenced ? fence.test(line) : line.trim() === ''))
  if (rest === -1) return lines.length
  return from + 1 + rest + (isFenced ? 1 : 0)
}

/**
 * A text without what it announces as an expected or an example output: no machine reported it. Takes any text; never
 * throws. Documents and plans of changes contain such blocks.
 */
export function withoutExamples(text: string): string {
  if (!/[:\uFF1A]|例|はず|予定/.test(text)) return text
  const lines = text.split('\n')
  const kept: string[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    kept.push(line)
    at += 1
    if (!isAnnouncement(line.trimEnd())) continue
    const first = lines.findIndex((each, index) => index >= at && each.trim() !== '')
    if (first === -1) break
    const end = endOfBlock(lines, first)
    kept.push(...lines.slice(at, end).map(() => ''))
    at = end
  }
  return kept.length === lines.length && kept.every((line, index) => line === lines[index]) ? text : kept.join('\n')
}
