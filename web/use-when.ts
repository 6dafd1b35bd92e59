import { type EffectCallback, useEffect } from "preact/hooks";

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
