/** How much a finding weighs: an `error` is wrong whatever one thinks; an `advice` is worth a second look. */
export type Severity = "error" | "advice";

/** The rules that are a matter of judgement; docs/reference/lint.md says why each of them is one. */
const ADVICE: ReadonlySet<string> = new Set([
  "code-language",
  "heading-depth",
  "near-duplicate",
  "point-unsupported",
  "points-many",
  "related-unknown",
  "too-long",
  "variants-few",
  "weight-balance",
]);

/** The severity of a rule's findings. */
export function severityOf(rule: string): Severity {
  return ADVICE.has(rule) ? "advice" : "error";
}
