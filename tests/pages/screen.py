"""A screen under test: found by what stands on it, and never quietly broken."""

from core.content.loader import words

BROKEN = words("frame")["broken_title"]


class Screen:
    """An AppTest that tells at once when a screen stopped."""

    def __init__(self, app):
        self.app = app
        self.check()

    def check(self):
        """Fail where the calm page stands in place of a screen, or an error is shown raw."""
        assert not self.app.exception, self.app.exception
        assert BROKEN not in [each.value for each in self.app.header]
        return self

    def run(self):
        """Run the screen again."""
        self.app.run()
        return self.check()

    def field(self, kind, name):
        """The widget of a kind whose key ends in this field's name."""
        found = [w for w in getattr(self.app, kind) if (w.key or "").endswith(f".{name}")]
        assert found, f"no {kind} {name} among {[w.key for w in getattr(self.app, kind)]}"
        return found[0]

    def has(self, kind, name):
        """Whether a widget of this kind and name is there."""
        return any((w.key or "").endswith(f".{name}") for w in getattr(self.app, kind))

    def type(self, name, text):
        """Type into a line or a long text."""
        kind = "text_input" if self.has("text_input", name) else "text_area"
        self.field(kind, name).set_value(text)
        return self.run()

    def pick(self, name, *values):
        """Pick one or more choices of a row of pills."""
        pills = self.field("pills", name)
        pills.set_value(list(values) if pills.proto.click_mode else values[0])
        return self.run()

    def choose(self, name, value):
        """Choose one of a list."""
        kind = "radio" if self.has("radio", name) else "selectbox"
        self.field(kind, name).set_value(value)
        return self.run()

    def named(self, kind, key):
        """The widget with this key, or the one whose key begins with it and a round."""
        found = [w for w in getattr(self.app, kind) if (w.key or "").startswith(key)]
        exact = [w for w in found if w.key == key]
        [widget] = exact or found
        return widget

    def press(self, key):
        """Press a button by its key, or by what its key begins with."""
        self.named("button", key).click()
        return self.run()

    @property
    def in_crisis(self):
        """Whether the crisis card stands above everything else."""
        cards = [each.value for each in self.app.header]
        return cards[:1] == [words("support")["crisis"]]

    @property
    def seen(self):
        """All text on the screen, labels of buttons and alerts included."""
        kinds = ("title", "header", "caption", "text", "markdown", "success", "warning", "error")
        told = [str(each.value) for kind in kinds for each in getattr(self.app, kind)]
        told += [each.label for each in self.app.button]
        return "\n".join(told)
