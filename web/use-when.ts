import { type EffectCallback, useEffect, useLayoutEffect } from "preact/hooks";

/** Does something when the component has come, and what that returns when it goes. */
export function useOnce(effect: EffectCallback): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it comes, whatever the effect looks at
  useEffect(effect, []);
}

/** Does something when the component has come, and again whenever `key` has changed. */
export function useWhen(key: string | number | boolean | null, effect: EffectCallback): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when; the effect is the one of that moment
  useEffect(effect, [key]);
}

/**
 * As {@link useWhen}, but before it is painted. For the focus and for what listens: who sees the page may press a key at
 * once, and the next key must not fall between the two.
 */
export function useBeforePaint(key: string | number | boolean | null, effect: EffectCallback): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when; the effect is the one of that moment
  useLayoutEffect(effect, [key]);
}
