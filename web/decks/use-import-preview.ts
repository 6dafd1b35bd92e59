import { useRef, useState } from "preact/hooks";
import { announce } from "../announce.tsx";
import { type ImportChoices, previewImport } from "../api.ts";
import type { ImportPreview } from "../shapes.ts";
import { useOnce } from "../use-when.ts";
import { previewSaid } from "./import-words.ts";

/** How far the reading of a document is. `choices` are those that are looked at, `preview` is what was seen last. */
export interface Look {
  readonly step: "reading" | "read" | "failed" | "stopped";
  readonly choices: ImportChoices;
  readonly preview: ImportPreview | null;
  readonly error: Error | null;
}

interface Looking extends Look {
  /** Looks again, with other choices; after so many milliseconds, when those may still change. */
  ask(choices: ImportChoices, afterMs?: number): void;
  stop(): void;
}

/** What an import would do. Only the last question counts: one that is not needed any more is called off. */
export function useImportPreview(file: File): Looking {
  const [look, setLook] = useState<Look>({ step: "reading", choices: {}, preview: null, error: null });
  const running = useRef(new AbortController());
  const ask = (choices: ImportChoices, afterMs = 0) => {
    running.current.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    setLook(({ preview }) => ({ step: "reading", choices, preview, error: null }));
    const timer = setTimeout(() => {
      previewImport(file, choices, { signal }).then(
        (preview) => {
          if (signal.aborted) return;
          setLook({ step: "read", choices, preview, error: null });
          announce(previewSaid(preview));
        },
        (error) => {
          if (!signal.aborted) setLook((before) => ({ ...before, step: "failed", error }));
        },
      );
    }, afterMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
  };
  const stop = () => {
    running.current.abort();
    setLook((before) => ({ ...before, step: "stopped" }));
  };
  useOnce(() => {
    ask({});
    return () => running.current.abort();
  });
  return { ...look, ask, stop };
}
