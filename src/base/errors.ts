/**
 * One class, one catalogue. The code is the contract (scripts, the API and tests rely on it); the text may improve.
 * `status` is the HTTP status that the API answers with; `exit` is the exit code of the command (2: the call was
 * wrong, 1: the call was right and something in the world was not).
 */
const catalogue = {
  VIVA_USAGE: { status: 400, exit: 2, title: "The call is not right" },
  VIVA_FILE_NOT_FOUND: { status: 404, exit: 1, title: "No such file" },
  VIVA_FILE_UNREADABLE: { status: 422, exit: 1, title: "The file cannot be read" },
  VIVA_FILE_EMPTY: { status: 422, exit: 1, title: "The file is empty" },
  VIVA_FILE_TOO_LARGE: { status: 413, exit: 1, title: "The file is too large" },
  VIVA_NOT_TEXT: { status: 422, exit: 1, title: "The file is not text" },
  VIVA_NO_QUESTIONS: { status: 422, exit: 1, title: "No questions were found" },
  VIVA_DECK_NOT_FOUND: { status: 404, exit: 1, title: "No such deck" },
  VIVA_DECK_EXISTS: { status: 409, exit: 1, title: "A deck of that name exists" },
  VIVA_DECK_SHIPPED: { status: 409, exit: 1, title: "The deck comes with Vivarium" },
  VIVA_DECK_CHANGED: { status: 412, exit: 1, title: "The deck has changed meanwhile" },
  VIVA_IMPORT_STOPPED: { status: 422, exit: 1, title: "Reading the document took too much" },
  VIVA_IMPORT_BUSY: { status: 503, exit: 1, title: "Too many documents are being read" },
  VIVA_STORE_UNWRITABLE: { status: 507, exit: 1, title: "The store cannot be written" },
  VIVA_QUESTION_NOT_FOUND: { status: 404, exit: 1, title: "No such question" },
  VIVA_BAD_LINE: { status: 422, exit: 1, title: "A line of the input is not right" },
  VIVA_STORE_NEWER: { status: 500, exit: 1, title: "The store was written by a newer Vivarium" },
  VIVA_STORE_BUSY: { status: 503, exit: 1, title: "The store is in use" },
  VIVA_STORE_DAMAGED: { status: 500, exit: 1, title: "The store is damaged" },
  VIVA_BACKUP_UNREADABLE: { status: 422, exit: 1, title: "The backup cannot be read" },
  VIVA_REVIEW_NOT_FOUND: { status: 404, exit: 1, title: "No such review" },
  VIVA_REVIEW_CONFLICT: { status: 409, exit: 1, title: "A review of that id says something else" },
  VIVA_PORT_TAKEN: { status: 500, exit: 1, title: "The port is taken" },
  VIVA_ADDRESS_REFUSED: { status: 500, exit: 2, title: "That address is not served" },
  VIVA_BAD_REQUEST: { status: 400, exit: 1, title: "The request is not right" },
  VIVA_INVALID: { status: 422, exit: 1, title: "A value of the request is not right" },
  VIVA_NOT_SIGNED_IN: { status: 401, exit: 1, title: "Not signed in" },
  VIVA_LINK_INVALID: { status: 401, exit: 1, title: "The link has been used or is too old" },
  VIVA_WRONG_HOST: { status: 421, exit: 1, title: "The request was meant for another server" },
  VIVA_WRONG_ORIGIN: { status: 403, exit: 1, title: "The request came from another site" },
  VIVA_NOT_FOUND: { status: 404, exit: 1, title: "Nothing is here" },
  VIVA_METHOD_NOT_ALLOWED: { status: 405, exit: 1, title: "That cannot be done here" },
  VIVA_MEDIA_TYPE: { status: 415, exit: 1, title: "That kind of content is not read here" },
  VIVA_TOO_LARGE: { status: 413, exit: 1, title: "The request is too large" },
  VIVA_STOPPING: { status: 503, exit: 1, title: "The server is stopping" },
  VIVA_NOT_READY: { status: 503, exit: 1, title: "The server is not ready" },
  VIVA_UNEXPECTED: { status: 500, exit: 1, title: "A mistake of ours" },
  VIVA_NOT_BUILT: { status: 500, exit: 1, title: "A data file of the program is missing" },
} as const;

/** Every code that a {@link VivaError} can carry. */
export type VivaErrorCode = keyof typeof catalogue;

/** All codes with their titles, for the reference page and the test that holds the two together. */
export const errorCatalogue: Readonly<
  Record<VivaErrorCode, { status: number; exit: number; title: string }>
> = catalogue;

/** An expected failure: the message says what was found, what was wanted and what to do next. */
export class VivaError extends Error {
  override name = "VivaError";
  readonly code: VivaErrorCode;
  readonly status: number;
  readonly exit: number;

  constructor(code: VivaErrorCode, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.code = code;
    this.status = catalogue[code].status;
    this.exit = catalogue[code].exit;
  }
}
