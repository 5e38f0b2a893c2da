"""Routes that answer interactions: the callback, and the webhook that a token opens."""

from typing import TYPE_CHECKING, Any

from loopback import interactions
from loopback.commands import check_choices
from loopback.components import check_modal
from loopback.exchange import Exchange
from loopback.interactions import ACKNOWLEDGE_WITHIN, Interaction
from loopback.messages import EPHEMERAL, LOADING
from loopback.payloads import message_json
from loopback.posting import check_edit, check_new, edited, fill, make_message
from loopback.problems import ApiError, Problem, unknown
from loopback.routes_world import Table
from loopback.world import Message

if TYPE_CHECKING:
    from loopback.server import LoopbackDiscord

_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
_ALLOWED = {
    interactions.COMMAND: {4, 5, 9},
    interactions.COMPONENT: {4, 5, 6, 7, 9},
    interactions.AUTOCOMPLETE: {8},
    interactions.MODAL: {4, 5, 6, 7},
}
_MOST_USER_FOLLOWUPS = 5


class InteractionRoutes:
    def __init__(self, server: "LoopbackDiscord") -> None:
        self._server = server

    def table(self) -> Table:
        return {
            "POST /interactions/{interaction_id}/{interaction_token}/callback": self.callback,
            f"POST {_HOOK}": self.follow_up,
            f"GET {_HOOK}/messages/@original": self.get,
            f"PATCH {_HOOK}/messages/@original": self.edit,
            f"DELETE {_HOOK}/messages/@original": self.delete,
            f"GET {_HOOK}/messages/{{message_id}}": self.get,
            f"PATCH {_HOOK}/messages/{{message_id}}": self.edit,
            f"DELETE {_HOOK}/messages/{{message_id}}": self.delete,
        }

    async def callback(self, exchange: Exchange) -> Any:
        interaction = self._server.interactions.get(exchange.params["interaction_token"])
        if interaction is None or interaction.id != exchange.params["interaction_id"]:
            raise unknown("interaction", 10062)
        if interaction.response is not None:
            problem = Problem(
                code="ALREADY_ACKNOWLEDGED",
                message="A second response to one interaction",
                refused=False,
            )
            self._server.blame(exchange, [problem])
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if interaction.age > ACKNOWLEDGE_WITHIN:
            raise unknown("interaction", 10062)
        kind, data = exchange.body["type"], exchange.body.get("data") or {}
        if kind not in _ALLOWED[interaction.type]:
            problem = Problem(
                path=("type",), code="BASE_TYPE_CHOICES", message="Not for this interaction"
            )
            self._server.judge(exchange, [problem])
        if kind in {6, 7} and interaction.message is None:
            problem = Problem(
                path=("type",), code="BASE_TYPE_CHOICES", message="There is no message"
            )
            self._server.judge(exchange, [problem])
        self._judge(exchange, interaction, kind, data)
        self._respond(exchange, interaction, kind, data)
        interaction.response = kind
        interaction.response_seconds = interaction.age
        return _callback_json(interaction, kind) if exchange.flag("with_response") else None

    async def follow_up(self, exchange: Exchange) -> Any:
        interaction = self._opened(exchange)
        payload = exchange.body or {}
        original = interaction.original
        self._server.judge(exchange, check_new(payload, exchange))
        if original is not None and original.loading and interaction.response == interactions.DEFER:
            # The first follow-up fills in a deferred response.
            self._edit_original(exchange, interaction, original, payload)
            return message_json(original) if exchange.flag("wait") else None
        if interaction.by_user_install and len(interaction.followups) >= _MOST_USER_FOLLOWUPS:
            problem = Problem(
                code="TOO_MANY_FOLLOWUPS", message="More than 5 follow-ups", refused=False
            )
            self._server.blame(exchange, [problem])
            raise ApiError(
                400, 40094, "This interaction has reached the maximum number of follow up messages"
            )
        hidden = int(payload.get("flags") or 0) & EPHEMERAL
        message = make_message(
            self._server,
            payload,
            exchange,
            interaction.channel,
            only_for=interaction.user if hidden else None,
        )
        message.interaction = interaction
        message.webhook_id = self._server.application_id
        interaction.followups.append(message)
        self._server.post(message)
        return message_json(message) if exchange.flag("wait") else None

    async def get(self, exchange: Exchange) -> dict:
        return message_json(self._message(exchange, self._opened(exchange)))

    async def edit(self, exchange: Exchange) -> dict:
        interaction = self._opened(exchange)
        message = self._message(exchange, interaction)
        payload = exchange.body or {}
        self._server.judge(exchange, check_edit(payload, exchange, message))
        if message is interaction.original:
            self._edit_original(exchange, interaction, message, payload)
        else:
            edited(self._server, message, payload, exchange)
        return message_json(message)

    async def delete(self, exchange: Exchange) -> None:
        interaction = self._opened(exchange)
        self._server.remove(self._message(exchange, interaction))

    def _judge(self, exchange: Exchange, interaction: Interaction, kind: int, data: dict) -> None:
        problems: list[Problem] = []
        if kind == interactions.REPLY:
            problems = check_new(data, exchange)
        elif kind == interactions.UPDATE and interaction.message is not None:
            problems = check_edit(data, exchange, interaction.message)
        elif kind == interactions.SHOW_MODAL:
            problems = check_modal(data)
        elif kind == interactions.CHOICES:
            problems = check_choices(data)
        elif set(data) - {"flags"} or int(data.get("flags") or 0) & ~EPHEMERAL:
            message = "A deferred response takes the EPHEMERAL flag and nothing else"
            problems = [Problem(code="DEFER_WITH_DATA", message=message)]
        self._server.judge(exchange, [problem.under("data") for problem in problems])

    def _respond(self, exchange: Exchange, interaction: Interaction, kind: int, data: dict) -> None:
        server = self._server
        hidden = int(data.get("flags") or 0) & EPHEMERAL
        reader = interaction.user if hidden else None
        if kind == interactions.REPLY:
            message = make_message(server, data, exchange, interaction.channel, only_for=reader)
            self._open(interaction, message)
        elif kind == interactions.DEFER:
            message = Message(channel=interaction.channel, author=server.bot, only_for=reader)
            message.flags = LOADING | (EPHEMERAL if hidden else 0)
            self._open(interaction, message)
        elif kind == interactions.DEFER_UPDATE:
            interaction.original = interaction.message
        elif kind == interactions.UPDATE and interaction.message is not None:
            interaction.original = interaction.message
            edited(server, interaction.message, data, exchange)
        elif kind == interactions.SHOW_MODAL:
            interaction.modal = data
        elif kind == interactions.CHOICES:
            interaction.choices = data["choices"]

    def _open(self, interaction: Interaction, message: Message) -> None:
        message.type = 20 if interaction.type == interactions.COMMAND else 0
        message.interaction = interaction
        message.webhook_id = self._server.application_id
        interaction.original = message
        self._server.post(message)

    def _edit_original(
        self, exchange: Exchange, interaction: Interaction, message: Message, payload: dict
    ) -> None:
        interaction.edits += 1
        if message.loading:
            fill(self._server, message, payload, exchange.files)
            self._server.changed(message)
        else:
            edited(self._server, message, payload, exchange)

    def _opened(self, exchange: Exchange) -> Interaction:
        """Return the interaction whose token opens this webhook.

        Raises:
            ApiError: 10015 before the first response, 50027 once the token has expired.
        """
        interaction = self._server.interactions.get(exchange.params["webhook_token"])
        if interaction is None or exchange.params["webhook_id"] != self._server.application_id:
            raise unknown("Webhook", 10015)
        if interaction.age > self._server.interaction_lifetime:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        if interaction.response is None:
            raise unknown("Webhook", 10015)
        return interaction

    def _message(self, exchange: Exchange, interaction: Interaction) -> Message:
        wanted = exchange.params.get("message_id", "@original")
        known = [interaction.original, *interaction.followups]
        for message in known:
            if message is None or message.deleted:
                continue
            if message.id == wanted or (wanted == "@original" and message is interaction.original):
                return message
        raise unknown("Message", 10008)


def _callback_json(interaction: Interaction, kind: int) -> dict:
    described: dict[str, Any] = {"id": interaction.id, "type": interaction.type}
    body: dict[str, Any] = {"interaction": described}
    message = interaction.original
    if kind in {4, 5, 7} and message is not None:
        described |= {
            "response_message_id": message.id,
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.only_for is not None,
        }
        body["resource"] = {"type": kind, "message": message_json(message)}
    return body
