# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, driven from outside.

It runs on a display, with a session bus and in folders of its own. What it
shows is read through the accessibility tree, as a screen reader does it; what
is done to it are keys, the pointer and the actions of that tree. Nothing waits
for a fixed time: each wait has a condition, and ends with an error.
"""
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
    LACKING = ""
except (ImportError, ValueError) as problem:
    LACKING = str(problem)

TOOLS = ("dbus-run-session", "openbox", "xdotool", "xvfb-run")
PYTHON = "/usr/bin/python3"
INSIDE = "TREATYLINE_WALK"
GTK_VERSION = "TREATYLINE_GTK_VERSION"
# Where the points go: others, too, write to the standard output.
POINTS_FD = 9
DEADLINE_S = 30
POLL_S = 0.05
# Names that GTK 4.8 gives what nobody has named.
MADE_UP = ("Gtk", "Adw", "Tl", "Gdk")


class Vain(AssertionError):
    """What was waited for did not come."""


def wait_for(condition, what):
    """Returns what the condition returns, as soon as that is true."""
    deadline = time.monotonic() + DEADLINE_S
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            value = condition()
        except GLib.Error:
            value = None  # it went away meanwhile
        if value:
            return value
        if time.monotonic() > deadline:
            raise Vain(f"waited in vain for {what}")
        time.sleep(POLL_S)


class Thing:
    """An accessible, or what is left of it."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        try:
            return f"{self.role} “{self.name}”"
        except GLib.Error:
            return "what is there no more"

    @property
    def role(self):
        """A name of our own that is the same with old and new GTK."""
        role = self.accessible.get_role()
        return ROLES.get(role) or Atspi.role_get_name(role)

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    def has(self, state):
        return self.accessible.get_state_set().contains(
            getattr(Atspi.StateType, state.upper()))

    @property
    def is_named(self):
        return bool(self.name.strip()) and not self.name.startswith(MADE_UP)

    @property
    def children(self):
        found = []
        with contextlib.suppress(GLib.Error):
            for i in range(self.accessible.get_child_count()):
                child = self.accessible.get_child_at_index(i)
                if child is not None:
                    found.append(Thing(child))
        return found

    @property
    def neighbours(self):
        """This and the others of its parent."""
        with contextlib.suppress(GLib.Error):
            parent = self.accessible.get_parent()
            if parent is not None:
                return [self, *Thing(parent).children]
        return []

    def walk(self):
        """This and all below, as far as they can be seen."""
        try:
            if not self.has("visible"):
                return
        except GLib.Error:
            return
        yield self
        for child in self.children:
            yield from child.walk()

    def is_it(self, role, name):
        try:
            return ((role is None or self.role == role) and
                    (name is None or self.is_called(name)))
        except GLib.Error:
            return False

    def is_called(self, name):
        """GTK 4.8 says the name of a button with a label twice."""
        return self.name in (name, f"{name} {name}")

    def find_all(self, role=None, name=None):
        return [thing for thing in self.walk() if thing.is_it(role, name)]

    def look_for(self, role=None, name=None, where=None):
        """The first one there is, or None."""
        for thing in self.walk():
            if thing.is_it(role, name) and (where is None or where(thing)):
                return thing
        return None

    def find(self, role=None, name=None, where=None):
        """Waits until there is one."""
        return wait_for(lambda: self.look_for(role, name, where),
                        f"{role or 'anything'} “{name or ''}”")

    def texts(self):
        """Everything that is named below, in order."""
        return [thing.name for thing in self.walk() if thing.is_named]

    def says(self, text):
        return any(text in line for line in self.texts())

    @property
    def actions(self):
        actions = self.accessible.get_action_iface()
        if actions is None:
            return []
        names = []
        for i in range(actions.get_n_actions()):
            with contextlib.suppress(GLib.Error):
                names.append(actions.get_action_name(i))
        return names

    def do(self, action=None):
        """Runs an action of the tree, the first one if none is named."""
        index = self.actions.index(action) if action else 0
        assert self.accessible.get_action_iface().do_action(index), \
            f"{self} did not take the action {action}"

    @property
    def place(self):
        """x, y, width, height in the window."""
        extents = self.accessible.get_component_iface().get_extents(
            Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    @property
    def text(self):
        """Of an entry."""
        text = self.accessible.get_text_iface()
        return text.get_text(0, text.get_character_count()) if text else ""

    @property
    def value(self):
        return self.accessible.get_value_iface().get_current_value()


class Program:
    """One run of the program, in a home of its own.

    A run that is given the home of another one finds what that remembered.
    """

    def __init__(self, *arguments, home=None, environment=None):
        self.home = home or tempfile.mkdtemp(prefix="treatyline-walk-")
        self.owns_home = home is None
        self.arguments = arguments
        self.environment = environment or {}
        self.process = None
        self.kept = {}
        self.focused = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *unused):
        self.stop()
        if self.owns_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def start(self):
        environment = dict(os.environ, **self.environment)
        environment["HOME"] = self.home
        environment["G_DEBUG"] = "fatal-warnings"
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            folder = os.path.join(self.home, name.lower())
            os.makedirs(folder, exist_ok=True)
            environment[f"XDG_{name}_HOME"] = folder
        os.makedirs(os.path.join(self.home, "config", "gtk-4.0"), exist_ok=True)
        with open(os.path.join(self.home, "config", "gtk-4.0", "settings.ini"),
                  "w", encoding="utf-8") as out:
            out.write("[Settings]\ngtk-enable-animations=0\n")
        self.process = subprocess.Popen(
            [os.environ["TREATYLINE"], *self.arguments], env=environment)
        self.window = wait_for(self.look_for_window, "the window")
        self.application.accessible.set_cache_mask(Atspi.Cache.NONE)
        self.xid = wait_for(self.look_for_xid, "the window on the display")
        wait_for(lambda: self.window.has("active"), "the window to be active")
        self.title = self.window.name

    def stop(self):
        """Closes it as a person does, who presses Ctrl+Q."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(DEADLINE_S)

    def quit(self):
        self.press("ctrl+q")
        assert self.process.wait(DEADLINE_S) == 0, "it did not end well"

    # --- what there is ---

    def look_for_window(self):
        if self.process.poll() is not None:
            raise AssertionError("the program has ended")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                self.application = Thing(child)
                frames = self.application.children
                return frames[0] if frames else None
        return None

    def look_for_xid(self):
        found = self.xdo("search", "--onlyvisible", "--pid",
                         str(self.process.pid)).split()
        return found[-1] if found else None

    def windows(self):
        return self.application.children

    def dialog(self):
        """The window that lies over the first one."""
        return wait_for(
            lambda: next((window for window in self.windows()
                          if window.name != self.window.name and
                          window.has("active")), None), "a dialog")

    def close_dialog(self):
        before = len(self.windows())
        self.press("Escape")
        wait_for(lambda: len(self.windows()) < before,
                 "the dialog to be closed")
        wait_for(lambda: self.window.has("active"), "the window to be active")

    def find(self, *arguments, **keywords):
        return self.window.find(*arguments, **keywords)

    def look_for(self, *arguments, **keywords):
        return self.window.look_for(*arguments, **keywords)

    def keep(self, what, find):
        """Finds something once, as long as it is there to be seen."""
        with contextlib.suppress(GLib.Error, KeyError):
            if self.kept[what].has("showing"):
                return self.kept[what]
        self.kept[what] = find()
        return self.kept[what]

    @property
    def timeline(self):
        return self.keep("timeline", lambda: self.find(
            "list", where=lambda thing: thing.has("focusable")))

    @property
    def details(self):
        return self.keep("details", lambda: self.find(
            "scroll pane", "Selected Record"))

    def focus(self):
        """What has the keyboard, in whatever window; mostly that is where it
        was, or near that."""
        if self.focused is not None:
            for thing in self.focused.neighbours:
                with contextlib.suppress(GLib.Error):
                    if thing.has("focused"):
                        self.focused = thing
                        return thing
        for window in reversed(self.windows()):
            self.focused = window.look_for(
                where=lambda thing: thing.has("focused"))
            if self.focused is not None:
                return self.focused
        return None

    def wait_focus(self, condition, what):
        return wait_for(lambda: (lambda thing: thing if thing and
                                 condition(thing) else None)(self.focus()),
                        f"the focus on {what}")

    # --- what is done ---

    def xdo(self, *arguments):
        return subprocess.run(["xdotool", *arguments], check=False,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL,
                              encoding="utf-8").stdout

    def press(self, *keys):
        for key in keys:
            self.xdo("key", "--clearmodifiers", key)

    def type(self, text):
        self.xdo("type", "--delay", "30", text)

    def to_screen(self, thing, part_x=0.5, part_y=0.5):
        """A point in a thing; the window has a frame that GTK draws."""
        geometry = dict(
            line.split("=") for line in
            self.xdo("getwindowgeometry", "--shell", self.xid).split())
        x, y, width, height = thing.place
        _, _, inner, _ = self.window.place
        frame = (int(geometry["WIDTH"]) - inner) // 2
        return (int(geometry["X"]) + frame + x + int(width * part_x),
                int(geometry["Y"]) + frame + y + int(height * part_y))

    def click(self, thing, button=1, times=1, modifier=None):
        x, y = self.to_screen(thing)
        down = ["keydown", modifier] if modifier else []
        up = ["keyup", modifier] if modifier else []
        self.xdo("mousemove", "--sync", str(x), str(y), *down, "click",
                 "--repeat", str(times), str(button), *up)

    def drag(self, thing, dx, dy, part_x=0.5, part_y=0.5):
        x, y = self.to_screen(thing, part_x, part_y)
        self.xdo("mousemove", "--sync", str(x), str(y), "mousedown", "1")
        for i in range(1, 9):
            self.xdo("mousemove", "--sync", str(x + dx * i // 8),
                     str(y + dy * i // 8))
        self.xdo("mouseup", "1")

    def tab_to(self, name):
        """By the Tab key alone to what is called so."""
        return self.step_to("Tab", lambda thing: thing.name.startswith(name),
                            f"“{name}”")

    def step_to(self, key, condition, what, most=60):
        for _ in range(most):
            before = wait_for(self.focus, "a focus")
            if condition(before):
                return before
            name = before.name, before.place
            self.press(key)
            wait_for(lambda: (lambda now: now and
                              (now.name, now.place) != name)(self.focus()),
                     f"the focus to leave “{name[0]}” for {what}")
        raise Vain(f"{key} never came to {what}")

    def screenshot(self, path):
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", path], check=False)


class Points:
    """Points of a TAP stream; each begins with a new program."""

    def __init__(self, n, out):
        self.failed = 0
        self.n = 0
        self.out = out
        self.say(f"1..{n}")

    def say(self, line):
        print(line, file=self.out, flush=True)

    def run(self, name, function, program):
        self.n += 1
        try:
            with program:
                try:
                    function(program)
                except Exception:
                    self.keep_picture(name, program)
                    raise
        except Exception as problem:  # pylint: disable=broad-except
            self.failed += 1
            self.say(f"not ok {self.n} {name}")
            for line in str(problem).splitlines() or [repr(problem)]:
                self.say(f"# {line}")
            frame = problem.__traceback__
            while frame is not None:
                file = os.path.basename(frame.tb_frame.f_code.co_filename)
                self.say(f"# {file}:{frame.tb_lineno}")
                frame = frame.tb_next
        else:
            self.say(f"ok {self.n} {name}")

    @staticmethod
    def keep_picture(name, program):
        folder = os.environ.get("TREATYLINE_WALK_PICTURES")
        if folder:
            os.makedirs(folder, exist_ok=True)
            program.screenshot(os.path.join(
                folder, name.replace(" ", "-").replace("/", "-") + ".png"))


def has_another_tree():
    """Whether the program's GTK is of 4.10 or later: that gives widgets other
    roles, and names that it takes from their content."""
    version = os.environ.get(GTK_VERSION, "4.8").split(".")
    return (int(version[0]), int(version[1])) >= (4, 10)


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    return 0


def run_inside():
    """Runs this script again on a display and a bus of its own."""
    with tempfile.TemporaryDirectory(prefix="treatyline-walk-") as folder:
        runtime = os.path.join(folder, "runtime")
        os.mkdir(runtime, 0o700)
        config = os.path.join(folder, "openbox.xml")
        with open(config, "w", encoding="utf-8") as out:
            out.write('<openbox_config xmlns="http://openbox.org/3.4/rc">'
                      '<keyboard><keybind key="W-Up"><action name="Maximize"/>'
                      '</keybind></keyboard></openbox_config>')
        environment = dict(os.environ, XDG_RUNTIME_DIR=runtime,
                           GDK_BACKEND="x11", GSK_RENDERER="cairo",
                           GSETTINGS_BACKEND="keyfile", GIO_USE_VFS="local",
                           **{INSIDE: config})
        for name in ("GTK_A11Y", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY",
                     "WAYLAND_DISPLAY", "G_DEBUG", "LANGUAGE"):
            environment.pop(name, None)
        noise = (None if os.environ.get("TREATYLINE_WALK_VERBOSE")
                 else subprocess.DEVNULL)
        os.dup2(sys.stdout.fileno(), POINTS_FD)
        return subprocess.call(
            ["dbus-run-session", "--", "xvfb-run", "-a", "-s",
             "-screen 0 1280x800x24", sys.executable, *sys.argv],
            env=environment, stdout=noise, stderr=noise, pass_fds=[POINTS_FD])


def main(tests, usage):
    """tests: pairs of a name and a function of a running program; arguments of
    the program may follow, or a function that makes it."""
    if len(sys.argv) < 2:
        print(usage, file=sys.stderr)
        return 2
    # A Python of one's own lacks what the packages of the system bring.
    if LACKING and os.path.exists(PYTHON) and sys.executable != PYTHON:
        os.execv(PYTHON, [PYTHON, *sys.argv])
    lacking = [tool for tool in TOOLS if not shutil.which(tool)]
    if LACKING or lacking:
        return skip(LACKING or f"not installed: {' '.join(lacking)}")
    if has_another_tree():
        return skip("it reads the accessibility tree of GTK 4.8, and GTK "
                    f"{os.environ[GTK_VERSION]} builds another one")
    os.environ["TREATYLINE"] = os.path.abspath(sys.argv[1])
    if INSIDE not in os.environ:
        return run_inside()

    manager = subprocess.Popen(["openbox", "--config-file", os.environ[INSIDE]],
                               stderr=subprocess.DEVNULL)
    try:
        wanted = sys.argv[2:]
        chosen = [test for test in tests
                  if not wanted or any(word in test[0] for word in wanted)]
        points = Points(len(chosen), os.fdopen(POINTS_FD, "w"))
        for name, function, *arguments in chosen:
            make = Program
            if arguments and callable(arguments[0]):
                make, *arguments = arguments
            points.run(name, function, make(*arguments))
        return 1 if points.failed else 0
    finally:
        manager.terminate()
        manager.wait()


if not LACKING:
    ROLES = {
        Atspi.Role.PUSH_BUTTON: "button",
        Atspi.Role.TOGGLE_BUTTON: "button",
        Atspi.Role.PAGE_TAB: "tab",
        Atspi.Role.FRAME: "window",
        Atspi.Role.DIALOG: "window",
    }
