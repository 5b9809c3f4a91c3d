// A text of this length fits into its cell without cutting.
const fits = 48

const introductions = [
  / with error: /g,
  / with error message: /g,
  /\bException: /g,
  / exception details:\s*/g,
  /\bError message: "/g,
]

function afterIntroductions(text: string): string {
  const ends = introductions.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match.index + match[0].length),
  )
  const last = Math.max(0, ...ends)
  const rest = text.slice(last).trim()
  return rest === '' ? text : rest
}

/** In "Command … failed …" with both streams, the last line of the error stream contains the reason. */
function errorStream(text: string): string {
  const at = text.lastIndexOf('stderr:')
  const lines =
    at < 0
      ? []
      : text
          .slice(at + 'stderr:'.length)
          .split('\n')
          .map((line) => line.trim())
  return lines.filter((line) => line !== '').at(-1) ?? text
}

/**
 * The part of a status message that distinguishes one failure from another, without its standard beginning and its
 * stack trace.
 * @param message raw message of the extension
 * @returns one line; `cut` is true when a beginning was left out
 */
export function messageExcerpt(message: string): { readonly text: string; readonly cut: boolean } {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  if (message.length <= fits) return { text: line(message), cut: false }
  const trace = message.search(/,? ?(inner ?exception: ?,? ?)?stack trace: /i)
  const head = trace < 0 ? message : message.slice(0, trace)
  const state = /machine state: \w+\s*$/.exec(message)?.[0]
  const reported = errorStream(afterIntroductions(head))
  // The Linux extension writes this for every cause; the step at which it stopped is more specific.
  const excerpt = reported.startsWith('did not reach completed state') && state !== undefined ? state : reported
  const text = line(excerpt)
  return { text, cut: !line(message).startsWith(text) }
}
