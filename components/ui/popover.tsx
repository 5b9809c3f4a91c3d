'use client'

import { X } from 'lucide-react'
import type * as Radix from 'radix-ui/popover'
import { createContext, use, useEffect, useState, type HTMLAttributes, type ReactElement, type ReactNode } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { LateTrigger, useLate } from './use-late'

type PopoverParts = typeof Radix
const loadParts = (): Promise<PopoverParts> => import('radix-ui/popover')
const Close = createContext<() => void>(() => undefined)

export interface PopoverProps {
  /** The button; it receives the trigger's attributes. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>
  /** Accessible name of the panel. */
  readonly label: string
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A panel that floats beside its button, whose code is loaded on first opening. Esc and a click outside close it. */
export function Popover({ trigger, label, children, align = 'start', className, ...control }: PopoverProps) {
  const late = useLate(loadParts)
  const [ownOpen, setOwnOpen] = useState(false)
  const open = control.open ?? ownOpen
  const setOpen = control.onOpenChange ?? setOwnOpen
  const RadixPopover = late.module
  useEffect(() => {
    if (open && RadixPopover === null) late.ask(false, () => undefined)
  })
  if (RadixPopover === null)
    return <LateTrigger trigger={trigger} kind="dialog" late={late} onOpen={() => setOpen(true)} />
  return (
    <RadixPopover.Root open={open} onOpenChange={setOpen}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classNames(
            'floating z-50 max-h-[var(--radix-popover-content-available-height)] max-w-[calc(100vw-1rem)] animate-appear overflow-y-auto',
            className,
          )}
        >
          <Close value={() => setOpen(false)}>{children}</Close>
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}

/** Heading of a popover, with its close button. */
export function PopoverHeader({ title, closeLabel }: { readonly title: ReactNode; readonly closeLabel: string }) {
  const close = use(Close)
  return (
    <div className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-4">
      <h2 className="text-section font-semibold">{title}</h2>
      <IconButton tooltip={false} label={closeLabel} icon={<X size={16} aria-hidden />} onClick={close} />
    </div>
  )
}
