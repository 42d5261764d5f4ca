# Copyright the isnad authors. SPDX-License-Identifier: Apache-2.0
"""Apache Jena as Debian packages it: an independent parser, store and validator."""
import pathlib
import zipfile

from harness import Skipped, run, tool

JARS = pathlib.Path("/usr/share/java")
JENA = """arq base cmds core dboe-base dboe-index dboe-storage dboe-trans-data
 dboe-transaction iri rdfconnection shacl shex tdb tdb2""".split()
# What Jena's own jars need at run time; slf4j-nop keeps them from logging.
NEEDED = """commons-cli commons-codec commons-compress commons-csv commons-io
 commons-lang3 commons-logging dexx.collection gson guava httpclient httpcore
 jackson-core jackson-databind jackson-annotations jsonld-java jakarta.json-api
 thrift protobuf titanium-json-ld slf4j-api slf4j-nop""".split()


def messages(folder):
    """Put Jena's Xerces messages where its classes look for them.

    Debian 12's jena-core 4.5.0-2 renames the classes to xerces.* but leaves
    the messages under org/apache/jena/ext/xerces, without which nothing runs.
    """
    start = "org/apache/jena/ext/"
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(start + "xerces/") and name.endswith(".properties"):
                path = folder / name[len(start) :]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jar.read(name))
    return folder


def jena(main_class, *arguments, folder):
    """Run one of Jena's commands in `folder`; a CompletedProcess."""
    java = tool("java", "default-jre-headless")
    if not (JARS / "jena-core.jar").exists():
        raise Skipped("Apache Jena is not here (Debian package libapache-jena-java)")
    jars = [JARS / f"jena-{name}.jar" for name in JENA] + [JARS / f"{name}.jar" for name in NEEDED]
    path = ":".join(str(p) for p in [messages(folder / "messages"), *jars])
    options = ["-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", path]
    return run([java, *options, main_class, *arguments], cwd=folder)
