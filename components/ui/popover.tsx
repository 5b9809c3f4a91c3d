'use client'

import { X } from 'lucide-react'
import * as RadixPopover from 'radix-ui/popover'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

export interface PopoverProps {
  /** The button; it receives the trigger's attributes. */
  readonly trigger: ReactNode
  /** Accessible name of the panel. */
  readonly label: string
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly className?: string
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A panel that floats beside its button. Not modal; Esc and a click outside close it. */
export function Popover({ trigger, label, children, align = 'start', className, open, onOpenChange }: PopoverProps) {
  return (
    <RadixPopover.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
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
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}

/** Heading of a popover, with its close button. */
export function PopoverHeader({ title, closeLabel }: { readonly title: ReactNode; readonly closeLabel: string }) {
  return (
    <div className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-4">
      <h2 className="text-section font-semibold">{title}</h2>
      <RadixPopover.Close asChild>
        <IconButton tooltip={false} label={closeLabel} icon={<X size={16} aria-hidden />} />
      </RadixPopover.Close>
    </div>
  )
}
