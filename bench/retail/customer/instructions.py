"""What a task's instructions say: who the customer is, what they know and ask; in the first person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bench.retail.importing import Json

PRONOUNS = (
    (r"\byou're\b", "I'm"),
    (r"\byou've\b", "I've"),
    (r"\byou are\b", "I am"),
    (r"\byourself\b", "myself"),
    (r"\byour\b", "my"),
    (r"\byou\b", "I"),
)
STAGE_DIRECTION = re.compile(
    r"\bagent\b|^(if|do not|don't|be|make sure|only|once|then|well)\b|^\(|\?\)", re.IGNORECASE
)
"""Sentences that tell the customer how to behave, rather than what to say."""
QUESTION = re.compile(
    r"\b(?:want|like|need) to (?:also )?(?:know|check|find out|ask|get (?=the (?:tracking|total))) "
    r"((?:how|what|which|when|where|who|if|whether|the|my|exactly)\b.+)",
    re.IGNORECASE,
)
CONDITION = re.compile(r",? (?:but |and )?(?:if|when|once) the agent\b", re.IGNORECASE)


@dataclass(frozen=True)
class Proof:
    """One way in which the customer says who they are: by e-mail, or by name and postcode."""

    email: str | None = None
    name: str | None = None
    postcode: str | None = None


def everything(task: Json) -> str:
    """All that the instructions say."""
    said = task["user_scenario"]["instructions"]
    parts = ("reason_for_call", "known_info", "task_instructions") if isinstance(said, dict) else ()
    return " ".join(str(said.get(part) or "") for part in parts) if parts else str(said)


def sentences(task: Json) -> list[str]:
    """The sentences of the reason for the call that the customer may say, in the first person."""
    said = task["user_scenario"]["instructions"]
    text = str(said.get("reason_for_call") or "") if isinstance(said, dict) else str(said)
    found = [CONDITION.split(sentence)[0].strip() for sentence in re.split(r"(?<=[.!?])\s+", text)]
    said_by_them = [one for one in found if len(one) > 3 and not STAGE_DIRECTION.search(one)]
    return [in_first_person(one if one[-1] in ".!?" else f"{one}.") for one in said_by_them]


def questions(task: Json) -> list[str]:
    """What the customer wants to know: `Can you tell me …?`."""
    found = (QUESTION.search(sentence) for sentence in sentences(task))
    return [re.split(r", and (?!what|if|how)|[.;]| first\b", match[1])[0].strip() for match in found if match]


def in_first_person(sentence: str) -> str:
    """`You want your money.` → `I want my money.`"""
    for second, first in PRONOUNS:
        sentence = re.sub(second, first, sentence, flags=re.IGNORECASE)
    return re.sub(r"\bI am\b(?= want)", "I", sentence).lstrip(". ")


def customer_of(task: Json, shop: Json) -> Json | None:
    """The customer whom a task is about; None where it names nobody whom the shop knows."""
    for action in task["evaluation_criteria"]["actions"] or []:
        arguments = action["arguments"]
        order = shop["orders"].get(arguments.get("order_id"))
        if user := shop["users"].get(arguments.get("user_id") or (order or {}).get("user_id")):
            return dict(user)
    said = everything(task)
    for user in shop["users"].values():
        known = user["email"] in said or user["user_id"] in said
        name, postcode = user["name"], user["address"]["zip"]
        if known or (postcode in said and name["first_name"] in said and name["last_name"] in said):
            return dict(user)
    return None


def proofs(task: Json, user: Json | None) -> list[Proof]:
    """How the customer proves who they are, one after the other: as the task's own look-ups do, if any."""
    found = []
    for action in task["evaluation_criteria"]["actions"] or []:
        match action["name"], action["arguments"]:
            case "find_user_id_by_email", {"email": email}:
                found.append(Proof(email=email))
            case "find_user_id_by_name_zip", {"first_name": first, "last_name": last, "zip": postcode}:
                found.append(Proof(name=f"{first} {last}", postcode=postcode))
    if found or user is None:
        return list(dict.fromkeys(found))
    said, name = everything(task), " ".join(user["name"].values())
    emails = re.findall(r"[\w.+-]+@[\w-]+\.\w+", said)
    if emails:
        return [Proof(email=email) for email in dict.fromkeys(emails)]
    postcode = re.search(r"\b\d{5}\b", said)
    return [Proof(name=name, postcode=postcode[0] if postcode else user["address"]["zip"])]
