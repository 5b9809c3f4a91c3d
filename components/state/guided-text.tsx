/** The product's own text, in which words between backticks are literal: messages, settings, read-only commands. */
export function GuidedText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('`').map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <code
            key={index}
            dir="ltr"
            lang="en"
            className="rounded-track bg-code-surface px-1 font-mono text-code wrap-anywhere"
          >
            {part}
          </code>
        ),
      )}
    </>
  )
}
