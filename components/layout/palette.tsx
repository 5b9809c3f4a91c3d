'use client'

import dynamic from 'next/dynamic'
import { useShortcut } from '@/components/ui/use-shortcut'
import type { PaletteProps } from './palette-dialog'

/** Without the server its code cannot be loaded; the page stays as it is then. */
const PaletteDialog = dynamic<PaletteProps>(() => import('./palette-dialog').catch(() => ({ default: () => null })))

/** The palette, opened by Ctrl+K or Command+K on every page; its code is loaded when it is first opened. */
export function Palette({
  open,
  onOpen,
  ...props
}: PaletteProps & { readonly open: boolean; readonly onOpen: () => void }) {
  useShortcut('k', onOpen, 'control')
  return open ? <PaletteDialog {...props} /> : null
}
