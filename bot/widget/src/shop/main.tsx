import { render } from "preact";

import type { AisleChat } from "../chat/element";
import "../chat/element";
import type { Customer } from "../chat/types";
import { Shelves, type Tile } from "./Shelves";
import { SignIn } from "./SignIn";

const chat = document.querySelector<AisleChat>("aisle-chat")!;

document.querySelector("#ask")!.addEventListener("click", () => chat.unfold());

const response = await fetch("/shop/demo").catch(() => null);
const shop: { products: Tile[]; customers: Customer[] } = response?.ok
  ? await response.json()
  : { products: [], customers: [] };

render(
  <Shelves products={shop.products} onAsk={(title) => chat.say(`Tell me more about the ${title}`)} />,
  document.querySelector("#shelves")!,
);
if (shop.customers.length > 0) {
  render(<SignIn customers={shop.customers} chat={chat} />, document.querySelector("#sign-in")!);
}
