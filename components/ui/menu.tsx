'use client'

import { Check } from 'lucide-react'
import type * as RadixMenu from 'radix-ui/dropdown-menu'
import {
  createContext,
  use,
  useState,
  type FocusEvent,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react'
import { classNames } from './class-names'
import { LateTrigger, useLate } from './use-late'

export interface MenuProps {
  /** The button; it receives the trigger's attributes. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>
  /** The entries; a function where their own code is loaded with that of menus. */
  readonly children: ReactNode | (() => ReactNode)
  /** Loads the code of the entries, before they are asked for. */
  readonly prepare?: () => Promise<unknown>
  readonly align?: 'start' | 'center' | 'end'
  readonly label?: string
}

const itemStyle =
  'relative flex min-h-11 w-full cursor-default items-center gap-2 rounded-pill px-2 text-body outline-none select-none narrow:min-h-8 data-[highlighted]:bg-hover data-[disabled]:text-text-3'

/** Content outside the landmarks is hard to find for users who navigate by landmarks; the main region always exists. */
function landmark(): HTMLElement | null {
  return typeof document === 'undefined' ? null : document.getElementById('main')
}

type MenuParts = typeof RadixMenu
const loadParts = (): Promise<MenuParts> => import('radix-ui/dropdown-menu')

/** Loads the code of menus ahead, for menus that must open even when the server is unavailable. */
export function prepareMenus(): void {
  void loadParts().catch(() => undefined)
}

const Parts = createContext<MenuParts | null>(null)

/** The components of a menu; entries are rendered only inside an open menu. */
function useParts(): MenuParts {
  const parts = use(Parts)
  if (parts === null) throw new Error('a menu entry was rendered outside a menu')
  return parts
}

/** On the first opening by keyboard this focuses the first entry; later the menu's own code does. */
function focusFirst({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target === currentTarget) currentTarget.querySelector<HTMLElement>('[role^="menuitem"]')?.focus()
}

/**
 * A menu of actions, whose code is loaded on first opening. Not modal: a modal menu would add a style element, which
 * the content security policy forbids.
 */
export function Menu({ trigger, children, prepare, align = 'start', label }: MenuProps) {
  const late = useLate(async () => {
    const [parts] = await Promise.all([loadParts(), prepare?.()])
    return parts
  })
  const [open, setOpen] = useState(false)
  const [wasClosed, setWasClosed] = useState(false)
  const DropdownMenu = late.module
  if (DropdownMenu === null)
    return <LateTrigger trigger={trigger} kind="menu" late={late} onOpen={() => setOpen(true)} />
  const change = (next: boolean) => {
    setWasClosed(true)
    setOpen(next)
  }
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={change}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content
          {...(late.byKey && !wasClosed ? { onFocus: focusFirst } : {})}
          // A long menu scrolls, and a scrollable element must be focusable.
          tabIndex={0}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          {...(label === undefined ? {} : { 'aria-label': label })}
          className="floating z-50 max-h-[min(36rem,var(--radix-dropdown-menu-content-available-height))] min-w-48 animate-appear overflow-y-auto p-1"
        >
          <Parts value={DropdownMenu}>{typeof children === 'function' ? children() : children}</Parts>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export interface MenuItemProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  readonly hint?: ReactNode
  readonly onSelect: () => void
}

export function MenuItem({ children, icon, hint, onSelect }: MenuItemProps) {
  const DropdownMenu = useParts()
  return (
    <DropdownMenu.Item className={itemStyle} onSelect={onSelect}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {hint !== undefined && <span className="text-meta text-text-3">{hint}</span>}
    </DropdownMenu.Item>
  )
}

/** An entry of a menu that is a link; `children` is one link element. */
export function MenuLink({ children }: { readonly children: ReactNode }) {
  const DropdownMenu = useParts()
  return (
    <DropdownMenu.Item asChild className={itemStyle}>
      {children}
    </DropdownMenu.Item>
  )
}

export interface MenuChoicesProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly lang?: string }[]
  readonly onChange: (value: Value) => void
}

/** A group of exclusive choices, with a tick at the current one. */
export function MenuChoices<Value extends string>({ label, value, options, onChange }: MenuChoicesProps<Value>) {
  const DropdownMenu = useParts()
  const pick = (text: string) => {
    const option = options.find((candidate) => candidate.value === text)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={pick}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={classNames(itemStyle, 'pl-7')}>
          <DropdownMenu.ItemIndicator className="absolute left-2">
            <Check size={14} aria-hidden />
          </DropdownMenu.ItemIndicator>
          <span lang={option.lang}>{option.label}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

export interface MenuCheckProps {
  readonly checked: boolean
  readonly children: ReactNode
  readonly onChange: (checked: boolean) => void
}

/** An entry that toggles on and off; the menu stays open. */
export function MenuCheck({ checked, children, onChange }: MenuCheckProps) {
  const DropdownMenu = useParts()
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={classNames(itemStyle, 'pl-7')}
    >
      <DropdownMenu.ItemIndicator className="absolute left-2">
        <Check size={14} aria-hidden />
      </DropdownMenu.ItemIndicator>
      {children}
    </DropdownMenu.CheckboxItem>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  const DropdownMenu = useParts()
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-label text-text-3">{children}</DropdownMenu.Label>
}

export function MenuRule() {
  const DropdownMenu = useParts()
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />
}
