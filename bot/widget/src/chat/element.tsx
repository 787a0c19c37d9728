import { render } from "preact";

import { Chat } from "./Chat";
import { Conversation } from "./conversation";
import { Server } from "./server";
import { styles } from "./styles";
import type { Customer } from "./types";
import { words } from "./words";

/**
 * The chat client as an element: `<aisle-chat server="/shop" name="Our shop" sign-in="/chat-token"></aisle-chat>`.
 *
 * `server` is where the bot's web channel answers, `name` what stands above the chat, `sign-in` the shop's own address
 * that says who is signed in (see docs/channels.md); both of the latter may be left out.
 * Lives in a shadow root, so that neither the page's styles nor ours reach the other. Fires `aisle-session` with the
 * signed-in customer (or null) as its detail whenever a session has begun.
 */
export class AisleChat extends HTMLElement {
  #conversation = new Conversation(
    new Server(this.getAttribute("server") ?? "/shop", this.getAttribute("sign-in")),
  );
  #unfolded = recallUnfolded();
  #announced: Customer | null | undefined;

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = styles;
    this.#conversation.changed = () => this.#draw();
    if (this.#unfolded || this.#conversation.known) this.#conversation.open();
    this.#draw();
  }

  /** Who is signed in, null for a guest. */
  get customer(): Customer | null {
    return this.#conversation.customer;
  }

  /** Shows the chat. */
  unfold(): void {
    this.#fold(false);
  }

  /** Shows the chat and says something in the shopper's name. */
  say(text: string): void {
    this.unfold();
    this.#conversation.send({ text });
  }

  /** Signs in as a demo customer, or out with null. */
  signIn(customer: string | null): void {
    this.#conversation.signIn(customer);
  }

  /** Asks the shop's `sign-in` again: for pages on which shoppers sign in or out without leaving them. */
  renew(): void {
    this.#conversation.renew();
  }

  #fold(folded: boolean): void {
    this.#unfolded = !folded;
    rememberUnfolded(this.#unfolded);
    if (this.#unfolded) this.#conversation.open();
    this.#draw();
  }

  #draw(): void {
    const { customer, phase } = this.#conversation;
    if (phase === "ready" && customer?.customer_id !== this.#announced?.customer_id) {
      this.#announced = customer;
      this.dispatchEvent(new CustomEvent("aisle-session", { detail: customer }));
    }
    render(
      <Chat
        name={this.getAttribute("name") ?? words.role}
        conversation={this.#conversation}
        entries={this.#conversation.entries}
        unfolded={this.#unfolded}
        onFold={(folded) => this.#fold(folded)}
      />,
      this.shadowRoot!,
    );
  }
}

const KEY = "aisle.unfolded";

function recallUnfolded(): boolean {
  try {
    return sessionStorage.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

function rememberUnfolded(unfolded: boolean): void {
  try {
    sessionStorage.setItem(KEY, unfolded ? "yes" : "no");
  } catch {
    // the chat is folded after a reload
  }
}

customElements.define("aisle-chat", AisleChat);
