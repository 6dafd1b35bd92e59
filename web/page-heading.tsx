import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useBeforePaint } from "./use-when.ts";

let isFirst = true;

/** Names the window after what it shows. */
export function useTitle(title: string): void {
  useBeforePaint(title, () => {
    document.title = `${title} · Vivarium`;
    isFirst = false;
  });
}

interface PageHeadingProps {
  readonly title: string;
  /** Small, where something else is said large. */
  readonly quiet?: boolean;
  /** What is shown in place of the title. */
  readonly children?: ComponentChildren;
}

/** The heading of a page: names the window, and takes the focus when one comes to the page from another. */
export function PageHeading({ title, quiet = false, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useBeforePaint(null, () => {
    // When the page opens, the focus stays where the browser put it: at the top.
    if (!isFirst) heading.current?.focus({ preventScroll: true });
  });
  useTitle(title);
  return (
    <h1 ref={heading} tabIndex={-1} class={quiet ? "quiet" : undefined}>
      {children ?? title}
    </h1>
  );
}
