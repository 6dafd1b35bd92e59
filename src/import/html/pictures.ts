import { mediaName } from "../media-name.ts";
import type { DraftQuestion, ImportWarning, Media } from "../reader.ts";

/** Bytes of a picture that a deck takes. */
const LARGEST_PICTURE = 5 * 1024 * 1024;
const PICTURE = /^data:image\/(png|jpe?g|gif|webp)(?:;[\w=-]{1,40}){0,3};base64,/i;

/** The first bytes of each kind of picture: what a page claims is not believed. */
const MAGIC: Readonly<Record<string, RegExp>> = {
  png: /^\x89PNG/,
  jpg: /^\xff\xd8\xff/,
  gif: /^GIF8/,
  webp: /^RIFF[\s\S]{4}WEBP/,
};

/** Collects the pictures that a page holds in itself; each is kept once. */
export class PagePictures {
  private readonly media = new Map<string, Media>();
  private refused = 0;

  readonly keep = (uri: string): string | null => {
    const known = this.media.get(uri);
    if (known !== undefined) return `media/${known.name}`;
    const [head = "", kind = ""] = PICTURE.exec(uri) ?? [];
    const ending = kind.toLowerCase().replace("jpeg", "jpg");
    const bytes = Buffer.from(
      head === ""
        ? ""
        : uri
            .slice(head.length)
            .replace(/%2b/gi, "+")
            .replace(/%[0-9a-f]{2}/gi, ""),
      "base64",
    );
    const name = mediaName(`picture-${this.media.size + 1}.${ending}`);
    const isOne = MAGIC[ending]?.test(bytes.subarray(0, 12).toString("latin1")) === true;
    if (name === null || !isOne || bytes.length > LARGEST_PICTURE) {
      this.refused++;
      return null;
    }
    this.media.set(uri, { name, bytes: new Uint8Array(bytes) });
    return `media/${name}`;
  };

  /** The pictures that questions refer to, and a warning for what was refused. */
  usedBy(questions: readonly DraftQuestion[]): { media: Media[]; warnings: ImportWarning[] } {
    const used = new Set<string>();
    for (const { title, body, answer } of questions) {
      for (const text of [title, body, answer]) {
        for (const [, name = ""] of text.matchAll(/\]\(media\/([\w.-]+)\)/g)) used.add(name);
      }
    }
    const text = `${this.refused} ${this.refused === 1 ? "picture" : "pictures"} in the page cannot be kept: damaged, too large or none`;
    return {
      media: [...this.media.values()].filter(({ name }) => used.has(name)),
      warnings: this.refused === 0 ? [] : [{ code: "media-refused", line: 1, text }],
    };
  }
}
