import type { Customer, Message, Said, Wish } from "./types";

const PATIENCE = 60_000;
const KEY = "aisle.session";

interface Session {
  token: string;
  customer: Customer | null;
}

/**
 * The bot's web channel: see `bot/channels/web.py`. Keeps the session's token across reloads.
 *
 * `signIn` is the shop's own address that answers `{"customer_token": …}` for whoever is signed in there, with null for
 * nobody; it is asked whenever a session begins.
 */
export class Server {
  #token: string | null = recall();

  constructor(
    private readonly address: string,
    private readonly signIn: string | null = null,
  ) {}

  /** Whether there is a conversation to go on with. */
  get known(): boolean {
    return this.#token !== null;
  }

  /** Goes on with the session or begins one; with a customer (or null for nobody) changes who is signed in. */
  async session(customer?: string | null): Promise<Customer | null> {
    const body = customer === undefined ? await this.#vouched() : { customer };
    const session = await this.#ask<Session>("/session", body);
    this.#token = session.token;
    remember(session.token);
    return session.customer;
  }

  /** The conversation so far. */
  async history(): Promise<Said[]> {
    return (await this.#signed<{ messages: Said[] }>("/messages")).messages;
  }

  /** Hands in what the shopper wants and comes back with what the assistant says. */
  async send(wish: Wish): Promise<Message[]> {
    const body = "text" in wish ? wish : { button: wish.button.payload };
    return (await this.#signed<{ messages: Message[] }>("/messages", body)).messages;
  }

  /** What the shop says about who is signed in there; nothing where it cannot be asked, and the session stays as it is. */
  async #vouched(): Promise<object> {
    if (!this.signIn) return {};
    try {
      const response = await fetch(this.signIn, { signal: AbortSignal.timeout(PATIENCE) });
      if (!response.ok) return {};
      const { customer_token } = (await response.json()) as { customer_token: string | null };
      return { customer_token };
    } catch {
      return {};
    }
  }

  /** Asks with a session; begins one where there is none any more. */
  async #signed<Answer>(path: string, body?: object): Promise<Answer> {
    if (!this.#token) await this.session();
    try {
      return await this.#ask<Answer>(path, body);
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 401)) throw error;
      await this.session();
      return this.#ask<Answer>(path, body);
    }
  }

  async #ask<Answer>(path: string, body?: object): Promise<Answer> {
    const headers: Record<string, string> = {};
    if (body) headers["Content-Type"] = "application/json";
    if (this.#token) headers["Authorization"] = `Bearer ${this.#token}`;
    const response = await fetch(this.address + path, {
      method: body ? "POST" : "GET",
      headers,
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.ok) return (await response.json()) as Answer;
    throw new Refusal(response.status, await sentence(response));
  }
}

/** An answer that is no 2xx; its message is the server's own sentence, empty without one. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function sentence(response: Response): Promise<string> {
  try {
    const { error } = (await response.json()) as { error?: unknown };
    return typeof error === "string" ? error : "";
  } catch {
    return "";
  }
}

// A browser may keep nothing (private windows, full or forbidden storage): the chat then works until the next reload.

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(token: string): void {
  try {
    localStorage.setItem(KEY, token);
  } catch {
    // kept in memory only
  }
}
