'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { KeyHint } from '@/components/ui/key-hint'
import type { Place } from './places'
import { usePaletteGroups, type PaletteItem } from './use-palette-groups'

export interface PaletteProps {
  readonly places: readonly Place[]
  readonly onClosed: () => void
}

/**
 * Goes to a VM, a page or an article, or runs an action, by a few letters of its name. A native dialog: it traps the
 * focus and restores it.
 */
export default function PaletteDialog({ places, onClosed }: PaletteProps) {
  const t = useTranslations('frame.palette')
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const groups = usePaletteGroups(text, places)
  const [pointed, setPointed] = useState('')
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id))
  // Results change under the pointer as they arrive: the first one is chosen unless the user has moved to another.
  const chosen = ids.includes(pointed) ? pointed : (ids[0] ?? '')
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
    field.current?.focus()
  }, [])
  const choose = ({ run }: PaletteItem) => {
    // The focus returns to the page first: an action may move it.
    dialog.current?.close()
    run()
  }
  return (
    <dialog
      ref={dialog}
      aria-label={t('title')}
      className="floating mx-auto mt-[min(12dvh,6rem)] w-[36rem] max-w-[calc(100vw-1.5rem)] overflow-hidden"
      onClose={onClosed}
      closedby="any"
    >
      <Command shouldFilter={false} loop label={t('title')} value={chosen} onValueChange={setPointed}>
        <div className="flex min-h-12 items-center gap-2 border-b border-line px-4">
          <Search size={16} aria-hidden className="shrink-0 text-text-2" />
          <Command.Input
            ref={field}
            value={text}
            maxLength={200}
            placeholder={t('placeholder')}
            onValueChange={(typed) => {
              setText(typed)
              setPointed('')
            }}
            className="min-w-0 flex-1 bg-transparent text-body outline-none"
          />
          <KeyHint keys={['Esc']} />
        </div>
        <Command.List label={t('results')} className="max-h-[min(28rem,60dvh)] overflow-y-auto p-1">
          {groups.map(({ key, label, items }) => (
            <Command.Group
              key={key}
              heading={label}
              className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-label [&_[cmdk-group-heading]]:text-text-3"
            >
              {items.map((item) => (
                <Command.Item
                  key={item.id}
                  value={item.id}
                  onSelect={() => choose(item)}
                  className="flex min-h-11 cursor-default items-center gap-2.5 rounded-pill px-3 select-none narrow:min-h-9 data-[selected=true]:bg-hover"
                >
                  {item.icon}
                  <span className="min-w-0 flex-1 wrap-anywhere">{item.label}</span>
                  {item.hint !== null && <span className="min-w-0 truncate text-meta text-text-2">{item.hint}</span>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
        {groups.length === 0 && (
          <p role="status" className="px-3 pt-4 pb-6 text-center text-text-2">
            {t('nothing')}
          </p>
        )}
      </Command>
    </dialog>
  )
}
