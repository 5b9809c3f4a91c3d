'use client'

import { useEffect } from 'react'

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/**
 * Runs when a key is pressed: without modifiers and outside a text field, or everywhere with Ctrl or Command.
 * @param key as `KeyboardEvent.key` has it, in lower case
 */
export function useShortcut(key: string, run: () => void, modifier: 'none' | 'control' = 'none'): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey
      if (event.key.toLowerCase() !== key || event.defaultPrevented || event.altKey) return
      if (modifier === 'none' ? control || isTyping(event.target) : !control || event.shiftKey) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [key, run, modifier])
}
