'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useId, useRef } from 'react'
import { DialogHeader } from '@/components/ui/dialog-header'
import { KeyHint } from '@/components/ui/key-hint'
import { useShortcut } from '@/components/ui/use-shortcut'

const rows = [
  { keys: ['↑', '↓'], text: 'walk' },
  { keys: ['←', '→'], text: 'group' },
  { keys: ['Home', 'End'], text: 'homeEnd' },
  { keys: ['PgUp', 'PgDn'], text: 'page' },
  { keys: ['Enter'], text: 'enter' },
  { keys: ['Space'], text: 'space' },
  { keys: ['Esc'], text: 'escape' },
  { keys: ['/'], text: 'search' },
  { keys: ['Ctrl', 'K'], text: 'palette' },
  { keys: ['?'], text: 'help' },
] as const

/** The list of keys, opened at once and by `?`. A native dialog: it traps the focus and restores it. */
export default function KeysDialog() {
  const t = useTranslations('frame.keys')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const open = useCallback(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  useShortcut('?', open)
  useEffect(open, [open])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="floating m-auto w-96 max-w-[calc(100vw-1.5rem)]"
      // A menu that is still fading out consumes the browser's Escape event, so this handler closes the dialog.
      onKeyDown={(event) => {
        if (event.key === 'Escape') dialog.current?.close()
      }}
    >
      <DialogHeader id={titleId} title={t('title')} onClose={() => dialog.current?.close()} />
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
