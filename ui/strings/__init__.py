"""Every sentence the interface says, in one place."""

from ui.strings.answers import *  # noqa: F403
from ui.strings.asking import *  # noqa: F403
from ui.strings.checking import *  # noqa: F403
from ui.strings.documents import *  # noqa: F403
from ui.strings.doors import *  # noqa: F403
from ui.strings.exports import *  # noqa: F403
from ui.strings.page import *  # noqa: F403
from ui.strings.people import *  # noqa: F403
from ui.strings.quoting import *  # noqa: F403
from ui.strings.speaking import *  # noqa: F403
from ui.strings.tray import *  # noqa: F403
