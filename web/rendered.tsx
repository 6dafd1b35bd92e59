import { useRef } from "preact/hooks";
import { useWhen } from "./use-when.ts";

interface RenderedProps {
  readonly html: string;
  /** A line stands within a sentence. */
  readonly line?: boolean;
  readonly lang?: string | undefined;
}

/**
 * Markdown that the server has turned into HTML, safe by its making (`src/api/markdown.ts`). The only place where HTML
 * enters the page as text.
 */
export function Rendered({ html, line = false, lang }: RenderedProps) {
  const block = useRef<HTMLDivElement>(null);
  useWhen(html, () => {
    const mayScroll = [...(block.current?.querySelectorAll<HTMLElement>("pre, table") ?? [])];
    // What is wider than the column scrolls, and must be reached by keyboard for that. The column changes with the
    // window, and what is folded has no width until it is opened.
    const watch = new ResizeObserver(() => {
      for (const each of mayScroll) {
        if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
        else each.removeAttribute("tabindex");
      }
    });
    for (const each of mayScroll) watch.observe(each);
    return () => watch.disconnect();
  });
  const content = { lang, dangerouslySetInnerHTML: { __html: html } };
  return line ? <span {...content} /> : <div ref={block} class="rendered" {...content} />;
}
