'use client'

import {
  cloneElement,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'

const openMilliseconds = 400
/** Long enough to move the pointer onto the tooltip itself. */
const closeMilliseconds = 150
const gap = 6
const margin = 8

export interface TooltipProps {
  readonly text: ReactNode
  /** One focusable element; the content of the tooltip must also be reachable without it. */
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>
}

/** Below its element, or above when there is no space below. */
function place(tip: HTMLElement, element: HTMLElement): void {
  const at = element.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = tip
  const below = at.bottom + gap
  const top = below + height + margin > window.innerHeight ? at.top - gap - height : below
  const left = Math.min(at.left + (at.width - width) / 2, window.innerWidth - margin - width)
  tip.style.top = `${Math.max(margin, top)}px`
  tip.style.left = `${Math.max(margin, left)}px`
}

interface TipProps extends HTMLAttributes<HTMLElement> {
  readonly anchor: HTMLElement
  readonly onEscape: () => void
}

function Tip({ anchor, onEscape, ...rest }: TipProps) {
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (tip.current !== null) place(tip.current, anchor)
  }, [anchor])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape()
    }
    document.addEventListener('keydown', onKeyDown)
    window.addEventListener('scroll', onEscape, true)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('scroll', onEscape, true)
    }
  }, [onEscape])
  return (
    <div
      ref={tip}
      role="tooltip"
      className="fixed z-[60] max-w-80 animate-appear rounded-pill border border-ink bg-ink px-2 py-1 text-meta wrap-anywhere text-on-ink forced-colors:bg-[Canvas] forced-colors:text-[CanvasText]"
      {...rest}
    />
  )
}

/** Opens with a delay under a pointer and at once on keyboard focus; Esc, scrolling and pressing close it. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const close = useCallback(() => {
    clearTimeout(timer.current)
    setAnchor(null)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  const stay = () => clearTimeout(timer.current)
  const leave = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(close, closeMilliseconds)
  }
  const { onPointerEnter, onPointerLeave, onPointerDown, onFocus, onBlur } = children.props
  return (
    <>
      {cloneElement(children, {
        ...(anchor === null ? {} : { 'aria-describedby': id }),
        onPointerEnter: (event) => {
          onPointerEnter?.(event)
          const element = event.currentTarget
          clearTimeout(timer.current)
          if (event.pointerType !== 'touch') timer.current = setTimeout(() => setAnchor(element), openMilliseconds)
        },
        onPointerLeave: (event) => {
          onPointerLeave?.(event)
          leave()
        },
        onPointerDown: (event) => {
          onPointerDown?.(event)
          close()
        },
        onFocus: (event) => {
          onFocus?.(event)
          if (event.currentTarget.matches(':focus-visible')) setAnchor(event.currentTarget)
        },
        onBlur: (event) => {
          onBlur?.(event)
          close()
        },
      })}
      {anchor !== null &&
        createPortal(
          <Tip id={id} anchor={anchor} onEscape={close} onPointerEnter={stay} onPointerLeave={leave}>
            {text}
          </Tip>,
          // Inside the page's main landmark, which contains all content that assistive technology can reach by landmarks.
          anchor.closest('main') ?? document.body,
        )}
    </>
  )
}
