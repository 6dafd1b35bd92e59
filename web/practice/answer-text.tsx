import type { RefObject } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface AnswerTextProps {
  readonly label: string;
  /** What one answers in, so that the spelling is checked by it. */
  readonly lang: string | undefined;
  readonly textRef: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly isFixed: boolean;
  onTyped(text: string, sinceShownMs: number): void;
}

const canSizeItself = CSS.supports("field-sizing", "content");

/** Where one answers: it grows with what is in it. */
export function AnswerText({ label, lang, textRef, text, isFixed, onTyped }: AnswerTextProps) {
  const id = useId();
  const shownAt = useRef(performance.now());
  useLayoutEffect(() => {
    const area = textRef.current;
    if (canSizeItself || area === null) return;
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight}px`;
  });
  return (
    <p class="words">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        ref={textRef}
        lang={lang}
        rows={4}
        value={text}
        readOnly={isFixed}
        spellcheck
        autocomplete="off"
        onInput={(event) => onTyped(event.currentTarget.value, performance.now() - shownAt.current)}
      />
    </p>
  );
}
