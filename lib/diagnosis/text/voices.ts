export const quoteMarks = /^(?:[ \t]{0,3}>){1,8}/
export const depthOf = (line: string): number => (quoteMarks.exec(line.slice(0, 64))?.[0].match(/>/g) ?? []).length

/** The header line of a quoted mail; the paste can also begin with one. */
const mailHead =
  /^(?:-{2,10} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Forwarded message|元のメッセージ|転送されたメッセージ)|(?:From|Von|De|Da): \S|差出人: ?\S|On \S[^\n]{4,120} wrote:$|\S[^\n]{4,120}(?:のメール|さんは書きました|のメッセージ):?$)/

/** A line of a person above what it announces: "Now:", "Status this morning:". Log lines and outputs have other forms. */
const announcement = /^(?!Traceback|std(?:out|err)|ERROR|Error|Message|Code|Exception)\p{L}[\p{L} ]{1,40}[:\uFF1A]$/u

/** A line that only says when: "Now", "2 days ago", "昨日". */
const moment =
  /^\(?(?:(?:just )?now|today|yesterday|earlier(?: today)?|before(?: that)?|later|previously|this (?:morning|afternoon|evening)|last (?:night|week|month)|(?:an?|\d{1,3}) (?:minute|hour|day|week|month)s? (?:ago|later)|現在|今|今日|昨日|先ほど|さっき|以前|その後|\d{1,3} ?(?:分|時間|日|週間|か月)(?:前|後))\)?[:\uFF1A]?$/i

/** A chat's line: a time of day and a name. */
const chatHead = /^\[\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\] [^:\n]{1,40}:/i

/** An addition to a post; it can also stand in the middle of a line. */
const addition = /(?:^|\s)(?:EDIT|UPDATE|追記|更新)(?: \d{1,2})?:/

/** Says that the newest entry stands first. */
const reversed =
  /\b(?:newest|latest|most recent)(?: (?:entry|entries|line|lines|message|messages))? (?:is |are )?(?:first|on top|at the top|at top|above)\b|\breverse chronological\b|新しい順|(?:最新|新しいもの|新しい方)が上/i

/**
 * The voice of each line: its depth of quotation, and the number of headers and announcements up to it. Where the text
 * says that its newest entry stands first, each line has its own: only times show the order then.
 */
export function voicesOf(lines: readonly string[]): readonly string[] {
  if (lines.some((line) => reversed.test(line.slice(0, 300)))) return lines.map((_, at) => `line ${at}`)
  let heads = 0
  return lines.map((line) => {
    const depth = depthOf(line)
    const bare = line.replace(quoteMarks, '').trim()
    const isHead = [mailHead, announcement, moment, chatHead].some((each) => each.test(bare.slice(0, 200)))
    if (isHead || addition.test(bare.slice(0, 4000))) heads += 1
    return `${depth}/${heads}`
  })
}
