"""SQLAlchemy on a connection that stands already; see the package for when it is imported."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2


def links_on(connection: dbapi2.Connection) -> Engine:
    """The engine on a connection; its transactions begin as writers."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,  # no client data in error texts
    )

    @event.listens_for(engine, "begin")
    def begin(link: Connection) -> None:
        link.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
