"""Asks the lighthouse's question, and looks at what hangs under the answer."""

QUESTION = "Who built the lighthouse in 1853?"


async def answer(w, **options):
    result = await w.alice.slash(w.channel, "ask", question=QUESTION, **options)
    return result.response


def options(message):
    """What the menus of a message offer."""

    def walk(items):
        for item in items:
            item = item if isinstance(item, dict) else item.to_dict()
            yield from (option["label"] for option in item.get("options") or ())
            yield from walk(item.get("components") or ())

    return list(walk(message.components))


async def more(w, message):
    """Further passages, by way of the context."""
    context = await w.bob.click(message, label="Context")
    return await w.bob.click(context.response, label="More")


def button_id(message, operation):
    def walk(items):
        for item in items:
            if f":{operation}:" in item.get("custom_id", ""):
                yield item["custom_id"]
            yield from walk(item.get("components") or ())

    return next(walk(message.components))


def text_field(result):
    def walk(items):
        for item in items:
            if item.get("type") == 4:
                yield item["custom_id"]
            yield from walk(
                item.get("components") or ([item["component"]] if "component" in item else ())
            )

    return next(walk(result.modal["components"]))
