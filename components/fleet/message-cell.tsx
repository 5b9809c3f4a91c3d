import { guestLine } from '@/components/state/guest-text'
import { classNames } from '@/components/ui/class-names'
import { messageExcerpt } from '@/lib/views/message-excerpt'
import { Nothing } from './nothing'

const lineLimit = 400
const titleLimit = 4000

/**
 * The specific part of a message on one line, the whole text on hover. It comes from a guest: shown as plain text only.
 */
export function MessageCell({ text, wraps = false }: { readonly text: string | null; readonly wraps?: boolean }) {
  if (text === null || text === '') return <Nothing />
  const part = messageExcerpt(text)
  return (
    <span
      dir="ltr"
      lang="en"
      title={guestLine(text, titleLimit)}
      className={classNames(
        'min-w-0 font-mono text-code text-text-2',
        wraps ? 'line-clamp-2 wrap-anywhere' : 'block truncate',
      )}
    >
      {part.cut && '… '}
      {guestLine(part.text, lineLimit)}
    </span>
  )
}
