'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useId, useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { KeyHint } from '@/components/ui/key-hint'
import { useShortcut } from '@/components/ui/use-shortcut'

const rows = [
  { keys: ['↑', '↓'], text: 'walk' },
  { keys: ['Home', 'End'], text: 'homeEnd' },
  { keys: ['PgUp', 'PgDn'], text: 'page' },
  { keys: ['Enter'], text: 'enter' },
  { keys: ['Esc'], text: 'escape' },
  { keys: ['/'], text: 'search' },
  { keys: ['?'], text: 'help' },
] as const

/** The list of keys, opened by `?` everywhere. A native dialog: it holds the focus and gives it back. */
export function KeysDialog() {
  const t = useTranslations('frame.keys')
  const ui = useTranslations('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const open = useCallback(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  useShortcut('?', open)
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="floating m-auto w-96 max-w-[calc(100vw-1.5rem)]"
      // A menu that is still fading out takes the browser's own Escape away; the key closes this list all the same.
      onKeyDown={(event) => {
        if (event.key === 'Escape') dialog.current?.close()
      }}
    >
      <header className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
        <h2 id={titleId} className="text-section font-semibold">
          {t('title')}
        </h2>
        <IconButton
          tooltip={false}
          label={ui('close')}
          icon={<X size={16} aria-hidden />}
          onClick={() => dialog.current?.close()}
        />
      </header>
      <dl className="grid grid-cols-[max-content_1fr] items-center gap-x-6 gap-y-2 p-4">
        {rows.map((row) => (
          <div key={row.text} className="contents">
            <dt className="flex gap-1">
              {row.keys.map((key) => (
                <KeyHint key={key} keys={[key]} />
              ))}
            </dt>
            <dd>{t(row.text)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
