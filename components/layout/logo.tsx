/** The seal with its keyhole. Decorative: the product's name is beside it. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden fill="currentColor" fillRule="evenodd">
      <path d="M12 2.4A2.7 2.7 0 0 1 16.8 3.69A2.7 2.7 0 0 1 20.31 7.2A2.7 2.7 0 0 1 21.6 12A2.7 2.7 0 0 1 20.31 16.8A2.7 2.7 0 0 1 16.8 20.31A2.7 2.7 0 0 1 12 21.6A2.7 2.7 0 0 1 7.2 20.31A2.7 2.7 0 0 1 3.69 16.8A2.7 2.7 0 0 1 2.4 12A2.7 2.7 0 0 1 3.69 7.2A2.7 2.7 0 0 1 7.2 3.69A2.7 2.7 0 0 1 12 2.4ZM12 7.6a2.4 2.4 0 0 0-1.3 4.42L10.1 16h3.8l-.6-3.98A2.4 2.4 0 0 0 12 7.6Z" />
    </svg>
  )
}
