type Axis = readonly [next: string, previous: string]

function oneStopAlong([next, previous]: Axis): (group: HTMLElement | null) => (() => void) | undefined {
  /** Index that a key moves to, around the ends; null where it does not move. */
  const indexAfter = (key: string, index: number, count: number): number | null => {
    if (key === 'Home') return 0
    if (key === 'End') return count - 1
    if (key === next) return (index + 1) % count
    return key === previous ? (index - 1 + count) % count : null
  }
  return (group) => {
    if (group === null) return undefined
    let last: HTMLElement | null = null
    let [isLeaving, isTab] = [false, false]
    const controls = () =>
      [...group.querySelectorAll<HTMLElement>('a[href], button, input')].filter(
        (one) => one.tabIndex >= 0 && one.checkVisibility(),
      )
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, shiftKey, target } = event
      isTab = key === 'Tab'
      if (!(target instanceof HTMLElement) || !group.contains(target)) return
      const all = controls()
      const index = all.indexOf(target)
      if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return
      if (isTab) {
        isLeaving = true
        all.at(shiftKey ? 0 : -1)?.focus({ preventScroll: true })
        isLeaving = false
        return
      }
      const wanted = shiftKey ? null : indexAfter(key, index, all.length)
      if (wanted === null) return
      event.preventDefault()
      all[wanted]?.focus()
    }
    // Entered by Tab, the control that had the focus has it again.
    const onFocusIn = ({ target, relatedTarget }: FocusEvent) => {
      if (isLeaving || !(target instanceof HTMLElement)) return
      const isInside = relatedTarget instanceof Node && group.contains(relatedTarget)
      if (isTab && !isInside && last !== null && controls().includes(last)) last.focus()
      else last = target
    }
    // Also the keys pressed elsewhere, of which one may move the focus into the group.
    document.addEventListener('keydown', onKeyDown, true)
    group.addEventListener('focusin', onFocusIn)
    return () => {
      document.removeEventListener('keydown', onKeyDown, true)
      group.removeEventListener('focusin', onFocusIn)
    }
  }
}

/**
 * Ref of an element whose links and buttons are together one stop of the Tab key; ArrowRight, ArrowLeft, Home and End walk
 * in it. https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
 *
 * Tab moves to the end of the group and leaves the rest to the browser, instead of a tabindex on each control: controls
 * that appear later or are hidden by the layout need no care, and none can become unreachable.
 */
export const oneStop = oneStopAlong(['ArrowRight', 'ArrowLeft'])

/** The same for controls that stand below each other. */
export const oneStopColumn = oneStopAlong(['ArrowDown', 'ArrowUp'])
