/** One line of Markdown of which only code spans are shown as such: points, titles, corrections. */
export function InlineText({ text }: { text: string }) {
  // A split with two groups gives text, ticks, code, text, ticks, code, ...
  const parts = text.split(/(`+)(.+?)\1(?!`)/);
  return (
    <>
      {parts.map((part, at) => {
        if (at % 3 === 1) return null;
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name and do not move
        return at % 3 === 2 ? <code key={at}>{part.trim()}</code> : part;
      })}
    </>
  );
}
