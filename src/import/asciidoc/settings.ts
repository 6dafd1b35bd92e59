import { inlineToMarkdown } from "./inline.ts";

/** `:name: value`, `:name!:` */
const SETTING = /^:(!?[\w][\w-]{0,80}!?):(?:[ \t]+(.*))?$/;

/** What the document sets, and its text with that put in. */
export class Settings {
  private readonly values = new Map<string, string>();
  /** Characters that values may still add, so that one that is used often does not multiply the document. */
  private left: number;

  constructor(documentLength: number) {
    this.left = documentLength;
  }

  /** Takes `:name: value`; false for any other line. */
  take(line: string): boolean {
    const found = SETTING.exec(line.trimEnd());
    if (found === null) return false;
    const [, name = "", value = ""] = found;
    this.values.set(name.replace(/!/g, "").toLowerCase(), value);
    return true;
  }

  /** A line of text as Markdown. */
  inline(text: string): string {
    return inlineToMarkdown(text, (name) => {
      const value = this.values.get(name);
      if (value === undefined || value.length > this.left) return null;
      this.left -= value.length;
      return value;
    });
  }

  /** The language of a block of code: `[source,java]`, `[,java]`; else what the document says of all its code. */
  languageOf(attributes: string): string {
    const [style = "", language = ""] = attributes.split(",");
    if (!/^(?:source|listing)?(?:%\w+)?$/.test(style.trim())) return "";
    const named = language
      .trim()
      .replace(/^language=/, "")
      .replace(/"/g, "");
    const shown = named || (style.startsWith("source") ? (this.values.get("source-language") ?? "") : "");
    return /^[\w+#.-]{1,40}$/.test(shown) ? shown : "";
  }
}
