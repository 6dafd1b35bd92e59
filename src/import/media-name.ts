import { slug } from "../base/index.ts";

/** Endings of pictures and sounds that a page can show; anything else is no medium. SVG can hold scripts and is none. */
const ENDINGS = new Set([
  "png",
  "jpg",
  "jpeg",
  "gif",
  "webp",
  "avif",
  "bmp",
  "mp3",
  "ogg",
  "oga",
  "wav",
  "m4a",
  "flac",
  "opus",
  "mp4",
  "webm",
]);

/** Names of devices on Windows, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name that is safe in every folder and in a URL, made from one that a document gives: `Bild 1.PNG` gives
 * `bild-1.png`. Null when nothing here shows such a file, or when the name is a path.
 */
export function mediaName(name: string): string | null {
  if (/[\\/\0]/.test(name)) return null;
  const [, stem = "", ending = ""] = /^(.+)\.([a-z0-9]{2,5})$/i.exec(name) ?? [];
  if (!ENDINGS.has(ending.toLowerCase())) return null;
  const words = slug(stem, 80) || "file";
  return `${DEVICE.test(words) ? `file-${words}` : words}.${ending.toLowerCase()}`;
}
