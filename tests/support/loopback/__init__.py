"""Discord played on this machine: a gateway and a REST API that say no where Discord would.

The tests' second, independent judge of the bot. It speaks to any client library over real sockets,
checks every request against Discord's OpenAPI document and against the limits that the document
leaves out, and lets a test act as users would.
"""

from loopback.markup import live_links, live_mentions
from loopback.messages import check_message_payload
from loopback.server import LoopbackDiscord

__all__ = ["LoopbackDiscord", "check_message_payload", "live_links", "live_mentions"]
