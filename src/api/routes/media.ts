import { Type } from "typebox";
import { parseDeckName, VivaError } from "../../base/index.ts";
import type { Api } from "../api.ts";
import { DeckNameText } from "../schemas/common.ts";
import { problems } from "../schemas/problem.ts";

/** By the ending of a name; what is not here is downloaded and not shown. */
const TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  bmp: "image/bmp",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  oga: "audio/ogg",
  wav: "audio/wav",
  m4a: "audio/mp4",
  flac: "audio/flac",
  opus: "audio/ogg",
  mp4: "video/mp4",
  webm: "video/webm",
};

const Bytes = Type.Unsafe<Uint8Array>({
  type: "string",
  contentMediaType: "application/octet-stream",
  description: "The file; its type is in Content-Type",
});

/** Pictures and sounds of decks. */
export function mediaRoutes(api: Api): void {
  api.get(
    "/decks/:deck/media/:file",
    {
      schema: {
        operationId: "getMedia",
        summary: "A picture or sound of a deck",
        tags: ["Decks"],
        params: Type.Object({
          deck: DeckNameText,
          file: Type.String({ description: "Its name, as in `media/NAME` of the deck's text" }),
        }),
        response: { 200: Bytes, ...problems(404) },
      },
    },
    async ({ params, world }, reply) => {
      const deck = parseDeckName(params.deck);
      const bytes = deck.ok ? await world.workplace.decks.media(deck.value, params.file) : null;
      if (bytes === null) {
        throw new VivaError("VIVA_NOT_FOUND", `the deck ${params.deck} has no file ${params.file}`);
      }
      const type = TYPES[params.file.split(".").at(-1) ?? ""];
      if (type === undefined) reply.header("content-disposition", "attachment");
      return reply.type(type ?? "application/octet-stream").send(bytes);
    },
  );
}
