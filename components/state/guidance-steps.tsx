import { GuidedText } from './guided-text'

/** What to do about a known text, in order. Stands wherever its meaning stands. */
export function GuidanceSteps({ next }: { readonly next: readonly string[] }) {
  return (
    <ol className="list-decimal space-y-1 pl-5">
      {next.map((step) => (
        <li key={step}>
          <GuidedText text={step} />
        </li>
      ))}
    </ol>
  )
}
