/** Keys in the style of a keyboard. */
export function KeyHint({ keys }: { readonly keys: readonly string[] }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center gap-1 rounded-pill border border-line-strong bg-surface px-1 font-mono text-label text-text-2">
      {keys.join(' ')}
    </kbd>
  )
}
