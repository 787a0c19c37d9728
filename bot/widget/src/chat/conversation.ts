import { Refusal, type Server } from "./server";
import type { Customer, Message, Said, Wish } from "./types";
import { words } from "./words";

/** One message on the screen; a shopper's own may still be under way, or kept because it could not be sent. */
export type Entry = Said & {
  key: number;
  wish?: Wish;
  state?: "waiting" | "failed";
  trouble?: string;
};

/** What the chat shows: the conversation and how it stands. Calls `changed` after every change. */
export class Conversation {
  entries: readonly Entry[] = [];
  phase: "new" | "opening" | "ready" | "failed" = "new";
  customer: Customer | null = null;
  changed: () => void = () => {};

  #keys = 0;
  #jobs: Promise<void> = Promise.resolve();

  constructor(private readonly server: Server) {}

  /** Whether the assistant owes an answer. */
  get waiting(): boolean {
    return this.entries.some((entry) => entry.state === "waiting");
  }

  /** Whether a conversation of an earlier visit can be gone on with. */
  get known(): boolean {
    return this.server.known;
  }

  /** Fetches the conversation; afterwards shows it, or that it could not be had. */
  open(): void {
    if (this.phase === "new" || this.phase === "failed") this.#begin(() => this.server.session());
  }

  /** Begins the session again, for whoever is signed in now. */
  renew(): void {
    this.#begin(() => this.server.session());
  }

  /** Signs in as a demo customer, or out with null; whoever leaves a customer's conversation begins a new one. */
  signIn(customer: string | null): void {
    this.#begin(() => this.server.session(customer));
  }

  /** Says something or presses a button. */
  send(wish: Wish): void {
    const text = "text" in wish ? wish.text : wish.button.title;
    const key = this.#keys++;
    this.#show({ from: "shopper", text, key, wish, state: "waiting" });
    this.#queue(() => this.#deliver(key, wish));
  }

  /** Sends a message again that could not be sent. */
  retry(key: number): void {
    const wish = this.entries.find((entry) => entry.key === key)?.wish;
    if (!wish) return;
    this.#mark(key, "waiting");
    this.#queue(() => this.#deliver(key, wish));
  }

  /** One thing after the other: answers come in the order of the questions, and never into another conversation. */
  #queue(job: () => Promise<void>): void {
    this.#jobs = this.#jobs.then(job);
  }

  #begin(session: () => Promise<Customer | null>): void {
    this.phase = "opening";
    this.changed();
    this.#queue(async () => {
      try {
        this.customer = await session();
        const said = await this.server.history();
        const unsent = this.entries.filter((entry) => entry.state);
        this.entries = [...said.map((message) => ({ ...message, key: this.#keys++ })), ...unsent];
        this.phase = "ready";
      } catch {
        this.phase = "failed";
      }
      this.changed();
    });
  }

  async #deliver(key: number, wish: Wish): Promise<void> {
    try {
      const answers: Message[] = await this.server.send(wish);
      this.#mark(key);
      for (const answer of answers) this.#show({ ...answer, from: "assistant", key: this.#keys++ });
      this.open();
    } catch (error) {
      this.#mark(key, "failed", reason(error));
    }
  }

  #show(entry: Entry): void {
    this.entries = [...this.entries, entry];
    this.changed();
  }

  #mark(key: number, state?: Entry["state"], trouble?: string): void {
    this.entries = this.entries.map((entry) => {
      if (entry.key !== key) return entry;
      const { state: _state, trouble: _trouble, ...rest } = entry;
      return { ...rest, ...(state && { state }), ...(trouble && { trouble }) };
    });
    this.changed();
  }
}

/** Why a message was not sent, for its writer. */
function reason(error: unknown): string {
  if (!(error instanceof Refusal)) return navigator.onLine ? words.unreachable : words.offline;
  if (error.status === 413) return words.tooLong;
  return error.status < 500 && error.message ? error.message : words.notSent;
}
