/** What was said to a question, as it was said. */
export function Turns({ turns }: { turns: readonly string[] }) {
  return (
    <>
      {turns.map((turn, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place and do not move
        <blockquote key={at}>{turn}</blockquote>
      ))}
    </>
  );
}
